import type { CookieContext } from '#browser/jar/context.ts';
import { EMPTY_JAR, type Jar } from '#browser/jar/cookie.ts';
import { receiveCookie } from '#browser/jar/store.ts';

export const NOW = 1_772_442_000;
export const PAGE = 'https://app.example/login.php';

/** The app's own page asks for something on its own origin by script. */
export function scripted(change: Partial<CookieContext> = {}): CookieContext {
  return {
    url: PAGE,
    method: 'GET',
    initiator: 'https://app.example',
    topLevelNavigation: false,
    api: 'http',
    now: NOW,
    ...change,
  };
}

/** A jar into which these lines were received, one after the other. */
export function jarOf(lines: readonly string[], context: CookieContext = scripted(), jar: Jar = EMPTY_JAR): Jar {
  return lines.reduce((held, line) => receiveCookie(held, line, context).jar, jar);
}
