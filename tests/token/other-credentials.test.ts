import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseToken } from '#token/parse.ts';
import type { OtherCredential } from '#token/other-credentials.ts';
import { formatVerdict } from '#token/verdict.ts';
import { SIGNATURE, encoded } from './tokens.ts';

function credential(text: string): OtherCredential {
  const token = parseToken(text);
  if (token.form !== 'other') throw new Error(token.form);
  expect(formatVerdict(token).state).toBe('other');
  return token.credential;
}

const SAML = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1"><x/></samlp:Response>';
const FERNET = Buffer.concat([
  Buffer.from([0x80, 0, 0, 0, 0, 0x1d, 0xc0, 0x9e, 0xb0]),
  Buffer.alloc(16 + 32 + 32, 7),
]).toString('base64url');

describe('this is not a JWT, it is …', () => {
  test.each([
    [
      'a PASETO',
      `v4.public.${Buffer.concat([Buffer.from('{"sub":"42"}'), Buffer.alloc(64, 1)]).toString('base64url')}.${encoded('k1')}`,
      { kind: 'paseto', version: 4, purpose: 'public', message: '{"sub":"42"}', footer: 'k1' },
    ],
    [
      'an encrypted PASETO',
      `v3.local.${SIGNATURE}`,
      { kind: 'paseto', version: 3, purpose: 'local', message: null, footer: null },
    ],
    ['SAML', SAML, { kind: 'saml', wrapping: 'xml', element: 'Response' }],
    [
      'SAML from a form',
      Buffer.from(SAML).toString('base64'),
      { kind: 'saml', wrapping: 'base64', element: 'Response' },
    ],
    [
      'SAML from a redirect',
      deflateRawSync(SAML).toString('base64'),
      { kind: 'saml', wrapping: 'deflate', element: 'Response' },
    ],
    ['a UUID of version 4', 'f47ac10b-58cc-4372-a567-0e02b2c3d479', { kind: 'uuid', version: 4, randomBits: 122 }],
    ['a UUID of version 7', '018f4e1c-7b6a-7c3d-8e2f-1a2b3c4d5e6f', { kind: 'uuid', version: 7, randomBits: 74 }],
    [
      'a session id of PHP',
      '3f2504e04f8941d39a0c0305e82c3301',
      { kind: 'session-id', alphabet: 'hex', length: 32, atMostBits: 128 },
    ],
    ['a Fernet token', FERNET, { kind: 'fernet', issuedAt: 499_162_800 }],
    [
      'a macaroon',
      Buffer.from('0019location example.org\n0011identifier k\n002fsignature x').toString('base64url'),
      { kind: 'macaroon', version: 1 },
    ],
    [
      'a cookie that Flask signed',
      `${encoded('{"user":1}')}.ZXhhbQ.${'a'.repeat(27)}`,
      { kind: 'signed-cookie', framework: 'itsdangerous', content: '{"user":1}' },
    ],
    [
      'a cookie that Express signed',
      `s:abc123.${'A'.repeat(43)}`,
      { kind: 'signed-cookie', framework: 'express', content: 'abc123' },
    ],
    [
      'a token of GitHub',
      'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
      { kind: 'vendor-token', vendor: 'GitHub', prefix: 'ghp_' },
    ],
    [
      'an opaque string',
      'SlAV32hkKG_9x',
      { kind: 'opaque', length: 13, alphabet: 'base64url', distinct: 13, atMostBits: 78 },
    ],
    ['prose', 'hello world', { kind: 'text', markup: 'none', length: 11 }],
    ['prose with periods and a tilde', 'One. Two. Three ~ four', { kind: 'text', markup: 'none', length: 22 }],
    ['HTML', '<p>hello</p>', { kind: 'text', markup: 'xml', length: 12 }],
    ['other JSON', '[1,2]', { kind: 'text', markup: 'json', length: 5 }],
  ])('%s', (_, text, expected) => {
    expect(credential(text)).toEqual(expected);
  });

  test('what an opaque string holds is an upper bound, whatever repeats in it', () => {
    expect(credential('a'.repeat(20))).toMatchObject({ distinct: 1, atMostBits: 80 });
  });

  test('a JWT whose signature happens to have 27 letters stays a JWT', () => {
    const text = `${encoded('{"alg":"HS256"}')}.${encoded('{}')}.${'a'.repeat(27)}`;
    expect(parseToken(text).form).toBe('jws');
  });
});

describe('a key in the place of the token', () => {
  test.each([
    ['{"kty":"oct","k":"AA"}', { kind: 'jwk' }],
    ['{"keys":[{"kty":"EC"}]}', { kind: 'jwks' }],
    ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', { kind: 'pem' }],
    ['ssh-ed25519 AAAAC3Nz me@host', { kind: 'ssh' }],
  ])('%s is recognised', (text, key) => {
    expect(parseToken(text)).toMatchObject({ form: 'key-material', key });
  });
});
