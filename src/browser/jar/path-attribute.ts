import { DEFAULT_PATH_CITE, defaultPath } from './default-path.ts';
import { attributeValues, type SetCookie } from './parse-set-cookie.ts';
import { allow, bis, type Ruling } from './ruling.ts';

interface PathReading {
  readonly path: string;
  /** A Path attribute was there, empty or not: `__Host-` asks. */
  readonly given: boolean;
  readonly ruling: Ruling;
}

/**
 * Which paths get the cookie: the last Path, or where it is missing or does not
 * begin with "/", the default (RFC 6265bis §5.6.4).
 */
export function readPath(setCookie: SetCookie, url: string): PathReading {
  const attribute = attributeValues(setCookie, 'path').at(-1);
  const given = attribute !== undefined;
  if (attribute?.startsWith('/'))
    return { path: attribute, given, ruling: allow(bis('5.6.4')) };
  return { path: defaultPath(url), given, ruling: allow(DEFAULT_PATH_CITE) };
}
