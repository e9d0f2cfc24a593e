import type { Plugin } from 'vite';

const TOUGH_COOKIE = 'import { Cookie, CookieJar, MemoryCookieStore } from "tough-cookie";';
const STORE = 'const cookieStore = isNodeProcess() ? null : new CookieStore();';

/**
 * Leaves MSW’s cookie store out, as MSW itself does in Node. The simulated browser has its own jar and no request of ours carries a real
 * cookie; the store would read `localStorage` while MSW is being loaded, which fails where storage is blocked, and bring a list of public
 * suffixes of 113 kB.
 */
export function leanMsw(): Plugin {
  return {
    name: 'claimcheck:lean-msw',
    enforce: 'pre',
    transform: {
      filter: { id: /\/msw\/lib\/_chunks\/cookie-store\.js$/ },
      handler(code) {
        for (const part of [TOUGH_COOKIE, STORE]) if (!code.includes(part)) this.error(`not in MSW any more: ${part}`);
        return { code: code.replace(TOUGH_COOKIE, '').replace(STORE, 'const cookieStore = null;'), map: null };
      },
    },
  };
}
