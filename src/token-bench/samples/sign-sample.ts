import { jwsAlgorithm } from '#auth/jws-algorithms.ts';
import { prepareSigner } from '#auth/jws-key.ts';
import { UNBOUND } from '#auth/keys/bench-key.ts';
import { encodeBase64url } from '#token/base64url.ts';
import { encodeUtf8 } from '#token/utf8.ts';
import { encodeText } from './encode-text.ts';

/** Makes a sample with HS256, header and payload as they are written. */
export async function signSample(header: string, payload: string, secret: string): Promise<string> {
  const start = `${encodeText(header)}.${encodeText(payload)}`;
  const algorithm = jwsAlgorithm('HS256');
  if (!algorithm) throw new Error('no HS256');
  const bytes = new Uint8Array(encodeUtf8(secret));
  const signer = await prepareSigner(algorithm, { ...UNBOUND, kind: 'secret', encoding: 'utf8', bytes });
  // Without cryptography (plain http) the sample comes unsigned, and the page says that it cannot verify.
  const signature = signer.state === 'ready' ? await signer.sign(encodeUtf8(start)) : new Uint8Array(32);
  return `${start}.${encodeBase64url(signature)}`;
}
