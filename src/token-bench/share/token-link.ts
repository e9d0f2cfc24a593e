/** What a link to the bench carries. */
export interface TokenLink {
  readonly text: string;
  /** The signature was left out before it was shared. */
  readonly isRedacted: boolean;
}

/** `#/token?t=…`: in the fragment, which browsers do not send to servers. */
export function encodeTokenLink({ text, isRedacted }: TokenLink): string {
  return `#/token?t=${encodeURIComponent(text)}${isRedacted ? '&redacted=1' : ''}`;
}

/** Null for a fragment that carries no token. */
export function decodeTokenLink(fragment: string): TokenLink | null {
  if (!fragment.startsWith('#/token?')) return null;
  const parameters = new URLSearchParams(fragment.slice('#/token?'.length));
  const text = parameters.get('t');
  return text === null || text === '' ? null : { text, isRedacted: parameters.get('redacted') === '1' };
}

/** The same token without its last part: it can be read, and cannot be used. */
export function withoutSignature(text: string): string {
  const last = text.lastIndexOf('.');
  return last < 0 ? text : text.slice(0, last + 1);
}
