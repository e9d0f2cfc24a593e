import { type KeyReading, readKey } from '#auth/keys/read-key.ts';
import type { Decryption } from '#auth/jwe-decrypt.ts';
import { findParameter, partsOf } from '#token/header-rules.ts';
import type { CompactJwe, JsonJwe } from '#token/token-forms.ts';
import type { KeyInput } from '../keys/key-input.ts';

/** What came of opening an encrypted token. */
export interface Opening {
  readonly token: CompactJwe | JsonJwe;
  readonly input: KeyInput;
  readonly key: KeyReading;
  readonly decryption: Decryption;
}

/** Opens an encrypted token with what the reader gave. The library for it is loaded only now. */
export async function openSealed(token: CompactJwe | JsonJwe, input: KeyInput): Promise<Opening> {
  const { decryptJwe } = await import('#auth/jwe-decrypt.ts');
  const key = readKey(input.text, { encoding: input.encoding, kid: kidOf(token), fits: () => true });
  const keys = key.state === 'read' ? key.keys : [];
  return { token, input, key, decryption: await decryptJwe(token, keys) };
}

function kidOf({ header }: CompactJwe | JsonJwe): string | null {
  const found = header ? findParameter(partsOf(header), 'kid') : null;
  return found ? found.part.json.string(found.node) : null;
}
