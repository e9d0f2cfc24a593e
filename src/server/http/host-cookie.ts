/** A cookie that carries a credential, as one request's answer sets and clears it. */
export interface HostCookie {
  /** As it is sent: with its prefix, where that is allowed. */
  readonly name: string;
  set(value: string): string;
  clear(): string;
}

/**
 * A cookie for this host alone, out of the reach of scripts: `Secure; HttpOnly; Path=/`, no `Domain`, and a name that makes a
 * browser insist on it (RFC 6265bis §4.1.3.2). Over plain http a browser would refuse such a cookie, so name and `Secure` go.
 * @param url of the request.
 */
export function hostCookie(
  bareName: string,
  sameSite: 'Lax' | 'Strict',
  url: string,
): HostCookie {
  const secure = url.startsWith('https:');
  const name = secure ? `__Host-${bareName}` : bareName;
  const attributes = [
    'Path=/',
    'HttpOnly',
    ...(secure ? ['Secure'] : []),
    `SameSite=${sameSite}`,
  ].join('; ');
  return {
    name,
    set: (value) => `${name}=${value}; ${attributes}`,
    // A browser judges a removal by the same rules.
    clear: () =>
      `${name}=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; ${attributes}`,
  };
}
