import { parseSession, type PhpFaultCode } from '#auth/php-parse.ts';

/** A text in PHP's session format, and what PHP would say of it. */
export interface PhpSessionText {
  /** Null where PHP reads it. `offset` in bytes. */
  readonly fault: { readonly code: PhpFaultCode; readonly offset: number } | null;
  /** A string that says another length than it has, in bytes. */
  readonly length: { readonly stated: number; readonly actual: number; readonly text: string } | null;
}

/** `user|a:3:{…}`: a name, a bar, a serialised value. Null for anything else. */
export function readPhpSession(text: string): PhpSessionText | null {
  if (!/^[\w.-]{1,64}\|[aidbsN][:;]/.test(text)) return null;
  const reading = parseSession(text.trim());
  if (reading.ok) return { fault: null, length: null };
  return { fault: { code: reading.fault, offset: reading.offset }, length: wrongLength(text) };
}

function wrongLength(text: string): PhpSessionText['length'] {
  for (const [, stated = '', content = ''] of text.matchAll(/s:(\d+):"([^"]*)";/g)) {
    const actual = new TextEncoder().encode(content).length;
    if (Number(stated) !== actual) return { stated: Number(stated), actual, text: content };
  }
  return null;
}
