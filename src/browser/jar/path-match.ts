import { bis, type Finding } from './ruling.ts';

const CITE = bis('5.1.4');

/**
 * Whether a request's path lies within a cookie's path (RFC 6265bis §5.1.4).
 * Compared as written: "%6F" is not "o".
 */
export function pathMatch(requestPath: string, cookiePath: string): Finding {
  // The same path.
  if (requestPath === cookiePath) return { holds: true, cite: CITE };
  // Otherwise the cookie's path must be the beginning, and end there at a "/":
  // its own last character, or the next of the request ("/shop" covers
  // "/shop/cart", never "/shopping").
  const directory = cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`;
  return { holds: requestPath.startsWith(directory), cite: CITE };
}
