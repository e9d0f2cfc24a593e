import { FindingList } from './finding-list.ts';
import { parseJws } from './parse-jws.ts';
import type { CompactJws } from './token-forms.ts';

/** Reads a text with exactly two periods as a JWS in compact serialisation, whatever is wrong with it. */
export function parseCompactJws(text: string, findings: FindingList): CompactJws {
  const parts = parseJws({ text, start: 0, index: 0 }, findings);
  const { header, payload, signature, alg } = parts;
  const isDetached = payload.text === '' && signature.text !== '';
  return {
    ...parts,
    form: alg === 'none' ? 'unsecured' : isDetached ? 'detached' : 'jws',
    text,
    segments: [header, payload, signature],
    findings: findings.finish(),
  };
}

/** Letters of base64url and two periods, and the first letters are those of `{"`. */
const PLAIN = /^ey[A-L][\w-]*\.([\w-]*)\.([\w-]*)$/;

/**
 * Reads a signed JWT against which its form says nothing, with nothing around it: what most pastes are, and all that is needed to read
 * them. Null for any other text, which `extractTokens` and `parseToken` read; what they say of such a token is the same.
 */
export function parsePlainJwt(text: string): CompactJws | null {
  const [, middle, last] = PLAIN.exec(text) ?? [];
  if (middle === undefined || last === undefined || isSignedCookieShape(middle, last)) return null;
  const token = parseCompactJws(text, new FindingList());
  return token.form === 'jws' && token.content === 'claims' && token.findings.length === 0 ? token : null;
}

/** The time and the digest of a cookie that a web framework signed: see `recogniseMarked`. */
function isSignedCookieShape(time: string, digest: string): boolean {
  return time.length <= 8 && digest.length === 27;
}
