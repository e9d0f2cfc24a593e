import { contentOf } from './verdict.ts';
import { parseToken } from './parse.ts';
import type { ParsedToken } from './token-forms.ts';
import { decodeUtf8 } from './utf8.ts';

/** The token that is the payload of this one (RFC 7519 §5.2), or null. Each level is a quarter smaller, so they come to an end. */
export function nestedToken(token: ParsedToken): ParsedToken | null {
  if (contentOf(token) !== 'nested') return null;
  const payload = token.segments.find((segment) => segment.name === 'payload');
  return payload === undefined ? null : parseToken(decodeUtf8(payload.bytes));
}
