/**
 * How far a cookie may travel. `Default` is what a missing or unknown value
 * means: enforced like `Lax` (RFC 6265bis §5.6.7).
 */
export type SameSite = 'Strict' | 'Lax' | 'None' | 'Default';

/** A stored cookie: the fields of RFC 6265bis §5.7. Times are Unix seconds. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Canonical: lower case, without a leading dot. */
  readonly domain: string;
  /** True: sent to exactly `domain`. False: also to the hosts below it. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  /** Null: until the browser's session is over. */
  readonly expires: number | null;
  /** A cookie that replaces another inherits this. */
  readonly created: number;
}

/**
 * All cookies of one browser, in the order they were first stored. Immutable:
 * keeping the value is a snapshot.
 */
export type Jar = readonly Cookie[];

export const EMPTY_JAR: Jar = [];

/**
 * What makes a cookie the same one: `app.example;/;PHPSESSID`. A cookie with a
 * Domain attribute has a leading dot (`.app.example;/;x`), since it may live
 * beside a host-only one of the same name and path (RFC 6265bis §5.7 step 23).
 */
export function cookieKey({
  hostOnly,
  domain,
  path,
  name,
}: Pick<Cookie, 'hostOnly' | 'domain' | 'path' | 'name'>): string {
  return `${hostOnly ? '' : '.'}${domain};${path};${name}`;
}
