import type { OpenFamily } from './entry.ts';
import { cookies } from './sources.ts';

/** The attributes after a cookie’s value and the prefixes of its name, in lower case. */
export const COOKIE_ATTRIBUTE_ENTRIES: OpenFamily = {
  expires: {
    term: 'Expires',
    says: 'The date on which the browser forgets the cookie. Without this and `Max-Age` it lives until the browser is closed, so far as browsers still do that.',
    source: cookies('4.1.2'),
  },
  'max-age': {
    term: 'Max-Age',
    says: 'The same in seconds from now, and it wins over `Expires`. Zero means: forget it at once. Browsers cap it at 400 days.',
    source: cookies('5.6.2'),
  },
  domain: {
    term: 'Domain',
    says: 'Sends the cookie to this host and every host below it. Leaving it out is narrower: then only the host that set it gets it back.',
    source: cookies('5.6.3'),
  },
  path: {
    term: 'Path',
    says: 'Sends the cookie only for addresses below this path. It sorts, it does not protect: other paths of the same host can still get at it.',
    source: cookies('5.6.4'),
  },
  secure: {
    term: 'Secure',
    says: 'Sends the cookie over https only.',
    source: cookies('5.6.5'),
  },
  httponly: {
    term: 'HttpOnly',
    says: 'Hides the cookie from scripts. A hostile script cannot carry it away, but it can still send requests that have it attached.',
    source: cookies('5.6.6'),
  },
  samesite: {
    term: 'SameSite',
    says: '`Strict`: never sent from another site. `Lax`: only when following a link there. `None`: always. Unset means `Lax`. A sibling subdomain is the same site.',
    source: cookies('5.6.7'),
  },
  'host-only': {
    term: 'Host-only',
    says: 'No `Domain` was given, so the cookie goes back to exactly the host that set it. The browser notes this itself.',
    source: cookies('5.7'),
  },
  '__host-': {
    term: '__Host-',
    says: 'A name that begins so is kept only if it is `Secure`, has `Path=/` and no `Domain`. Not even a subdomain can plant it.',
    source: cookies('4.1.3'),
  },
  '__secure-': {
    term: '__Secure-',
    says: 'A name that begins so is kept only if the cookie is `Secure` and came over https.',
    source: cookies('4.1.3'),
  },
};
