import type { AccountAct, CredentialChoice } from '#core/intents.ts';
import { accountErrand } from './account-errand.ts';
import type { Activity, Client, ClientTools, LoginForm } from './client.ts';
import type { CopiedCredential } from './device.ts';
import { action } from './facts.ts';
import { exchange } from './http-client.ts';
import { chooseCookies, inJar } from './jar-credential.ts';

/** The cookie that PHP keeps its session id in. */
const COOKIE = 'PHPSESSID';

const PATHS = {
  email: '/email.php',
  logoutEverywhere: '/account/logout-everywhere',
};

/**
 * The front end for sessions in PHP files. It has next to nothing
 * to do: the browser keeps the cookie and attaches it, and no script sees it.
 */
export function createSessionClient(tools: ClientTools): Client {
  return {
    login: (activity, form) => login(tools, activity, form),
    listUsers: (activity, choice) => listUsers(tools, activity, choice),
    refresh: async () => {},
    logout: (activity) => logout(tools, activity),
    account: (activity, act) => account(tools, activity, act),
    copyCredential: (activity) => copyCredential(tools, activity),
  };
}

async function login(
  tools: ClientTools,
  activity: Activity,
  form: LoginForm,
): Promise<void> {
  // region: session-client.login
  const open = activity.open('request');
  const fact = action('submit-login', form.email);
  open.recorder.note('act', 'session-client.login', fact);
  await exchange(tools, open, {
    method: 'POST',
    path: '/login.php',
    json: { email: form.email, password: form.password },
  });
  // The cookie is in the jar by now: nothing to keep by hand.
  // endregion
}

async function listUsers(
  tools: ClientTools,
  activity: Activity,
  choice: CredentialChoice,
): Promise<void> {
  // region: session-client.list-users
  const open = activity.open('request');
  const fact = action('open-users');
  open.recorder.note('act', 'session-client.list-users', fact);
  const cookies = chooseCookies(tools, open, choice, COOKIE);
  await exchange(tools, open, {
    method: 'GET',
    path: '/users.php',
    cookies,
  });
  // endregion
}

async function logout(tools: ClientTools, activity: Activity): Promise<void> {
  // region: session-client.logout
  const open = activity.open('request');
  const fact = action('press-logout');
  open.recorder.note('act', 'session-client.logout', fact);
  const cookies = chooseCookies(tools, open, 'own', COOKIE);
  await exchange(tools, open, {
    method: 'POST',
    path: '/logout.php',
    cookies,
  });
  // endregion
}

async function account(
  tools: ClientTools,
  activity: Activity,
  act: AccountAct,
): Promise<void> {
  // region: session-client.account
  const open = activity.open('request');
  const { action: name, subject, path, json } = accountErrand(act, PATHS);
  const fact = action(name, subject);
  open.recorder.note('act', 'session-client.account', fact);
  const cookies = chooseCookies(tools, open, 'own', COOKIE);
  const content = json === null ? {} : { json };
  await exchange(tools, open, { method: 'POST', path, ...content, cookies });
  // A new session id is in the jar by now, and a removed one is not.
  // endregion
}

function copyCredential(
  tools: ClientTools,
  activity: Activity,
): CopiedCredential | null {
  const id = inJar(tools, COOKIE);
  if (id === null) return null;
  // region: session-client.copy
  // No script could do this (HttpOnly); a person with the device can.
  const { recorder } = activity.open('local');
  const fact = action('copy-credential', COOKIE);
  recorder.note('act', 'session-client.copy', fact);
  return { 'session-id': id };
  // endregion
}
