import { allow, bis, refuse, type Ruling } from './ruling.ts';

const CITE = bis('5.6');

/**
 * A line with a control character in it (%x00-1F or %x7F) is thrown away as a
 * whole; only the tab may stand. RFC 6265 had no such rule, and browsers cut
 * the cookie off there.
 */
export function checkControlCharacters(setCookie: string): Ruling {
  // oxlint-disable-next-line no-control-regex -- control characters are the subject
  return /[\u0000-\u0008\u000a-\u001f\u007f]/.test(setCookie)
    ? refuse('cookie-control-character', CITE)
    : allow(CITE);
}
