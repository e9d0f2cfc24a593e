import { encodeBase64url } from '#token/base64url.ts';
import { scanJson } from '#token/json-scan.ts';
import type { JsonTree } from '#token/json-tree.ts';
import { joinedByPeriod } from '#token/signing-input.ts';
import { charactersBefore, encodeUtf8, firstInvalidUtf8 } from '#token/utf8.ts';
import { jwsAlgorithm } from './jws-algorithms.ts';
import { prepareSigner, type KeyWeakness } from './jws-key.ts';
import type { BenchKey } from './keys/bench-key.ts';
import type { KeyMisfit } from './keys/key-fit.ts';

/** What is to be signed. Header and payload go into the token byte for byte: spaces, order and repeated names too. */
export interface SigningOrder {
  /** The algorithm that the key is for; the header has to name the same. */
  readonly alg: string;
  /** JSON text. */
  readonly header: string;
  readonly payload: Uint8Array;
  readonly key: BenchKey;
}

export type Signing =
  | {
      readonly state: 'signed';
      /** In compact serialisation. */
      readonly token: string;
      /** The header says `b64: false`, critically: the payload is signed as it is and travels elsewhere (RFC 7797 §5). */
      readonly isDetached: boolean;
      readonly weakness: KeyWeakness | null;
    }
  | {
      readonly state: 'refused';
      readonly reason:
        /** Not one that anything here can sign with; `none` is not. */
        | 'alg-unknown'
        | 'header-not-text'
        | 'header-not-json'
        | 'header-not-object'
        | 'header-alg-missing'
        | 'header-alg-differs';
      /** Offset in the header's text, null where there is none to name. */
      readonly at: number | null;
    }
  | { readonly state: 'key-mismatch'; readonly misfit: KeyMisfit }
  | {
      readonly state: 'cannot-sign-here';
      readonly reason: 'alg-unsupported' | 'no-webcrypto';
    };

/** Signs `base64url(header).base64url(payload)` (RFC 7515 §5.1). */
export async function signJws(order: SigningOrder): Promise<Signing> {
  const { alg, header, payload, key } = order;
  const algorithm = jwsAlgorithm(alg);
  if (algorithm === null)
    return { state: 'refused', reason: 'alg-unknown', at: null };
  const bytes = encodeUtf8(header);
  const json = scanJson(bytes);
  const wrong = checkHeader(json, alg);
  if (wrong) return wrong;

  const signer = await prepareSigner(algorithm, key);
  switch (signer.state) {
    case 'misfit':
      return { state: 'key-mismatch', misfit: signer.misfit };
    case 'unsupported':
      return { state: 'cannot-sign-here', reason: 'alg-unsupported' };
    case 'no-webcrypto':
      return { state: 'cannot-sign-here', reason: 'no-webcrypto' };
    case 'ready': {
      const isDetached = isUnencoded(json);
      const start = encodeBase64url(bytes);
      const body = isDetached ? '' : encodeBase64url(payload);
      const covered = joinedByPeriod(
        start,
        isDetached ? payload : encodeUtf8(body),
      );
      const signature = encodeBase64url(await signer.sign(covered));
      const token = `${start}.${body}.${signature}`;
      return {
        state: 'signed',
        token,
        isDetached,
        weakness: signer.weakness,
      };
    }
  }
}

function checkHeader(json: JsonTree, alg: string): Signing | null {
  const refuse = (
    reason: Extract<Signing, { state: 'refused' }>['reason'],
    byte: number | null = null,
  ): Signing => ({
    state: 'refused',
    reason,
    at: byte === null ? null : charactersBefore(json.bytes, byte),
  });
  const surrogate = firstInvalidUtf8(json.bytes);
  if (surrogate >= 0) return refuse('header-not-text', surrogate);
  const [fault] = json.faults;
  if (fault) return refuse('header-not-json', fault.start);
  if (!json.isObject) return refuse('header-not-object');
  const node = json.member(0, 'alg');
  if (node < 0) return refuse('header-alg-missing');
  return json.string(node) === alg
    ? null
    : refuse('header-alg-differs', json.valueRange(node).start);
}

function isUnencoded(json: JsonTree): boolean {
  const b64 = json.member(0, 'b64');
  const crit = json.member(0, 'crit');
  if (b64 < 0 || crit < 0 || json.kind(b64) !== 'false') return false;
  for (const name of json.children(crit))
    if (json.string(name) === 'b64') return true;
  return false;
}
