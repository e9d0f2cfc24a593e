import type { Cookie } from './cookie.ts';
import { allow, bis, refuse, type Ruling } from './ruling.ts';

const CITE = bis('5.4');

/**
 * Promises that a name makes and the browser keeps, so that a server that sees
 * the name can rely on them: a cookie carries no attributes back (RFC 6265bis
 * §5.4, §5.7 steps 20 to 22). The prefix counts in any case.
 */
export function checkPrefix(cookie: Cookie, pathGiven: boolean): Ruling {
  // "__Secure-": the cookie is Secure.
  if (startsWith(cookie.name, '__secure-'))
    return cookie.secure ? allow(CITE) : refuse('cookie-prefix', CITE);
  // "__Host-": Secure, for this one host (no Domain), and with a Path of "/"
  // written out.
  if (startsWith(cookie.name, '__host-')) {
    const kept =
      cookie.secure && cookie.hostOnly && pathGiven && cookie.path === '/';
    return kept ? allow(CITE) : refuse('cookie-prefix', CITE);
  }
  // A nameless cookie is sent as its bare value: it must not look like a
  // prefixed one.
  const disguised =
    cookie.name === '' &&
    ['__secure-', '__host-'].some((prefix) => startsWith(cookie.value, prefix));
  return disguised ? refuse('cookie-prefix', CITE) : allow();
}

function startsWith(text: string, prefix: string): boolean {
  return text.toLowerCase().startsWith(prefix);
}
