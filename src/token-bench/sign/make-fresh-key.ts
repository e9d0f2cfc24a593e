import type { GeneratedKey } from '#auth/generate-key.ts';

export interface FreshKeyText {
  readonly key: GeneratedKey;
  /** The signing half as a JWK, which says what it is. */
  readonly keyText: string;
}

/** Makes a key for an algorithm; null where this browser cannot. The library for it is loaded only now. */
export async function makeFreshKey(alg: string): Promise<FreshKeyText | null> {
  const { generateKey } = await import('#auth/generate-key.ts');
  const made = await generateKey(alg, {
    rsaBits: 2048,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  if (made.state !== 'generated') return null;
  const { key } = made;
  return { key, keyText: JSON.stringify(key.kind === 'secret' ? key.jwk : key.privateJwk) };
}
