import { createPrivateKey, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMO_RSA_KEY } from '#auth/demo-keys.ts';
import { readKey, type KeyReading } from '#auth/keys/read-key.ts';
import { inShort, keysOf, readAlone } from './bench.ts';

/** A key on P-256 and a certificate for it, made with OpenSSL for these tests. */
const SEC1 = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIPDLiD+b/WZg9L4B2BZnBlxDv1Ax2pGw8GQZlTkMzesVoAoGCCqGSM49
AwEHoUQDQgAEzext/bsxoq9zjsKA35etBcr8NyQnyUibU0nzRe25WYEF6FSb8rha
XWdw7EOvF4sZE/QXnXkQs+W8a6rUbYFa8g==
-----END EC PRIVATE KEY-----
`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBijCCATGgAwIBAgIURPLCb/pQpBQ1Txc3BJkXSnvrJOcwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPY2xhaW1jaGVjayB0ZXN0MCAXDTI2MTEyMjAzMDY0OFoYDzIx
MjYxMDI5MDMwNjQ4WjAaMRgwFgYDVQQDDA9jbGFpbWNoZWNrIHRlc3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATN7G39uzGir3OOwoDfl60Fyvw3JCfJSJtTSfNF
7blZgQXoVJvyuFpdZ3DsQ68XixkT9BedeRCz5bxrqtRtgVryo1MwUTAdBgNVHQ4E
FgQU6NOFnsvDixOn6grMFN3TcjqgDC8wHwYDVR0jBBgwFoAU6NOFnsvDixOn6grM
FN3TcjqgDC8wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBzD5bf
0tTZnQwwkY+JhjZ/X73PaB2SVOZbFqFEpXufYQIgIjAC41d7hQ48L4XzZ8vFpKbI
9PAW2MUTHE1LHjGVa6I=
-----END CERTIFICATE-----
`;

const ecKey = createPrivateKey(SEC1);
const rsaKey = createPrivateKey({ key: DEMO_RSA_KEY, format: 'jwk' });
const pem = (type: 'spki' | 'pkcs8' | 'pkcs1' | 'sec1', key = ecKey): string =>
  String(type === 'spki' ? createPublicKey(key).export({ type, format: 'pem' }) : key.export({ type, format: 'pem' }));

const notes = (reading: KeyReading): readonly string[] =>
  reading.state === 'read' ? reading.notes.map(({ code }) => code) : [];

const problem = (reading: KeyReading) => (reading.state === 'unreadable' ? reading.problem : null);

/** What would be handed to WebCrypto, in base64. */
const der = (text: string): string => {
  const [key] = keysOf(readAlone(text));
  if (!key || key.kind === 'secret' || key.material.format === 'jwk') return '';
  return Buffer.from(key.material.der).toString('base64');
};

describe('PEM', () => {
  test('is read in every wrapping', () => {
    const rows = [
      [pem('spki'), 'public', 'EC', 'spki'],
      [pem('pkcs8'), 'private', 'EC', 'pkcs8'],
      [SEC1, 'private', 'EC', 'sec1'],
      [CERTIFICATE, 'public', 'EC', 'certificate'],
      [pem('spki', rsaKey), 'public', 'RSA', 'spki'],
      [pem('pkcs8', rsaKey), 'private', 'RSA', 'pkcs8'],
      [pem('pkcs1', rsaKey), 'private', 'RSA', 'pkcs1'],
      [String(createPublicKey(rsaKey).export({ type: 'pkcs1', format: 'pem' })), 'public', 'RSA', 'pkcs1'],
    ] as const;
    for (const [text, kind, kty, source] of rows) {
      const [key] = keysOf(readAlone(text));
      const variant = kty === 'EC' ? 'P-256' : null;
      const bits = kty === 'RSA' ? 2048 : null;
      expect(key).toMatchObject({ kind, kty, source, variant, bits });
    }
  });

  test('of PKCS #1 and SEC 1 becomes what OpenSSL makes of it', () => {
    expect(der(pem('pkcs1', rsaKey))).toBe(der(pem('pkcs8', rsaKey)));
    expect(der(String(createPublicKey(rsaKey).export({ type: 'pkcs1', format: 'pem' })))).toBe(
      der(pem('spki', rsaKey)),
    );
    expect(der(CERTIFICATE)).toBe(der(pem('spki')));
    // OpenSSL leaves the curve out of the inner key, so bytes differ and the key is the same.
    const made = createPrivateKey({ key: Buffer.from(der(SEC1), 'base64'), format: 'der', type: 'pkcs8' });
    expect(made.equals(ecKey)).toBe(true);
  });

  test('is read with lost, spelled-out or foreign line breaks and with a text around it', () => {
    const text = pem('spki');
    const shapes = [text.replaceAll('\n', ' '), text.replaceAll('\n', '\r\n'), text.replaceAll('\n', String.raw`\n`)];
    expect(shapes.map((shape) => inShort(readAlone(shape)))).toEqual(Array(3).fill('public EC'));
    expect(notes(readAlone(shapes[2] ?? ''))).toEqual(['pem-escaped']);
    expect(notes(readAlone(`"${String.raw`${shapes[2] ?? ''}`}"`))).toEqual(['pem-escaped']);
    expect(notes(readAlone(`Bag Attributes\n${text}`))).toEqual(['text-ignored']);
    expect(notes(readAlone(text + CERTIFICATE))).toEqual(['block-ignored']);
  });

  test('with a private part says so, and a certificate that it is not checked', () => {
    expect(notes(readAlone(SEC1))).toEqual(['private-part']);
    expect(notes(readAlone(CERTIFICATE))).toEqual(['certificate-unchecked']);
  });

  test('passes over the parameters that OpenSSL writes before a key', () => {
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    expect(inShort(readAlone(parameters + SEC1))).toBe('private EC');
    expect(inShort(readAlone(parameters))).toBe('pem-label-unknown');
  });

  test('that is broken is refused with the place', () => {
    const text = pem('spki');
    expect(problem(readAlone(text.slice(0, -10)))).toEqual({ code: 'pem-unclosed', at: 0, subject: 'PUBLIC KEY' });
    const at = text.indexOf('\n') + 5;
    const foreign = `${text.slice(0, at)}!${text.slice(at + 1)}`;
    expect(problem(readAlone(foreign))).toEqual({ code: 'pem-character', at, subject: 'PUBLIC KEY' });
    const empty = '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----';
    expect(problem(readAlone(empty))?.code).toBe('der-malformed');
  });

  test('whose DER is broken is refused with the place in the text', () => {
    const text = '-----BEGIN PUBLIC KEY-----\nMAMCAQA=\n-----END PUBLIC KEY-----';
    const found = problem(readAlone(text));
    expect(found).toMatchObject({ code: 'der-malformed', subject: 'PUBLIC KEY' });
    expect(found?.at).toBeGreaterThan(text.indexOf('MAMC'));
    expect(found?.at).toBeLessThanOrEqual(text.indexOf('\n-----END'));
  });

  test('that is encrypted, or holds no key of JOSE, is refused with a reason', () => {
    const encrypted = ecKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
    expect(problem(readAlone(String(encrypted)))).toMatchObject({ code: 'pem-encrypted' });
    const old = SEC1.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n');
    expect(problem(readAlone(old))).toMatchObject({ code: 'pem-encrypted' });
    const request = '-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----';
    expect(problem(readAlone(request))).toMatchObject({ code: 'pem-label-unknown', subject: 'CERTIFICATE REQUEST' });
    expect(inShort(readAlone('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@here'))).toBe('ssh-key');
    const dsa = '-----BEGIN PUBLIC KEY-----\nMBAwCQYHKoZIzjgEAQMDAAIB\n-----END PUBLIC KEY-----';
    expect(problem(readAlone(dsa))).toEqual({ code: 'key-type-unknown', at: null, subject: '1.2.840.10040.4.1' });
  });

  test('never makes it throw, however it is mangled', () => {
    const texts = [pem('spki'), pem('pkcs8', rsaKey), SEC1, CERTIFICATE];
    const mangled = fc.tuple(fc.constantFrom(...texts), fc.nat(2000), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(mangled, ([text, at, by]) => {
        const reading = readAlone(text.slice(0, at) + by + text.slice(at + by.length));
        expect(['read', 'unreadable']).toContain(reading.state);
      }),
    );
  });

  test('is a secret like any text where that is asked for, as an attacker does', () => {
    const reading = readAlone(pem('spki'), 'utf8');
    expect(inShort(reading)).toBe('utf8');
    expect(notes(reading)).toContain('secret-looks-like-key');
  });
});

const EC_JWK = ecKey.export({ format: 'jwk' });
const PUBLIC_JWK = createPublicKey(ecKey).export({ format: 'jwk' });

const jwk = (members: object): KeyReading => readAlone(JSON.stringify(members));

describe('a JWK', () => {
  test('is public, private or a secret', () => {
    expect(inShort(jwk(PUBLIC_JWK))).toBe('public EC');
    expect(inShort(jwk(EC_JWK))).toBe('private EC');
    expect(notes(jwk(EC_JWK))).toEqual(['private-part']);
    const [secret] = keysOf(jwk({ kty: 'oct', k: 'AQID' }));
    expect(secret).toMatchObject({ kind: 'secret', encoding: 'jwk', bytes: Uint8Array.of(1, 2, 3) });
  });

  test('that is broken is refused with the member and the place', () => {
    const rows: readonly (readonly [object, string, string])[] = [
      [{ x: 'AQID' }, 'json-no-key', ''],
      [{ kty: 'DSA' }, 'jwk-kty-unknown', 'DSA'],
      [{ ...PUBLIC_JWK, y: undefined }, 'jwk-member-missing', 'y'],
      [{ ...PUBLIC_JWK, crv: undefined }, 'jwk-member-missing', 'crv'],
      [{ ...PUBLIC_JWK, x: 17 }, 'jwk-member-type', 'x'],
      [{ ...PUBLIC_JWK, kid: 17 }, 'jwk-member-type', 'kid'],
      [{ ...PUBLIC_JWK, key_ops: 'verify' }, 'jwk-member-type', 'key_ops'],
      [{ ...PUBLIC_JWK, x: '!' }, 'jwk-member-encoding', 'x'],
      [{ ...PUBLIC_JWK, x: 'AQID' }, 'jwk-member-length', 'x'],
      [{ kty: 'oct' }, 'jwk-member-missing', 'k'],
      [{ kty: 'oct', k: 'A' }, 'jwk-member-encoding', 'k'],
    ];
    for (const [members, code, subject] of rows) {
      expect(problem(jwk(members))).toMatchObject({ code, subject: subject || null });
    }
    expect(problem(readAlone('{"kty":"oct","k":"AB!D"}'))?.at).toBe('{"kty":"oct","k":"AB'.length);
    expect(problem(readAlone('{"kty":"oct","k":"AQID",}'))).toMatchObject({ code: 'json-malformed' });
  });

  test('in the other alphabet, padded, or with a member twice is understood and remarked upon', () => {
    expect(notes(jwk({ kty: 'oct', k: '+/8=' }))).toEqual(['jwk-spelling']);
    const twice = readAlone('{"kty":"oct","k":"AAAA","k":"AQID"}');
    expect(notes(twice)).toEqual(['jwk-duplicate']);
    expect(keysOf(twice)[0]).toMatchObject({ bytes: Uint8Array.of(1, 2, 3) });
  });

  test('is not held to an algorithm that nobody registered', () => {
    const reading = jwk({ kty: 'oct', k: 'AQID', alg: 'HS-256' });
    expect(notes(reading)).toEqual(['jwk-alg-unknown']);
    expect(keysOf(reading)[0]?.alg).toBeNull();
  });
});

const isEc = (key: { readonly kind: string; readonly kty?: string }): boolean => key.kty === 'EC';
const kids = (reading: KeyReading) => keysOf(reading).map((key) => key.kid);

describe('a JWK Set', () => {
  const rsa = { kty: 'RSA', n: DEMO_RSA_KEY.n, e: 'AQAB' };
  const set = {
    keys: [
      { ...rsa, kid: 'a' },
      { ...PUBLIC_JWK, kid: 'b' },
      { ...PUBLIC_JWK, kid: 'c' },
    ],
  };
  const pick = (kid: string | null, keys: readonly object[] = set.keys, fits = isEc): KeyReading =>
    readKey(JSON.stringify({ keys }), { encoding: 'auto', kid, fits });

  test('gives the key that the token names', () => {
    const reading = pick('c');
    expect(reading).toMatchObject({ state: 'read', choice: 'kid', notes: [] });
    expect(kids(reading)).toEqual(['c']);
  });

  test('gives all that fit where the token names none, or one that is not there', () => {
    expect(pick(null)).toMatchObject({ choice: 'fit' });
    expect(kids(pick(null))).toEqual(['b', 'c']);
    expect(kids(pick('z'))).toEqual(['b', 'c']);
    expect(notes(pick('z'))).toEqual(['jwks-kid-absent']);
  });

  test('gives all of its keys where none seems to fit', () => {
    const reading = pick(null, set.keys, () => false);
    expect(reading).toMatchObject({ choice: 'open' });
    expect(kids(reading)).toEqual(['a', 'b', 'c']);
  });

  test('prefers, of two keys with one name, the one that fits', () => {
    const keys = [
      { ...rsa, kid: 'a' },
      { ...PUBLIC_JWK, kid: 'a' },
    ];
    expect(inShort(pick('a', keys))).toBe('public EC');
  });

  test('passes over keys that cannot be read, unless all are such', () => {
    const odd = { kty: 'quantum', kid: 'q' };
    expect(notes(pick('c', [odd, ...set.keys]))).toEqual(['jwks-skipped']);
    expect(inShort(pick('q', [odd]))).toBe('jwk-kty-unknown');
    expect(inShort(pick(null, []))).toBe('jwks-empty');
  });
});

const bytes = (text: string, encoding: 'utf8' | 'hex' | 'base64url' | 'base64') => {
  const [key] = keysOf(readAlone(text, encoding));
  return key?.kind === 'secret' ? [...key.bytes] : null;
};

describe('a secret', () => {
  test('is what its encoding says', () => {
    expect(bytes('Zoë', 'utf8')).toEqual([0x5a, 0x6f, 0xc3, 0xab]);
    expect(bytes(' 00fF10\n', 'hex')).toEqual([0, 255, 16]);
    expect(bytes('-_8', 'base64url')).toEqual([251, 255]);
    expect(bytes('+/8=\n', 'base64')).toEqual([251, 255]);
  });

  test('in a wrong encoding is refused with the place', () => {
    expect(problem(readAlone('00fg', 'hex'))).toEqual({ code: 'hex-character', at: 3, subject: null });
    expect(problem(readAlone('00f ', 'hex'))).toEqual({ code: 'hex-odd', at: 2, subject: null });
    expect(problem(readAlone('AB+D', 'base64url'))).toMatchObject({ code: 'base64-character', at: 2 });
    expect(problem(readAlone('AB-D', 'base64'))).toMatchObject({ code: 'base64-character', at: 2 });
    expect(problem(readAlone('AB*D', 'base64'))).toMatchObject({ code: 'base64-character', at: 2 });
    expect(problem(readAlone('ABCDE', 'base64'))).toMatchObject({ code: 'base64-length', at: 4 });
  });

  test('is guessed to be text first, then what it looks like', () => {
    expect(inShort(readAlone('secret'))).toBe('utf8');
    expect(inShort(readAlone('0123456789abcdef0123456789abcdef'))).toBe('utf8, hex, base64url');
    expect(inShort(readAlone('c2VjcmV0LXNlY3JldC1z'))).toBe('utf8, base64url');
    expect(inShort(readAlone('+2VjcmV0LXNlY3JldC1z'))).toBe('utf8, base64');
    expect(readAlone('c2VjcmV0LXNlY3JldC1z')).toMatchObject({ choice: 'guess' });
  });

  test('keeps white space at its ends, says so, and is tried without as well', () => {
    const reading = readAlone('secret\n');
    expect(notes(reading)).toEqual(['secret-edges']);
    expect(keysOf(reading).map((key) => key.kind === 'secret' && key.bytes.length)).toEqual([7, 6]);
  });

  test('is empty only if nothing is there', () => {
    expect(inShort(readAlone(''))).toBe('empty');
    expect(inShort(readAlone(' \n'))).toBe('empty');
    expect(bytes(' ', 'utf8')).toEqual([0x20]);
  });

  test('of any text never makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['empty', 'read', 'unreadable']).toContain(readAlone(text).state);
      }),
    );
  });
});
