import { headerValues, type HeaderList } from '#core/http.ts';

/**
 * The value of a cookie that the request brought, null without one. Several of one name come most specific first
 * (RFC 6265bis §5.8.3), and the first one counts, as in PHP.
 */
export function cookieValue(headers: HeaderList, name: string): string | null {
  const pairs = headerValues(headers, 'Cookie').join(';').split(';');
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at >= 0 && pair.slice(0, at).trim() === name)
      return pair.slice(at + 1).trim();
  }
  return null;
}
