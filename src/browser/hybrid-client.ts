import type { AccountAct } from '#core/intents.ts';
import { isJsonObject, type JsonValue } from '#core/json.ts';
import { bearer, getWith, readToken } from './bearer.ts';
import type { Activity, Client, ClientTools, LoginForm } from './client.ts';
import { action } from './facts.ts';
import { exchange } from './http-client.ts';
import {
  carrying,
  dropPair,
  hybridRenewal,
  isInCookie,
  keepPair,
  ownRefreshToken,
  pairIn,
  post,
  requestPair,
} from './hybrid-tokens.ts';
import {
  askByHand,
  copyTokens,
  refreshByHand,
  type TokenWays,
} from './jwt-by-hand.ts';
import {
  createRefreshInterceptor,
  type RefreshInterceptor,
} from './refresh-interceptor.ts';
import { actOnAccount, type TokenAccountWays } from './token-account.ts';
import { readItem } from './token-store.ts';

/** What is protected. */
const PROFILE = '/hybrid/profile';

const PATHS = {
  email: '/hybrid/email',
  logoutEverywhere: '/account/logout-everywhere',
};

/**
 * The front end for the hybrid. To the page it is the JWT client
 * again, with one difference: a refresh token is good once, so that two tabs
 * which send the same one are taken for an owner and a thief.
 */
export function createHybridClient(tools: ClientTools): Client {
  const interceptor = createRefreshInterceptor(tools, hybridRenewal(tools));
  const ways = hybridWays(tools);
  const accountWays = hybridAccountWays(tools, interceptor);
  return {
    login: (activity, form) => login(tools, activity, form),
    listUsers: (activity, choice) =>
      choice === 'own'
        ? openProfile(tools, interceptor, activity)
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
  // region: hybrid-client.login
  const fact = action('submit-login', form.email);
  open.recorder.note('act', 'hybrid-client.login', fact);
  const tokens = await post(tools, open, '/hybrid/login', {
    json: { email: form.email, password: form.password },
  });
  if (tokens !== null) keepPair(tools, open, tokens);
  // endregion
}

/** What this scheme's site protects is the user's own profile. */
async function openProfile(
  tools: ClientTools,
  interceptor: RefreshInterceptor,
  activity: Activity,
): Promise<void> {
  const open = activity.open('request');
  // region: hybrid-client.profile
  const fact = action('open-profile');
  open.recorder.note('act', 'hybrid-client.profile', fact);
  if (!(await interceptor.before(activity))) return;
  const token = readToken(tools, open);
  const response = await getWith(tools, open, PROFILE, token);
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
  // region: hybrid-client.retry
  const fact = action('retry-with-current', 'access_token');
  open.recorder.note('act', 'hybrid-client.retry', fact);
  await getWith(tools, open, PROFILE, token);
  // endregion
}

async function logout(tools: ClientTools, activity: Activity): Promise<void> {
  const open = activity.open('request');
  // region: hybrid-client.logout
  const fact = action('press-logout');
  open.recorder.note('act', 'hybrid-client.logout', fact);
  const refreshToken = isInCookie(tools) ? null : ownRefreshToken(tools);
  // The server needs the refresh token alone, unless it has a denylist for the
  // other one.
  const access = tools.settings().denylist
    ? bearer(open, readToken(tools, open))
    : {};
  try {
    await exchange(tools, open, {
      method: 'POST',
      path: '/hybrid/logout',
      ...access,
      ...(refreshToken === null ? {} : carrying(tools, refreshToken)),
    });
  } finally {
    // Whatever the server said, this browser is logged out.
    dropPair(tools, open);
  }
  // endregion
}

function hybridWays(tools: ClientTools): TokenWays {
  return {
    page: 'open-profile',
    ask: (open, token) => getWith(tools, open, PROFILE, token),
    async trade(open, refreshToken) {
      const tokens = await requestPair(tools, open, refreshToken);
      if (tokens !== null) keepPair(tools, open, tokens);
    },
    access: () => readItem(tools, 'access_token'),
    refresh: () => ownRefreshToken(tools),
  };
}

function hybridAccountWays(
  tools: ClientTools,
  interceptor: RefreshInterceptor,
): TokenAccountWays {
  return {
    paths: PATHS,
    interceptor,
    take: (open) => readToken(tools, open),
    carry: bearer,
    content: (act, json) => withFamily(tools, act, json),
    keep(open, response) {
      const tokens = pairIn(response);
      if (tokens !== null) keepPair(tools, open, tokens);
    },
    drop: (open) => dropPair(tools, open),
  };
}

/**
 * A new password ends every family of its owner's. The refresh token tells the
 * server that it was the hybrid's, and gets a new one.
 */
function withFamily(
  tools: ClientTools,
  { kind }: AccountAct,
  json: JsonValue,
): JsonValue {
  if (kind !== 'change-password' || isInCookie(tools)) return json;
  const refreshToken = ownRefreshToken(tools);
  if (refreshToken === null || !isJsonObject(json)) return json;
  return { ...json, refreshToken };
}
