import type { Cookie } from './cookie.ts';

/**
 * The value of the `Cookie` field (RFC 6265bis §5.8.3): pairs joined by "; ". A
 * cookie without a name is its bare value.
 */
export function serializeCookies(
  cookies: readonly Pick<Cookie, 'name' | 'value'>[],
): string {
  return cookies
    .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
    .join('; ');
}
