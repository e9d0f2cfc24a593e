import type { HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
import { bearer, getWith, readToken } from './bearer.ts';
import { jsonBody } from './carried.ts';
import type {
  Activity,
  Client,
  ClientTools,
  LoginForm,
  OpenExchange,
} from './client.ts';
import { action } from './facts.ts';
import { exchange } from './http-client.ts';
import {
  askByHand,
  copyTokens,
  refreshByHand,
  type TokenWays,
} from './jwt-by-hand.ts';
import { jwtRenewal, requestToken } from './jwt-renewal.ts';
import {
  createRefreshInterceptor,
  type RefreshInterceptor,
} from './refresh-interceptor.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** What is protected. */
const USERS = '/jwt_users.php';

/**
 * The front end for access and refresh tokens (CONTRACT C). The browser does
 * nothing by itself here: every token is kept, sent and dropped by this script.
 */
export function createJwtClient(tools: ClientTools): Client {
  const interceptor = createRefreshInterceptor(tools, jwtRenewal(tools));
  const ways = jwtWays(tools);
  return {
    login: (activity, form) => login(tools, activity, form),
    listUsers: (activity, choice) =>
      choice === 'own'
        ? listUsers(tools, interceptor, activity)
        : askByHand(tools, ways, activity, choice),
    refresh: (activity, choice) =>
      choice === 'own'
        ? interceptor.now(activity)
        : refreshByHand(tools, ways, activity),
    logout: (activity) => logout(tools, activity),
    copyCredential: (activity) => copyTokens(ways, activity),
  };
}

async function login(
  tools: ClientTools,
  activity: Activity,
  form: LoginForm,
): Promise<void> {
  const open = activity.open('request');
  // region: jwt-client.login
  const fact = action('submit-login', form.email);
  open.recorder.note('act', 'jwt-client.login', fact);
  const response = await exchange(tools, open, {
    method: 'POST',
    path: '/jwt_login.php',
    json: { email: form.email, password: form.password },
  });
  if (response.status === 200) keepAnswer(tools, open, response);
  // endregion
}

/** The script's own work: no browser would keep these by itself. */
function keepAnswer(
  tools: ClientTools,
  open: OpenExchange,
  response: HttpResponse,
): void {
  const { access_token, refresh_token, user } = jsonBody(response) ?? {};
  if (typeof access_token === 'string')
    keepItem(tools, open, 'access_token', access_token);
  if (typeof refresh_token === 'string')
    keepItem(tools, open, 'refresh_token', refresh_token);
  if (isJsonObject(user))
    keepItem(tools, open, 'user_data', JSON.stringify(user));
}

async function listUsers(
  tools: ClientTools,
  interceptor: RefreshInterceptor,
  activity: Activity,
): Promise<void> {
  const open = activity.open('request');
  // region: jwt-client.list-users
  const fact = action('open-users');
  open.recorder.note('act', 'jwt-client.list-users', fact);
  if (!(await interceptor.before(activity))) return;
  const token = readToken(tools, open);
  const response = await getWith(tools, open, USERS, token);
  if (response.status !== 401 || token === null) return;
  const current = await interceptor.after(activity, token);
  if (current !== null) await retry(tools, activity, current);
  // endregion
}

/** Once: a second 401 is the answer. */
async function retry(
  tools: ClientTools,
  activity: Activity,
  token: string,
): Promise<void> {
  const open = activity.open('retry');
  // region: jwt-client.retry
  const fact = action('retry-with-current', 'access_token');
  open.recorder.note('act', 'jwt-client.retry', fact);
  await getWith(tools, open, USERS, token);
  // endregion
}

async function logout(tools: ClientTools, activity: Activity): Promise<void> {
  const open = activity.open('request');
  // region: jwt-client.logout
  const fact = action('press-logout');
  open.recorder.note('act', 'jwt-client.logout', fact);
  const token = readToken(tools, open);
  const refreshToken = readItem(tools, 'refresh_token');
  try {
    await exchange(tools, open, {
      method: 'POST',
      path: '/jwt_logout.php',
      ...bearer(open, token),
      ...(refreshToken === null
        ? {}
        : { json: { refresh_token: refreshToken } }),
    });
  } finally {
    // Whatever the server said, this browser is logged out.
    dropItems(tools, open);
  }
  // endregion
}

function jwtWays(tools: ClientTools): TokenWays {
  return {
    page: 'open-users',
    ask: (open, token) => getWith(tools, open, USERS, token),
    async trade(open, refreshToken) {
      const token = await requestToken(tools, open, refreshToken);
      if (token !== null) keepItem(tools, open, 'access_token', token);
    },
    access: () => readItem(tools, 'access_token'),
    refresh: () => readItem(tools, 'refresh_token'),
  };
}
