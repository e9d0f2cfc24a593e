/*
 * Stands in for tough-cookie, MSW's own cookie jar, and for the list of public suffixes that it brings along: 120 kB that nothing here asks for.
 * The simulated browser has a jar of its own, and no message of ours carries a real cookie.
 */

/** What MSW keeps its jar in, and reads back at its start. */
export class MemoryCookieStore {
  idx = {};
}

/** Never holds a cookie. */
export class CookieJar {
  getCookiesSync(): readonly never[] {
    return [];
  }

  async setCookie(): Promise<void> {}
}

export const Cookie = { fromJSON: (): null => null };
