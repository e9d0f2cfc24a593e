import { describe, expect, test } from 'vitest';
import { parseToken } from '#token/parse.ts';
import { formatVerdict } from '#token/verdict.ts';
import { codesIn, codesOf, encoded } from './tokens.ts';

const IV = 'A'.repeat(16);
const TAG = 'A'.repeat(22);

function jwe(header: string, key = 'AAAA', iv = IV, tag = TAG): string {
  return `${encoded(header)}.${key}.${iv}.AAAA.${tag}`;
}

// RFC 7516 appendix A.1
const RFC7516_A1 =
  'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckCL9kiMT03JGeipsEdY3mx_etLbbWSrFr05kLzcSr4qKAq7YN7e9jwQRb23nfa6c9d-StnImGyFDbSv04uVuxIp5Zms1gNxKKK2Da14B8S4rzVRltdYwam_lDp5XnZAYpQdb76FdIKLaVmqgfwX7XWRxv2322i-vDxRfqNzo_tETKzpVLzfiwQyeyPGLBIO56YJ7eObdv0je81860ppamavo35UgoRdbYaBcoh9QcfylQr66oc6vFWXRcZ_ZT2LawVCWTIy3brGPi6UklfCpIMfIjf7iGdXKHzg.48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A.XFBoMYUZodetZdvTiFvSkQ';

describe('compact JWE', () => {
  test('the example of RFC 7516 shows its header and lengths', () => {
    const token = parseToken(RFC7516_A1);
    expect(token).toMatchObject({ form: 'jwe', alg: 'RSA-OAEP', enc: 'A256GCM' });
    expect(token.segments.map(({ bytes }) => bytes.length)).toEqual([34, 256, 12, 63, 16]);
    expect(codesOf(token)).toEqual(['jwe-claims-hidden']);
    expect(formatVerdict(token)).toMatchObject({ state: 'well-formed', isJwt: false });
  });

  test.each([
    ['{"alg":"dir","enc":"A128GCM"}', 'jwe-key-present'],
    ['{"alg":"ECDH-ES","enc":"A128GCM"}', 'jwe-key-present'],
    ['{"alg":"A128KW"}', 'enc-missing'],
    ['{"enc":"A128GCM"}', 'alg-missing'],
    ['{"alg":"A128KW","enc":"a128gcm"}', 'enc-unknown'],
    ['{"alg":"HS256","enc":"A128GCM"}', 'alg-not-for-encryption'],
    ['{"alg":"a128kw","enc":"A128GCM"}', 'alg-spelling'],
    ['{"alg":"HPKE-0","enc":"A128GCM"}', 'alg-unknown'],
    ['{"alg":"A128KW","enc":"A128CBC-HS256"}', 'jwe-iv-length'],
    ['{"alg":"A128KW","enc":"A256CBC-HS512"}', 'jwe-tag-length'],
    ['{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":100}', 'p2c-low'],
    ['{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1e400}', 'p2c-high'],
    ['{"alg":"A128KW","enc":"A128GCM","crit":["x"]}', 'crit-unknown'],
  ])('%s breaks %s', (header, code) => {
    expect(codesIn(jwe(header))).toContain(code);
  });

  test('a wrapped key must be there', () => {
    expect(codesIn(jwe('{"alg":"A128KW","enc":"A128GCM"}', ''))).toContain('jwe-key-missing');
    expect(codesIn(jwe('{"alg":"dir","enc":"A128GCM"}', ''))).toEqual(['jwe-claims-hidden']);
  });

  test('a JWE with parts missing needs four periods', () => {
    const token = parseToken(`${encoded('{"alg":"dir","enc":"A128GCM"}')}..${IV}.AAAA`);
    const count = token.findings.find(({ code }) => code === 'token-segment-count');
    expect(count?.detail).toEqual({ periods: 3, expected: 4 });
  });
});
