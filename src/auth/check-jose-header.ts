import type { JsonObject } from '#core/json.ts';
import { refusal, type Verdict } from './verdict.ts';

/** Holds a header against the verifier, before any cryptography: the token does not choose how it is verified. */
export function checkJoseHeader(
  { alg, crit, b64 }: JsonObject,
  algorithms: readonly string[],
): Verdict {
  // A key goes with its algorithm. `none`, and HMAC with a public key for a secret, end here (RFC 8725 §3.1).
  if (typeof alg !== 'string' || !algorithms.includes(alg)) {
    return {
      ok: false,
      refusal: refusal(
        'token-alg',
        [{ document: 'RFC 8725', section: '3.1' }],
        'alg',
      ),
    };
  }
  // Extensions that must be understood, and here none is (RFC 7515 §4.1.11). An empty or malformed list is no better.
  if (crit !== undefined) {
    return {
      ok: false,
      refusal: refusal(
        'token-crit',
        [{ document: 'RFC 7515', section: '4.1.11' }],
        'crit',
      ),
    };
  }
  // A payload that is not base64url is none of a JWT's (RFC 7797 §7), announced by `crit` or not.
  if (b64 === false) {
    return {
      ok: false,
      refusal: refusal(
        'token-malformed',
        [{ document: 'RFC 7797', section: '7' }],
        'b64',
      ),
    };
  }
  return { ok: true };
}
