import type { HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
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
  accessText,
  keepAccess,
  newAccess,
  takeAccess,
  withAccess,
  withAccessByHand,
} from './jwt-access.ts';
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
import { actOnAccount, type TokenAccountWays } from './token-account.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** What is protected. */
const USERS = '/jwt_users.php';

const PATHS = {
  email: '/jwt_email.php',
  logoutEverywhere: '/account/logout-everywhere',
};

/**
 * The front end for access and refresh tokens. The browser does
 * nothing by itself here, unless a cookie carries the access token: every other
 * token is kept, sent and dropped by this script.
 */
export function createJwtClient(tools: ClientTools): Client {
  const interceptor = createRefreshInterceptor(tools, jwtRenewal(tools));
  const ways = jwtWays(tools);
  const accountWays = jwtAccountWays(tools, interceptor);
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
    account: (activity, act) => actOnAccount(tools, accountWays, activity, act),
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
  const { refresh_token, user } = jsonBody(response) ?? {};
  const access = newAccess(tools, response);
  if (access !== null) keepAccess(tools, open, access);
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
  const token = takeAccess(tools, open);
  const response = await askUsers(tools, open, token);
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
  await askUsers(tools, open, token);
  // endregion
}

function askUsers(
  tools: ClientTools,
  open: OpenExchange,
  token: string | null,
): Promise<HttpResponse> {
  const access = withAccess(tools, open, token);
  return exchange(tools, open, { method: 'GET', path: USERS, ...access });
}

async function logout(tools: ClientTools, activity: Activity): Promise<void> {
  const open = activity.open('request');
  // region: jwt-client.logout
  const fact = action('press-logout');
  open.recorder.note('act', 'jwt-client.logout', fact);
  const token = takeAccess(tools, open);
  const refreshToken = readItem(tools, 'refresh_token');
  try {
    await exchange(tools, open, {
      method: 'POST',
      path: '/jwt_logout.php',
      ...withAccess(tools, open, token),
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
    ask: (open, token) =>
      exchange(tools, open, {
        method: 'GET',
        path: USERS,
        ...withAccessByHand(tools, open, token),
      }),
    async trade(open, refreshToken) {
      const token = await requestToken(tools, open, refreshToken);
      if (token !== null) keepAccess(tools, open, token);
    },
    access: () => accessText(tools),
    refresh: () => readItem(tools, 'refresh_token'),
  };
}

function jwtAccountWays(
  tools: ClientTools,
  interceptor: RefreshInterceptor,
): TokenAccountWays {
  return {
    paths: PATHS,
    interceptor,
    take: (open) => takeAccess(tools, open),
    carry: (open, token) => withAccess(tools, open, token),
    content: (_act, json) => json,
    keep: (open, response) => keepAnswer(tools, open, response),
    drop: (open) => dropItems(tools, open),
  };
}
