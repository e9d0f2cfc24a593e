import type { Finding, FindingCode } from './findings.ts';
import type { JsonTree } from './json-tree.ts';
import { parseToken } from './parse.ts';
import { signingInput } from './signing-input.ts';
import type { CompactJws, ParsedToken } from './token-forms.ts';

/** A JWT that a verifier may go on with: one reading only, and every byte of it known. */
export interface StrictJwt {
  readonly ok: true;
  readonly token: CompactJws;
  readonly alg: string;
  readonly header: JsonTree;
  readonly claims: JsonTree;
  /** What the signature covers. */
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** `code` is the first rule broken; `finding` says where, null if the text is another kind of token. */
export interface RefusedJwt {
  readonly ok: false;
  readonly code: FindingCode;
  readonly finding: Finding | null;
}

/** Warnings that let one token be read in two ways, or carry no protection. A verifier refuses them. */
const REFUSED_WARNINGS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'base64url-trailing-bits',
  'json-duplicate-name',
  'alg-none',
  'payload-empty',
  'payload-not-json',
  'payload-not-object',
  'payload-nested',
  'payload-nested-undeclared',
]);

/**
 * The reading for verifiers: a JWS in compact serialisation with canonical base64url, a header and a claims set in JSON by the letter
 * without repeated names, no unknown `crit`, and an `alg` that is not `none`. Whether that `alg`, the signature and the claims are
 * acceptable is the verifier's part (RFC 8725 §3.1).
 */
export function readStrictJwt(text: string): StrictJwt | RefusedJwt {
  const token = parseToken(text);
  const refused = token.findings.find(isRefused) ?? null;
  if (refused !== null) return { ok: false, code: refused.code, finding: refused };
  if (token.form !== 'jws' || token.alg === null) {
    return refuse(token);
  }
  const { header, payload, signature, alg } = token;
  if (header.json === null || payload.json === null) return refuse(token);
  return {
    ok: true,
    token,
    alg,
    header: header.json,
    claims: payload.json,
    signingInput: signingInput(header, payload),
    signature: signature.bytes,
  };
}

/** Another form of token, or none: its first finding says which. */
function refuse({ findings: [first] }: ParsedToken): RefusedJwt {
  return { ok: false, code: first?.code ?? 'token-segment-count', finding: first ?? null };
}

function isRefused({ code, severity, segment }: Finding): boolean {
  if (severity === 'invalid' || REFUSED_WARNINGS.has(code)) return true;
  // In a payload broken JSON is only a warning, because it may be a legal JWS; it cannot be a JWT.
  return segment === 'payload' && (code.startsWith('json-') || code.startsWith('utf'));
}
