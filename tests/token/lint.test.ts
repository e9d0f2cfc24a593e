import { describe, expect, test } from 'vitest';
import type { FindingCode } from '#token/findings.ts';
import { lintToken } from '#token/lint.ts';
import { parseToken } from '#token/parse.ts';
import { GOOD, HS256, compact, encoded } from './tokens.ts';

const NOW = 1_709_500_000;

function lint(text: string) {
  return lintToken(parseToken(text), { now: NOW });
}

function codes(text: string): readonly FindingCode[] {
  return lint(text).map(({ code }) => code);
}

/** A token with these header parameters beside a good payload. */
function withHeader(parameters: string, signatureBytes = 32): string {
  const [, payload = ''] = GOOD.split('.');
  const signature = Buffer.alloc(signatureBytes, 1).toString('base64url');
  return `${encoded(`{"typ":"at+jwt",${parameters}}`)}.${payload}.${signature}`;
}

/** A token with these members beside the claims that lint wants. */
function withClaims(members: string): string {
  return compact(HS256, `{"iss":"a","sub":"b","aud":"c","jti":"d","iat":${NOW},"exp":${NOW + 60},${members}}`);
}

const QUIET: readonly FindingCode[] = ['alg-shared-secret'];

describe('what is missing', () => {
  test('a careful token hears only that its secret is shared', () => {
    expect(codes(GOOD)).toEqual(QUIET);
  });

  test('each missing claim is named', () => {
    expect(codes(compact(HS256, '{}'))).toEqual([
      ...QUIET,
      'exp-missing',
      'iat-missing',
      'iss-missing',
      'sub-missing',
      'aud-missing',
      'jti-missing',
    ]);
  });

  test('no type, and the type that says nothing', () => {
    const payload = '{"iss":"a","sub":"b","aud":"c","jti":"d","iat":1,"exp":2}';
    expect(codes(compact('{"alg":"HS256"}', payload))).toEqual([...QUIET, 'typ-missing']);
    expect(codes(compact('{"alg":"HS256","typ":"JWT"}', payload))).toEqual([...QUIET, 'typ-generic']);
  });

  test('a payload that is no claims set needs no claims', () => {
    expect(codes(compact(HS256, 'text'))).toEqual(QUIET);
  });
});

describe('lifetimes', () => {
  test.each([
    [3600, []],
    [7 * 86_400, [['lifetime-long', 'note']]],
    [400 * 86_400, [['lifetime-long', 'warning']]],
  ])('%i seconds', (seconds, expected) => {
    const text = compact(HS256, `{"iss":"a","sub":"b","aud":"c","jti":"d","iat":${NOW},"exp":${NOW + seconds}}`);
    const found = lint(text).filter(({ code }) => code === 'lifetime-long');
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(expected);
  });

  test('without iat the lifetime counts from now', () => {
    const text = compact(HS256, `{"exp":${NOW + 90 * 86_400}}`);
    expect(lint(text).find(({ code }) => code === 'lifetime-long')?.detail).toEqual({
      seconds: 90 * 86_400,
    });
  });

  test('a date in milliseconds is not a long life', () => {
    expect(codes(compact(HS256, `{"exp":${NOW}000}`))).not.toContain('lifetime-long');
  });
});

describe('algorithms and signatures', () => {
  test.each([
    ['"alg":"HS256","x5c":["MIIB"]', 32, 'alg-confusion'],
    ['"alg":"HS256","jwk":{"kty":"RSA","n":"x"}', 32, 'alg-confusion'],
    ['"alg":"EdDSA"', 64, 'alg-polymorphic'],
    ['"alg":"ES256"', 65, 'signature-length'],
    ['"alg":"HS256"', 31, 'signature-length'],
    ['"alg":"ML-DSA-44"', 64, 'signature-length'],
    ['"alg":"RS256"', 128, 'signature-rsa-length'],
    ['"alg":"RS256"', 257, 'signature-rsa-length'],
  ] as const)('%s with %i bytes: %s', (header, bytes, code) => {
    expect(codes(withHeader(header, bytes))).toContain(code);
  });

  test.each([
    ['"alg":"ES256"', 64],
    ['"alg":"ES512"', 132],
    ['"alg":"RS256"', 256],
    ['"alg":"PS512"', 384],
    ['"alg":"Ed25519"', 64],
  ])('%s with %i bytes fits', (header, bytes) => {
    expect(codes(withHeader(header, bytes))).toEqual([]);
  });

  test('an ECDSA signature in DER is recognised', () => {
    const der = Buffer.concat([
      Buffer.from([0x30, 0x44, 0x02, 0x20]),
      Buffer.alloc(32, 1),
      Buffer.from([0x02, 0x20]),
      Buffer.alloc(32, 2),
    ]).toString('base64url');
    const [, payload = ''] = GOOD.split('.');
    const text = `${encoded('{"typ":"at+jwt","alg":"ES256"}')}.${payload}.${der}`;
    expect(lint(text)).toMatchObject([{ code: 'signature-der', detail: { alg: 'ES256', bytes: 70, expected: '64' } }]);
  });

  test('a JWE with RSA1_5 is deprecated', () => {
    const header = encoded('{"alg":"RSA1_5","enc":"A128GCM"}');
    expect(codes(`${header}.AAAA.${'A'.repeat(16)}.AA.${'A'.repeat(22)}`)).toEqual(['alg-deprecated']);
  });
});

describe('keys that a token brings or names', () => {
  test.each([
    ['"jwk":{"kty":"EC"}', ['header-key-embedded']],
    ['"jwk":{"kty":"EC","d":"x"}', ['header-key-embedded', 'header-key-private']],
    ['"jku":"https://keys.example/jwks"', ['header-key-url']],
    ['"jku":"http://keys.example/jwks"', ['header-key-url', 'header-url-insecure']],
    ['"x5u":"https://127.0.0.1/x"', ['header-key-url', 'header-url-local']],
    ['"x5u":"https://u:p@localhost:80/x"', ['header-key-url', 'header-url-local']],
    ['"jku":"https://[::1]/x"', ['header-key-url', 'header-url-local']],
    ['"jku":"https://2130706433/x"', ['header-key-url', 'header-url-local']],
    ['"jku":"https://0x7f.1/x"', ['header-key-url', 'header-url-local']],
    ['"jku":"https://0177.0.0.1/x"', ['header-key-url', 'header-url-local']],
    ['"jku":"https://localhost./x"', ['header-key-url', 'header-url-local']],
    ['"jku":"https://0x7f.example/x"', ['header-key-url']],
    ['"jku":"https://169.254.169.254/x"', ['header-key-url', 'header-url-local']],
    ['"jku":"file:///etc/passwd"', ['header-key-url', 'header-url-insecure']],
    ['"kid":"../../dev/null"', ['kid-path']],
    ['"kid":"/etc/passwd"', ['kid-path']],
    ['"kid":"x\' UNION SELECT \'key\' --"', ['kid-sql']],
    ['"kid":"1\' OR \'1\'=\'1"', ['kid-sql']],
    ['"kid":"*)(uid=*"', ['kid-ldap']],
    ['"kid":"key; rm -rf"', ['kid-command']],
    ['"kid":"$(id)"', ['kid-command']],
    ['"kid":"k && id"', ['kid-command']],
    ['"kid":"R&D"', []],
    ['"kid":"https://evil.example/k"', ['kid-url']],
    ['"kid":"2026-01-key_1.a"', []],
    ['"kid":"b9f0a1c2-0d3e-4f56-8a7b-9c0d1e2f3a4b"', []],
    ['"kid":"NjVBRjY5MDlCMUIwNzU4RTA2QzZFMDQ4QzQ2MDAyQjVDNjk1RTM2Qg"', []],
  ])('%s', (parameter, expected) => {
    expect(codes(withHeader(`"alg":"ES256",${parameter}`, 64))).toEqual(expected);
  });

  test('the host is named, safe to show', () => {
    expect(lint(withHeader('"alg":"ES256","jku":"https://k.example:8443/a"', 64))).toMatchObject([
      { code: 'header-key-url', detail: { name: 'jku', host: 'k.example' } },
    ]);
  });
});

describe('what the payload gives away', () => {
  test.each([
    ['"password":"x"', 'payload-secret-name', { name: 'password' }],
    ['"client_secret":"x"', 'payload-secret-name', { name: 'client_secret' }],
    ['"user":{"apiKey":"x"}', 'payload-secret-name', { name: 'apiKey' }],
    ['"ssn":"078-05-1120"', 'payload-personal-data', { name: 'ssn', kind: 'identity number' }],
    ['"contact":"john@example.com"', 'payload-personal-data', { name: 'contact', kind: 'e-mail address' }],
    ['"birthdate":"1970-01-01"', 'payload-personal-data', { name: 'birthdate', kind: 'birth date' }],
    ['"card":"4111 1111 1111 1111"', 'payload-card-number', { name: 'card', kind: 'Visa' }],
    ['"card":378282246310005', 'payload-card-number', { name: 'card', kind: 'American Express' }],
    ['"k":"-----BEGIN RSA PRIVATE KEY-----\\nMII"', 'payload-secret-value', { name: 'k', kind: 'private key' }],
    ['"h":"$2b$10$abcdefghijklmnopqrstuv"', 'payload-secret-value', { name: 'h', kind: 'password hash' }],
    [
      '"a":[{"t":"ghp_16C7e42F292c6912E7710c838347Ae178B4a"}]',
      'payload-secret-value',
      { name: 'a[0].t', kind: 'GitHub token' },
    ],
    ['"db":"postgres://app:hunter2@db/x"', 'payload-secret-value', { name: 'db', kind: 'address with password' }],
    [`"inner":"${GOOD}"`, 'payload-token-inside', { name: 'inner' }],
    ['"bio":"<script>x</script>"', 'text-markup', { name: 'bio', kind: 'HTML' }],
    ['"url":"javascript:alert(1)"', 'text-markup', { name: 'url', kind: 'script URL' }],
  ] as const)('%s', (member, code, detail) => {
    const found = lint(withClaims(member)).find((candidate) => candidate.code === code);
    expect(found?.detail).toEqual(detail);
  });

  test.each([
    '"ts":1709500000000',
    '"order":"4111111111111112"',
    '"pin":true',
    '"scope":"read:password"',
    '"user_id":42',
    '"text":"a < b and c > d"',
    '"picture":"https://app.example/a@2x.png"',
  ])('%s gives nothing away', (member) => {
    expect(codes(withClaims(member))).toEqual(QUIET);
  });

  test.each([
    ['"Exp":1', 'Exp', 'exp'],
    ['"aud ":"x"', 'aud ', 'aud'],
    ['"1ss":"x"', '1ss', 'iss'],
  ])('%s is not the claim it resembles', (member, name, meant) => {
    const found = lint(withClaims(member)).find(({ code }) => code === 'claim-name-spelling');
    expect(found?.detail).toEqual({ name, meant });
  });
});

describe('size', () => {
  test.each([
    [2000, []],
    [4096, ['size-cookie']],
    [9000, ['size-cookie', 'size-header']],
  ])('%i bytes in one claim', (length, expected) => {
    const found = codes(withClaims(`"x":"${'v'.repeat(length)}"`));
    expect(found.filter((code) => code.startsWith('size-'))).toEqual(expected);
  });
});

describe('JSON serialisations', () => {
  test('tricks in an unprotected header are seen too', () => {
    const text = JSON.stringify({
      payload: encoded('text'),
      protected: encoded('{"alg":"ES256"}'),
      header: { kid: '../../dev/null', jku: 'http://localhost/keys' },
      signature: 'A'.repeat(86),
    });
    expect(codes(text)).toEqual(['header-key-url', 'header-url-insecure', 'header-url-local', 'kid-path']);
  });
});
