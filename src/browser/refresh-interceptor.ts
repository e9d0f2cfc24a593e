import { jsonBody } from './carried.ts';
import type { Activity, ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import { closedGate, type Gate } from './gate.ts';
import { exchange } from './http-client.ts';
import { expiryOf } from './token-peek.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** Seconds before `exp` at which a client refreshes ahead. */
const AHEAD = 300;

/** Gets a new access token when the old one is over, once for all who ask. */
export interface RefreshInterceptor {
  /**
   * Before a request: refreshes when the setting is on and `exp` is near.
   * @returns false when that failed and the client is logged out.
   */
  before(activity: Activity): Promise<boolean>;
  /**
   * After a 401: sees to it that there is another token than the refused one.
   * @returns that token, null when there is none to be had.
   */
  after(activity: Activity, refused: string): Promise<string | null>;
  /** Because the person asks. */
  now(activity: Activity): Promise<void>;
}

export function createRefreshInterceptor(
  tools: ClientTools,
): RefreshInterceptor {
  let inFlight: Gate | null = null;

  /** One refresh at a time: whoever comes second waits for the first. */
  async function refresh(
    activity: Activity,
    why: 'start-refresh' | 'refresh-ahead',
  ): Promise<void> {
    const open = activity.open('refresh');
    const { recorder } = open;
    if (inFlight) {
      // region: refresh-interceptor.wait
      const fact = action('await-refresh');
      recorder.note('act', 'refresh-interceptor.wait', fact);
      await activity.wait(inFlight);
      return;
      // endregion
    }
    // region: refresh-interceptor.start
    const gate = closedGate();
    inFlight = gate;
    const fact = action(why, 'refresh_token');
    recorder.note('act', 'refresh-interceptor.start', fact);
    try {
      await renew(tools, open);
    } finally {
      inFlight = null;
      gate.open();
    }
    // endregion
  }

  return {
    async before(activity) {
      const token = readItem(tools, 'access_token');
      if (token === null || !isDue(tools, token)) return true;
      await refresh(activity, 'refresh-ahead');
      return readItem(tools, 'access_token') !== null;
    },
    async after(activity, refused) {
      // A late 401, for a token that was replaced meanwhile, needs no
      // refresh: the current token was never refused.
      const current = readItem(tools, 'access_token');
      if (current !== refused) return current;
      await refresh(activity, 'start-refresh');
      const next = readItem(tools, 'access_token');
      return next === refused ? null : next;
    },
    now: (activity) => refresh(activity, 'start-refresh'),
  };
}

function isDue(tools: ClientTools, token: string): boolean {
  const exp = expiryOf(token);
  if (exp === null || !tools.settings().refreshAhead) return false;
  return tools.clock.now() >= exp - AHEAD;
}

/** Trades the refresh token for a new access token, or logs out. */
async function renew(tools: ClientTools, open: OpenExchange): Promise<void> {
  const refreshToken = readItem(tools, 'refresh_token');
  const token =
    refreshToken === null
      ? null
      : await requestToken(tools, open, refreshToken);

  // Logged out, or in again, while the answer was on its way.
  if (readItem(tools, 'refresh_token') !== refreshToken) return;
  if (token !== null) {
    keepItem(tools, open, 'access_token', token);
    return;
  }
  // region: refresh-interceptor.give-up
  const fact = action('give-up');
  open.recorder.note('drop', 'refresh-interceptor.give-up', fact);
  dropItems(tools, open);
  // endregion
}

/** @returns the new access token, null when the server refused. */
export async function requestToken(
  tools: ClientTools,
  open: OpenExchange,
  refreshToken: string,
): Promise<string | null> {
  const response = await exchange(tools, open, {
    method: 'POST',
    path: '/jwt_refresh.php',
    json: { refresh_token: refreshToken },
  });
  const token = jsonBody(response)?.['access_token'];
  return response.status === 200 && typeof token === 'string' ? token : null;
}
