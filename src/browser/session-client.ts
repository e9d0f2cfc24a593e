import type { CredentialChoice } from '#core/intents.ts';
import type {
  Activity,
  Client,
  ClientTools,
  LoginForm,
  OpenExchange,
} from './client.ts';
import type { CopiedCredential } from './device.ts';
import { action } from './facts.ts';
import { type Errand, exchange } from './http-client.ts';
import { withOtherEnd } from './other-end.ts';

/** The cookie that PHP keeps its session id in. */
const COOKIE = 'PHPSESSID';

/**
 * The front end for sessions in PHP files (CONTRACT A). It has next to nothing
 * to do: the browser keeps the cookie and attaches it, and no script sees it.
 */
export function createSessionClient(tools: ClientTools): Client {
  return {
    login: (activity, form) => login(tools, activity, form),
    listUsers: (activity, choice) => listUsers(tools, activity, choice),
    refresh: async () => {},
    logout: (activity) => logout(tools, activity),
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
  const cookies = chooseCookies(tools, open, choice);
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
  const cookies = chooseCookies(tools, open, 'own');
  await exchange(tools, open, {
    method: 'POST',
    path: '/logout.php',
    cookies,
  });
  // endregion
}

/** `own` leaves it to the browser; the rest is a person's doing by hand. */
function chooseCookies(
  tools: ClientTools,
  { recorder }: OpenExchange,
  choice: CredentialChoice,
): NonNullable<Errand['cookies']> {
  const own = sessionId(tools);
  const copied = tools.device.get().clipboard?.['session-id'] ?? null;
  if (choice === 'own' && own !== null) return 'jar';
  if (choice === 'copied' && copied !== null) {
    // region: session-client.paste
    const fact = action('replay-credential', COOKIE);
    recorder.note('ask', 'session-client.paste', fact);
    return { field: `${COOKIE}=${copied}` };
    // endregion
  }
  if (choice === 'edited' && own !== null) {
    // region: session-client.edit
    const fact = action('edit-credential', COOKIE);
    recorder.note('ask', 'session-client.edit', fact);
    return { field: `${COOKIE}=${withOtherEnd(own)}` };
    // endregion
  }
  // region: session-client.without
  const fact = action('no-credential', COOKIE);
  recorder.note('ask', 'session-client.without', fact);
  return choice === 'own' ? 'jar' : 'omit';
  // endregion
}

function copyCredential(
  tools: ClientTools,
  activity: Activity,
): CopiedCredential | null {
  const id = sessionId(tools);
  if (id === null) return null;
  // region: session-client.copy
  // No script could do this (HttpOnly); a person with the device can.
  const { recorder } = activity.open('local');
  const fact = action('copy-credential', COOKIE);
  recorder.note('act', 'session-client.copy', fact);
  return { 'session-id': id };
  // endregion
}

function sessionId({ device }: ClientTools): string | null {
  const { jar } = device.get();
  return jar.find(({ name }) => name === COOKIE)?.value ?? null;
}
