import { REFRESH_AHEAD } from '#core/settings.ts';
import type { Activity, ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import { closedGate, type Lock } from './gate.ts';

/** How a scheme trades its refresh token, and where its client keeps what it gets. */
export interface Renewal<Tokens> {
  /** The current access token, or what is known of it where no script sees it; null without one. */
  access(): string | null;
  /** The Unix second at which that one ends, null where it cannot be told. */
  expiryOf(access: string): number | null;
  /** Tells this login from an earlier and a later one; null without any. */
  login(): string | null;
  /** Whether new tokens may be had without an access token that was refused. */
  canStart(): boolean;
  /** Null when the server refused, or when there is nothing to trade. */
  request(open: OpenExchange): Promise<Tokens | null>;
  keep(open: OpenExchange, tokens: Tokens): void;
  drop(open: OpenExchange): void;
}

/** Gets a new access token when the old one is over, once for all who ask. */
export interface RefreshInterceptor {
  /**
   * Before a request: refreshes when the setting is on and `exp` is near, or
   * when there is no access token yet.
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

export function createRefreshInterceptor<Tokens>(
  tools: ClientTools,
  renewal: Renewal<Tokens>,
): RefreshInterceptor {
  const ownLock: Lock = { holder: null };

  /** One refresh at a time: whoever comes second waits for the first. */
  async function refresh(
    activity: Activity,
    why: 'start-refresh' | 'refresh-ahead',
  ): Promise<void> {
    const open = activity.open('refresh');
    const { recorder } = open;
    const isShared = tools.settings().tabLock;
    const lock = isShared ? tools.tabLock : ownLock;
    while (lock.holder) {
      // region: refresh-interceptor.wait
      const stale = renewal.access();
      const fact = action('await-refresh');
      recorder.note('act', 'refresh-interceptor.wait', fact);
      await activity.wait(lock.holder);
      // Another tab may have kept its new token to itself.
      if (!isShared || renewal.access() !== stale) return;
      // endregion
    }
    // region: refresh-interceptor.start
    const gate = closedGate();
    lock.holder = gate;
    const fact = action(why, 'refresh_token');
    recorder.note('act', 'refresh-interceptor.start', fact);
    try {
      await renew(renewal, open);
    } finally {
      lock.holder = null;
      gate.open();
    }
    // endregion
  }

  return {
    async before(activity) {
      const token = renewal.access();
      if (token === null) {
        if (renewal.canStart()) await refresh(activity, 'start-refresh');
        return true;
      }
      if (!isDue(tools, renewal.expiryOf(token))) return true;
      await refresh(activity, 'refresh-ahead');
      return renewal.access() !== null;
    },
    async after(activity, refused) {
      // A late 401, for a token that was replaced meanwhile, needs no
      // refresh: the current token was never refused.
      const current = renewal.access();
      if (current !== refused) return current;
      await refresh(activity, 'start-refresh');
      const next = renewal.access();
      return next === refused ? null : next;
    },
    now: (activity) => refresh(activity, 'start-refresh'),
  };
}

function isDue(tools: ClientTools, exp: number | null): boolean {
  if (exp === null || !tools.settings().refreshAhead) return false;
  return tools.clock.now() >= exp - REFRESH_AHEAD;
}

/** Trades the refresh token for a new access token, or logs out. */
async function renew<Tokens>(
  renewal: Renewal<Tokens>,
  open: OpenExchange,
): Promise<void> {
  const login = renewal.login();
  const tokens = await renewal.request(open);

  // Logged out, or in again, while the answer was on its way.
  if (renewal.login() !== login) return;
  if (tokens !== null) {
    renewal.keep(open, tokens);
    return;
  }
  // region: refresh-interceptor.give-up
  const fact = action('give-up');
  open.recorder.note('drop', 'refresh-interceptor.give-up', fact);
  renewal.drop(open);
  // endregion
}
