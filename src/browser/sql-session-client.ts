import type { HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
import type { CredentialChoice } from '#core/intents.ts';
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
import { withOtherEnd } from './other-end.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** The name under which the id is kept, and of the header that it travels in. */
const FIELD = 'session-id';

/**
 * The front end for sessions in a SQL table (CONTRACT B). The id travels in a
 * header of its own, so this script keeps and sends it: no other site's form
 * can, but any script in the page could read it.
 */
export function createSqlSessionClient(tools: ClientTools): Client {
  return {
    login: (activity, form) => login(tools, activity, form),
    listUsers: (activity, choice) => openProfile(tools, activity, choice),
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
  // region: sql-session-client.login
  const open = activity.open('request');
  const fact = action('submit-login', form.email);
  open.recorder.note('act', 'sql-session-client.login', fact);
  const response = await exchange(tools, open, {
    method: 'POST',
    path: '/session/login',
    json: { email: form.email, password: form.password },
  });
  const id = issuedId(response);
  if (id !== null) keepItem(tools, open, FIELD, id);
  // endregion
}

/** `{"status": "success", "data": {"sessionId": "…"}}` */
function issuedId(response: HttpResponse): string | null {
  const { data } = jsonBody(response) ?? {};
  const id = isJsonObject(data) ? data['sessionId'] : null;
  return typeof id === 'string' ? id : null;
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

/** The one line that makes a request a logged-in one. */
function chooseId(
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
  const id = readItem(tools, FIELD);
  if (id === null) return null;
  // region: sql-session-client.copy
  // A person with the device can, and so can any script in the page.
  const { recorder } = activity.open('local');
  const fact = action('copy-credential', FIELD);
  recorder.note('act', 'sql-session-client.copy', fact);
  return { [FIELD]: id };
  // endregion
}
