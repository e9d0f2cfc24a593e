import { describe, expect, test } from 'vitest';
import { classifyKeyMaterial, hasPrivatePart } from '#token/key-material.ts';

const pem = (label: string) => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`;

describe('key material', () => {
  test.each([
    ['', { kind: 'empty' }, false],
    ['correct horse battery staple', { kind: 'text' }, false],
    [pem('PUBLIC KEY'), { kind: 'pem', part: 'public', isCertificate: false }, false],
    [pem('CERTIFICATE'), { kind: 'pem', part: 'public', isCertificate: true }, false],
    [pem('PRIVATE KEY'), { kind: 'pem', part: 'private' }, true],
    [pem('EC PRIVATE KEY'), { kind: 'pem', part: 'private', label: 'EC PRIVATE KEY' }, true],
    [pem('ENCRYPTED PRIVATE KEY'), { kind: 'pem', part: 'private', isEncrypted: true }, true],
    [pem('CERTIFICATE') + pem('PRIVATE KEY'), { kind: 'pem', part: 'private', blocks: 2 }, true],
    ['{"kty":"RSA","n":"x","e":"AQAB"}', { kind: 'jwk', key: { part: 'public', kty: 'RSA' } }, false],
    ['{"kty":"OKP","crv":"Ed25519","d":"x"}', { kind: 'jwk', key: { part: 'private' } }, true],
    ['{"kty":"AKP","alg":"ML-DSA-44","priv":"x"}', { kind: 'jwk', key: { part: 'private' } }, true],
    ['{"kty":"oct","k":"x","kid":"1"}', { kind: 'jwk', key: { part: 'symmetric', kid: '1' } }, false],
    ['{"keys":[{"kty":"EC"},{"kty":"EC","d":"x"}]}', { kind: 'jwks' }, true],
    ['{"keys":[]}', { kind: 'jwks', keys: [] }, false],
    ['{"a":1}', { kind: 'text' }, false],
    ['{"kty":', { kind: 'text' }, false],
  ])('%j', (text, expected, isPrivate) => {
    const material = classifyKeyMaterial(text);
    expect(material).toMatchObject(expected);
    expect(hasPrivatePart(material)).toBe(isPrivate);
  });

  test('strings of a key are safe to show', () => {
    const material = classifyKeyMaterial('{"kty":"oct","kid":"a\\u202eb"}');
    expect(material).toMatchObject({ key: { kid: 'a\\u202Eb' } });
  });
});
