import type { Jar } from './cookie.ts';
import { retrieveCookies } from './retrieve.ts';
import { serializeCookies } from './serialize.ts';

/**
 * What `document.cookie` answers to a script of the page at `url`: everything
 * but HttpOnly cookies (RFC 6265bis §5.8.2).
 */
export function scriptView(jar: Jar, url: string, now: number): string {
  const { sent } = retrieveCookies(jar, {
    url,
    method: 'GET',
    initiator: new URL(url).origin,
    topLevelNavigation: false,
    api: 'script',
    now,
  });
  return serializeCookies(sent);
}
