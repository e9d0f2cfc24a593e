import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimsSegment, readClaims } from '#token/claims.ts';
import { FINDING_CODES, findingSeverity, findingSource, type FindingCode } from '#token/findings.ts';
import { lintToken } from '#token/lint.ts';
import { parseToken } from '#token/parse.ts';
import { GOOD, HS256, SIGNATURE, compact, encoded } from './tokens.ts';

const NOW = 1_709_500_000;
const [HEADER = '', PAYLOAD = ''] = GOOD.split('.');

const withHeader = (header: string) => compact(header, '{}');
const withAlg = (parameters: string) => compact(`{"alg":"ES256",${parameters}}`, '{}', 'A'.repeat(86));
const withPayload = (payload: string) => compact(HS256, payload);
const jwe = (header: string, key = 'AAAA') => `${encoded(header)}.${key}.${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`;
const disclosed = (json: string) => `${GOOD}~${encoded(json)}~`;
const jsonJws = (members: Record<string, unknown>) =>
  JSON.stringify({ payload: encoded('{}'), protected: encoded(HS256), signature: SIGNATURE, ...members });
const der = Buffer.from([0x30, 0x06, 0x02, 0x01, 1, 0x02, 0x01, 1]).toString('base64url');

/** For every code a text that breaks the rule. The type sees to it that none is forgotten. */
const SAMPLES: Readonly<Record<FindingCode, string>> = {
  'token-empty': ' ',
  'token-segment-count': 'abc',
  'token-segment-empty': `.${PAYLOAD}.${SIGNATURE}`,
  'token-parts-unread': '.'.repeat(100),
  'token-more-findings': withPayload(`[${'1.0,'.repeat(100)}1]`),
  'base64url-whitespace': ` ${GOOD}`,
  'base64url-padding': `${GOOD}=`,
  'base64url-alphabet': `${GOOD.slice(0, -2)}+A`,
  'base64url-character': `${GOOD}!`,
  'base64url-length': `${GOOD}AA`,
  'base64url-trailing-bits': `${HEADER}.${PAYLOAD}.AB`,
  'utf8-invalid': `${HEADER}.eyL_In0.${SIGNATURE}`,
  'utf8-bom': compact('\ufeff{"alg":"HS256"}', '{}'),
  'utf16-text': `${Buffer.from('{}', 'utf16le').toString('base64url')}.${PAYLOAD}.${SIGNATURE}`,
  'text-lone-surrogate': withPayload('{"a":"\\ud800"}'),
  'text-bidi-control': withPayload('{"a":"\u202e"}'),
  'text-control-character': withPayload('{"a":"\\u0007"}'),
  'text-invisible': withPayload('{"a":"\u200b"}'),
  'name-confusable': withPayload('{"ехр":1}'),
  'name-mixed-script': withPayload('{"rоle":1}'),
  'json-empty': compact(' ', '{}'),
  'json-trailing-comma': withPayload('{"a":1,}'),
  'json-text-after': withPayload('{} x'),
  'json-control-character': withPayload('{"a":"\n"}'),
  'json-escape': withPayload('{"a":"\\x"}'),
  'json-unclosed': withPayload('{"a":1'),
  'json-number': withPayload('{"a":01}'),
  'json-word': withPayload('{"a":None}'),
  'json-quotes': withPayload("{'a':1}"),
  'json-comment': withPayload('{//\n}'),
  'json-name': withPayload('{a:1}'),
  'json-colon': withPayload('{"a" 1}'),
  'json-comma': withPayload('{"a":1 "b":2}'),
  'json-unexpected': withPayload('{"a":}'),
  'json-duplicate-name': withPayload('{"a":1,"\\u0061":2}'),
  'json-deep': withPayload('['.repeat(200) + ']'.repeat(200)),
  'number-unsafe-integer': withPayload('{"a":9007199254740993}'),
  'number-imprecise': withPayload('{"a":0.12345678901234567890}'),
  'number-overflow': withPayload('{"a":1e400}'),
  'number-underflow': withPayload('{"a":1e-400}'),
  'number-rewritten': withPayload('{"a":1.0}'),
  'header-not-object': withHeader('[]'),
  'header-parameter-type': withHeader('{"alg":"HS256","kid":1}'),
  'alg-missing': withHeader('{}'),
  'alg-none': compact('{"alg":"none"}', '{}', ''),
  'alg-none-with-signature': compact('{"alg":"none"}', '{}'),
  'alg-spelling': withHeader('{"alg":"nOnE"}'),
  'alg-unknown': withHeader('{"alg":"X"}'),
  'alg-not-for-signing': withHeader('{"alg":"dir"}'),
  'alg-not-for-encryption': jwe('{"alg":"HS256","enc":"A128GCM"}'),
  'crit-not-array': withHeader('{"alg":"HS256","crit":"b64"}'),
  'crit-empty': withHeader('{"alg":"HS256","crit":[]}'),
  'crit-not-string': withHeader('{"alg":"HS256","crit":[1]}'),
  'crit-duplicate': withHeader('{"alg":"HS256","crit":["b64","b64"],"b64":true}'),
  'crit-registered': withHeader('{"alg":"HS256","crit":["alg"]}'),
  'crit-absent': withHeader('{"alg":"HS256","crit":["b64"]}'),
  'crit-unknown': withHeader('{"alg":"HS256","crit":["x"],"x":1}'),
  'crit-unprotected': jsonJws({ header: { crit: ['b64'], b64: true } }),
  'b64-unencoded': `${encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')}.x.${SIGNATURE}`,
  'b64-not-critical': `${encoded('{"alg":"HS256","b64":false}')}.x.${SIGNATURE}`,
  'b64-in-jwt': `${encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{}.${SIGNATURE}`,
  'b64-character': `${encoded('{"alg":"HS256","b64":false,"crit":["b64"]}')}.é.${SIGNATURE}`,
  'payload-empty': `${HEADER}..${SIGNATURE}`,
  'payload-not-json': withPayload('text'),
  'payload-not-object': withPayload('[]'),
  'payload-nested': compact('{"alg":"HS256","cty":"jwt"}', GOOD),
  'payload-nested-undeclared': withPayload(GOOD),
  'signature-empty': compact(HS256, '{}', ''),
  'jwe-claims-hidden': jwe('{"alg":"A128KW","enc":"A128GCM"}'),
  'enc-missing': jwe('{"alg":"A128KW"}'),
  'enc-unknown': jwe('{"alg":"A128KW","enc":"X"}'),
  'jwe-key-present': jwe('{"alg":"dir","enc":"A128GCM"}'),
  'jwe-key-missing': jwe('{"alg":"A128KW","enc":"A128GCM"}', ''),
  'jwe-iv-length': jwe('{"alg":"A128KW","enc":"A128CBC-HS256"}'),
  'jwe-tag-length': jwe('{"alg":"A128KW","enc":"A256CBC-HS512"}'),
  'p2c-high': jwe('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1200001}'),
  'p2c-low': jwe('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":999}'),
  'zip-compressed': jwe('{"alg":"A128KW","enc":"A128GCM","zip":"DEF"}'),
  'serialization-json': jsonJws({}),
  'serialization-member-missing': jsonJws({ payload: undefined }),
  'serialization-member-type': jsonJws({ payload: 1 }),
  'serialization-mixed': jsonJws({ signatures: [] }),
  'serialization-name-twice': jsonJws({ header: { alg: 'HS256' } }),
  'sd-jwt-unclosed': `${GOOD}~${encoded('["s","a",1]')}`,
  'sd-jwt-unsecured': `${compact('{"alg":"none"}', '{}', '')}~`,
  'disclosure-empty': `${GOOD}~~`,
  'disclosure-not-array': disclosed('{}'),
  'disclosure-length': disclosed('["s"]'),
  'disclosure-salt': disclosed('[1,2]'),
  'disclosure-name': disclosed('["s","...",1]'),
  'disclosure-duplicate': `${GOOD}~${encoded('["s",1]')}~${encoded('["s",1]')}~`,
  'kb-jwt-typ': `${GOOD}~${GOOD}`,
  'kb-jwt-claim-missing': `${GOOD}~${GOOD}`,
  'claim-type': withPayload('{"exp":"soon"}'),
  'claim-expired': withPayload(`{"exp":${NOW}}`),
  'claim-not-yet-valid': withPayload(`{"nbf":${NOW + 1}}`),
  'claim-issued-ahead': withPayload(`{"iat":${NOW + 1}}`),
  'claim-date-unit': withPayload(`{"exp":${NOW}000}`),
  'claim-date-fraction': withPayload(`{"exp":${NOW}.5}`),
  'claim-date-early': withPayload('{"exp":3600}'),
  'claim-date-beyond-calendar': withPayload('{"exp":1e20}'),
  'claim-date-order': withPayload(`{"iat":${NOW},"exp":${NOW}}`),
  'exp-missing': withPayload('{}'),
  'iat-missing': withPayload('{}'),
  'iss-missing': withPayload('{}'),
  'sub-missing': withPayload('{}'),
  'aud-missing': withPayload('{}'),
  'jti-missing': withPayload('{}'),
  'typ-missing': withHeader('{"alg":"HS256"}'),
  'typ-generic': withHeader('{"alg":"HS256","typ":"JWT"}'),
  'lifetime-long': withPayload(`{"iat":${NOW},"exp":${NOW + 100_000}}`),
  'claim-name-spelling': withPayload('{"Exp":1}'),
  'alg-confusion': withHeader('{"alg":"HS256","x5c":[]}'),
  'alg-deprecated': jwe('{"alg":"RSA1_5","enc":"A128GCM"}'),
  'alg-polymorphic': withHeader('{"alg":"EdDSA"}'),
  'alg-shared-secret': GOOD,
  'signature-length': compact(HS256, '{}', 'AAAA'),
  'signature-rsa-length': withHeader('{"alg":"RS256"}'),
  'signature-der': compact('{"alg":"ES256"}', '{}', der),
  'header-key-embedded': withAlg('"jwk":{}'),
  'header-key-private': withAlg('"jwk":{"d":"x"}'),
  'header-key-url': withAlg('"jku":"https://a.example"'),
  'header-url-insecure': withAlg('"jku":"http://a.example"'),
  'header-url-local': withAlg('"jku":"https://localhost"'),
  'kid-path': withAlg('"kid":"../x"'),
  'kid-sql': withAlg('"kid":"x\' OR 1=1 --"'),
  'kid-ldap': withAlg('"kid":"*)(uid=*"'),
  'kid-command': withAlg('"kid":"$(x)"'),
  'kid-url': withAlg('"kid":"http://x"'),
  'payload-secret-name': withPayload('{"password":"x"}'),
  'payload-secret-value': withPayload('{"a":"-----BEGIN PRIVATE KEY-----"}'),
  'payload-personal-data': withPayload('{"a":"a@b.example"}'),
  'payload-card-number': withPayload('{"a":"4111111111111111"}'),
  'payload-token-inside': withPayload(`{"a":"${GOOD}"}`),
  'text-markup': withPayload('{"a":"<img src=x>"}'),
  'size-cookie': withPayload(`{"a":"${'x'.repeat(4000)}"}`),
  'size-header': withPayload(`{"a":"${'x'.repeat(8000)}"}`),
};

function codesOfAll(text: string): readonly FindingCode[] {
  const token = parseToken(text);
  const { findings } = readClaims(claimsSegment(token), { now: NOW });
  return [...token.findings, ...findings, ...lintToken(token, { now: NOW })].map(({ code }) => code);
}

describe('finding codes', () => {
  test.each(Object.entries(SAMPLES))('%s is found where it is broken', (code, text) => {
    expect(codesOfAll(text)).toContain(code);
  });

  test('each names its source', () => {
    const sourceless = FINDING_CODES.filter((code) => findingSource(code).document === '');
    expect(sourceless).toEqual([]);
  });

  test('the README lists each with its default severity and its source', () => {
    const file = new URL('../../src/token/README.md', import.meta.url);
    expect(existsSync(file)).toBe(true);
    const readme = readFileSync(file, 'utf8').replaceAll(/ {2,}/g, ' ');
    const missing = FINDING_CODES.filter((code) => {
      const { document, section } = findingSource(code);
      const source = section === undefined ? document : `${document} §${section}`;
      return !readme.includes(`| \`${code}\` | ${findingSeverity(code)} | ${source} |`);
    });
    expect(missing).toEqual([]);
  });
});
