import type { HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
import type { AccountAct, CredentialChoice } from '#core/intents.ts';
import { accountErrand } from './account-errand.ts';
import { jsonBody } from './carried.ts';
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
import { chooseCookies, inJar } from './jar-credential.ts';
import { withOtherEnd } from './other-end.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** The name under which the id is kept, and of the header that it travels in. */
const FIELD = 'session-id';

/** What carries it where the setting `transport` says so. */
const COOKIE = '__Host-session';

const PATHS = {
  email: '/session/email',
  logoutEverywhere: '/session/logout-everywhere',
};

/**
 * The front end for sessions in a SQL table. The id travels in a
 * header of its own, so this script keeps and sends it: no other site's form
 * can, but any script in the page could read it. In a cookie it is the other
 * way round.
 */
export function createSqlSessionClient(tools: ClientTools): Client {
  return {
    login: (activity, form) => login(tools, activity, form),
    listUsers: (activity, choice) => openProfile(tools, activity, choice),
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
  // region: sql-session-client.login
  const open = activity.open('request');
  const fact = action('submit-login', form.email);
  open.recorder.note('act', 'sql-session-client.login', fact);
  const response = await exchange(tools, open, {
    method: 'POST',
    path: '/session/login',
    json: { email: form.email, password: form.password },
  });
  keepId(tools, open, response);
  // endregion
}

/**
 * `{"status": "success", "data": {"sessionId": "…"}}`: without the id where a
 * cookie brings it, which is in the jar by now.
 */
function keepId(
  tools: ClientTools,
  open: OpenExchange,
  response: HttpResponse,
): void {
  const { data } = jsonBody(response) ?? {};
  const id = isJsonObject(data) ? data['sessionId'] : null;
  if (typeof id === 'string') keepItem(tools, open, FIELD, id);
}

/** What this scheme's site protects is the user's own profile. */
async function openProfile(
  tools: ClientTools,
  activity: Activity,
  choice: CredentialChoice,
): Promise<void> {
  // region: sql-session-client.profile
  const open = activity.open('request');
  const fact = action('open-profile');
  open.recorder.note('act', 'sql-session-client.profile', fact);
  await exchange(tools, open, {
    method: 'GET',
    path: '/session/profile',
    ...chooseId(tools, open, choice),
  });
  // endregion
}

async function logout(tools: ClientTools, activity: Activity): Promise<void> {
  // region: sql-session-client.logout
  const open = activity.open('request');
  const fact = action('press-logout');
  open.recorder.note('act', 'sql-session-client.logout', fact);
  try {
    await exchange(tools, open, {
      method: 'POST',
      path: '/session/logout',
      ...chooseId(tools, open, 'own'),
    });
  } finally {
    // Whatever the server said, this browser is logged out.
    dropItems(tools, open);
  }
  // endregion
}

async function account(
  tools: ClientTools,
  activity: Activity,
  act: AccountAct,
): Promise<void> {
  // region: sql-session-client.account
  const open = activity.open('request');
  const { action: name, subject, path, json } = accountErrand(act, PATHS);
  const fact = action(name, subject);
  open.recorder.note('act', 'sql-session-client.account', fact);
  try {
    const response = await exchange(tools, open, {
      method: 'POST',
      path,
      ...(json === null ? {} : { json }),
      ...chooseId(tools, open, 'own'),
    });
    // After a change of password there is a new id.
    keepId(tools, open, response);
  } finally {
    // Whatever the server said, this browser is logged out.
    if (act.kind === 'logout-everywhere') dropItems(tools, open);
  }
  // endregion
}

/** The one line that makes a request a logged-in one. */
function chooseId(
  tools: ClientTools,
  open: OpenExchange,
  choice: CredentialChoice,
): Pick<Errand, 'sessionId' | 'cookies'> {
  return isInCookie(tools)
    ? { cookies: chooseCookies(tools, open, choice, COOKIE) }
    : chooseHeader(tools, open, choice);
}

function isInCookie(tools: ClientTools): boolean {
  return tools.settings().transport === 'cookie';
}

function chooseHeader(
  tools: ClientTools,
  { recorder }: OpenExchange,
  choice: CredentialChoice,
): Pick<Errand, 'sessionId'> {
  const own = readItem(tools, FIELD);
  const copied = tools.device.get().clipboard?.[FIELD] ?? null;
  if (choice === 'own' && own !== null) {
    // region: sql-session-client.set-header
    const fact = action('set-session-id', FIELD);
    recorder.note('ask', 'sql-session-client.set-header', fact);
    return { sessionId: own };
    // endregion
  }
  if (choice === 'copied' && copied !== null) {
    // region: sql-session-client.paste
    const fact = action('replay-credential', FIELD);
    recorder.note('ask', 'sql-session-client.paste', fact);
    return { sessionId: copied };
    // endregion
  }
  if (choice === 'edited' && own !== null) {
    // region: sql-session-client.edit
    const fact = action('edit-credential', FIELD);
    recorder.note('ask', 'sql-session-client.edit', fact);
    return { sessionId: withOtherEnd(own) };
    // endregion
  }
  // region: sql-session-client.without
  const fact = action('no-credential', FIELD);
  recorder.note('ask', 'sql-session-client.without', fact);
  return {};
  // endregion
}

function copyCredential(
  tools: ClientTools,
  activity: Activity,
): CopiedCredential | null {
  const name = isInCookie(tools) ? COOKIE : FIELD;
  const id = isInCookie(tools) ? inJar(tools, COOKIE) : readItem(tools, FIELD);
  if (id === null) return null;
  // region: sql-session-client.copy
  // A person with the device can. So can any script in the page, unless a
  // cookie hides it (HttpOnly).
  const { recorder } = activity.open('local');
  const fact = action('copy-credential', name);
  recorder.note('act', 'sql-session-client.copy', fact);
  return { [FIELD]: id };
  // endregion
}
