/** Everything about a run that can be set. Lifetimes are seconds. */
export interface Settings {
  /** A PHP session unused this long is over. */
  readonly idle: number;
  /** A session is over this long after login, used or not; PHP and SQL sessions alike. */
  readonly absolute: number;
  readonly denylist: boolean;
  /** Tokens issued before a user's cut-off are refused. */
  readonly cutOff: boolean;
  readonly accessLifetime: number;
  readonly refreshLifetime: number;
  /** Seconds of clock difference a verifier forgives. */
  readonly leeway: number;
  readonly algorithm: 'HS256' | 'RS256' | 'EdDSA';
  /** What carries a session's id and the JWT scheme's access token: a header that scripts write, or a cookie that no script sees. */
  readonly transport: 'header' | 'cookie';
  /** Where a client that keeps its credential by itself keeps it. */
  readonly clientStorage: 'localStorage' | 'memory';
  /** The client refreshes `REFRESH_AHEAD` seconds before `exp` instead of waiting for a 401. */
  readonly refreshAhead: boolean;
  /** The access token of the hybrid. */
  readonly hybridAccessLifetime: number;
  /** What carries the hybrid's refresh token: bodies, or a cookie that no script sees. */
  readonly refreshTransport: 'body' | 'cookie';
  /** For so long after its use a refresh token is taken once more instead of revoking its family. */
  readonly grace: number;
  /** The tabs of one browser refresh one at a time (Web Locks API). */
  readonly tabLock: boolean;
}

export type SettingId = keyof Settings;

/** Seconds before `exp` from which a client that refreshes ahead does so first. */
export const REFRESH_AHEAD = 300;

/** As the source documents have it. */
export const DEFAULT_SETTINGS: Settings = {
  idle: 5_400,
  absolute: 43_200,
  denylist: false,
  cutOff: false,
  accessLifetime: 3_600,
  refreshLifetime: 604_800,
  leeway: 0,
  algorithm: 'HS256',
  transport: 'header',
  clientStorage: 'localStorage',
  refreshAhead: false,
  hybridAccessLifetime: 900,
  refreshTransport: 'body',
  grace: 0,
  tabLock: false,
};
