import { encodeBase64url } from '#token/base64url.ts';
import type { Finding, FindingCode } from '#token/findings.ts';
import type { Segment } from '#token/segment.ts';
import { signingInput } from '#token/signing-input.ts';
import type {
  CompactJws,
  JsonJws,
  JwsParts,
  ParsedToken,
  SdJwt,
} from '#token/token-forms.ts';
import { encodeUtf8 } from '#token/utf8.ts';

/** One signature of a pasted token, and what it is said to cover. Nothing here is encoded anew. */
export interface SignatureCase {
  /** An SD-JWT has its issuer's signature and may have its holder's (RFC 9901 §4.3), by another key. */
  readonly role: 'signature' | 'issuer' | 'key-binding';
  /** Its place in a JSON serialisation; 0 elsewhere. */
  readonly index: number;
  /** As written in the header, null if there is none. */
  readonly alg: string | null;
  readonly kid: string | null;
  /** The bytes that are signed (RFC 7515 §5.1), put together when they are asked for: nobody does without a key. */
  readonly input: Uint8Array;
  readonly signature: Uint8Array;
  /** The first rule that this signature's header, payload or own encoding breaks: a verifier refuses it whatever its bytes. */
  readonly brokenRule: FindingCode | null;
  /** The payload travels elsewhere and was not given. */
  readonly isPayloadMissing: boolean;
}

/** A payload that travels apart from its token. */
export type DetachedPayload =
  /** The content itself. It is encoded as the header says. */
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  /** In base64url already, as it would stand between the periods. */
  | { readonly kind: 'encoded'; readonly text: string };

/** Every signature of a token, none for what is no JWS. `detached` counts only where the token has no payload of its own. */
export function signatureCases(
  token: ParsedToken,
  detached: DetachedPayload | null = null,
): readonly SignatureCase[] {
  switch (token.form) {
    case 'jws':
    case 'unsecured':
    case 'detached':
      return [compactCase(token, detached)];
    case 'jws-json':
      return jsonCases(token, detached);
    case 'sd-jwt':
      return sdJwtCases(token);
    case 'jwe':
    case 'jwe-json':
    case 'malformed':
    case 'other':
    case 'key-material':
    case 'empty':
      return [];
  }
}

function compactCase(
  token: CompactJws,
  detached: DetachedPayload | null,
): SignatureCase {
  const { header, payload, signature, alg, unencoded, findings } = token;
  const body = payload.text === '' ? detachedBytes(detached, unencoded) : null;
  return {
    role: 'signature',
    index: 0,
    alg,
    kid: header.json?.rootString('kid') ?? null,
    get input() {
      return signingInput(header, payload, body ?? undefined);
    },
    signature: signature.bytes,
    brokenRule: firstBroken(findings, () => true),
    isPayloadMissing: token.form === 'detached' && body === null,
  };
}

function jsonCases(
  token: JsonJws,
  detached: DetachedPayload | null,
): readonly SignatureCase[] {
  const { payload, signatures, findings, document } = token;
  const isUnencoded = payload.base64url === null;
  const body =
    payload.text === '' ? detachedBytes(detached, isUnencoded) : null;
  return signatures.map(({ header, unprotected, signature, alg }, index) => ({
    role: 'signature',
    index,
    alg,
    kid: kidOf(header, document, unprotected),
    get input() {
      return signingInput(header, payload, body ?? undefined);
    },
    signature: signature.bytes,
    brokenRule: firstBroken(findings, (found) =>
      concernsSignature(found, token, index),
    ),
    isPayloadMissing: payload.text === '' && body === null,
  }));
}

function kidOf(
  header: Segment | null,
  document: Segment,
  unprotected: number,
): string | null {
  const { json } = document;
  const own = header?.json?.rootString('kid') ?? null;
  if (own !== null || json === null || unprotected < 0) return own;
  return json.string(json.member(unprotected, 'kid'));
}

function sdJwtCases({
  issuer,
  keyBinding,
  findings,
}: SdJwt): readonly SignatureCase[] {
  const own = sdJwtCase(issuer, 'issuer', 0, findings);
  if (keyBinding === null) return [own];
  return [own, sdJwtCase(keyBinding, 'key-binding', 1, findings)];
}

function sdJwtCase(
  { header, payload, signature, alg }: JwsParts,
  role: 'issuer' | 'key-binding',
  segmentIndex: number,
  findings: readonly Finding[],
): SignatureCase {
  return {
    role,
    index: 0,
    alg,
    kid: header.json?.rootString('kid') ?? null,
    get input() {
      return signingInput(header, payload);
    },
    signature: signature.bytes,
    brokenRule: firstBroken(
      findings,
      ({ segment, index }) =>
        index === segmentIndex &&
        (segment === 'header' ||
          segment === 'payload' ||
          segment === 'signature'),
    ),
    isPayloadMissing: false,
  };
}

function detachedBytes(
  detached: DetachedPayload | null,
  isUnencoded: boolean,
): Uint8Array | null {
  if (detached === null) return null;
  if (detached.kind === 'encoded') return encodeUtf8(detached.text);
  return isUnencoded
    ? detached.bytes
    : encodeUtf8(encodeBase64url(detached.bytes));
}

function firstBroken(
  findings: readonly Finding[],
  concerns: (found: Finding) => boolean,
): FindingCode | null {
  const broken = findings.find(
    (found) => found.severity === 'invalid' && concerns(found),
  );
  return broken?.code ?? null;
}

/** What is wrong with one signature of several is no fault of the others. */
function concernsSignature(
  { segment, index: part, node }: Finding,
  { signatures, document }: JsonJws,
  index: number,
): boolean {
  if (segment === 'header' || segment === 'signature') return part === index;
  const { json } = document;
  if (segment !== 'token' || node === null || json === null) return true;
  return signatures.every(
    ({ unprotected }, other) =>
      other === index ||
      unprotected < 0 ||
      node < unprotected ||
      node >= json.subtreeEnd(unprotected),
  );
}
