/** A moment at which none of these tokens is expired, in Unix seconds. */
export const NOW = 1_772_442_060;

const HEADER = { alg: 'RS256', typ: 'at+jwt', kid: 'b1946ac92492d2347c6235b4d2611184' };

const CLAIMS = {
  iss: 'https://login.example.com/realms/main',
  sub: 'f:8a3c1a52-6c1e-4d0e-9a5b-7f1f6f2c9a10:john',
  aud: ['https://api.example.com', 'account'],
  exp: NOW + 3_540,
  nbf: NOW - 60,
  iat: NOW - 60,
  jti: '4f1g23a12aa0f7f9f8f8f8f8f8',
  client_id: 'web',
  scope: 'openid profile users:read',
  preferred_username: 'john',
  name: 'John Doe',
  roles: ['admin', 'member'],
};

/** An access token as identity providers issue them: 12 claims, RS256, about 900 characters. */
export const TYPICAL = token(CLAIMS);

/** The same with as much text in one more claim as makes it 4 kB. */
export const FOUR_KB = token({ ...CLAIMS, note: 'a readable sentence, again. '.repeat(84) });

/** The same with thousands of further members: a megabyte. */
export const ONE_MB = token({ ...CLAIMS, ...membersOf(5_000, 118) });

/** A megabyte in one member. */
export const ONE_MB_OF_TEXT = token({ ...CLAIMS, note: 'a readable sentence, again. '.repeat(26_500) });

function token(claims: object): string {
  const signature = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 151 + 7) % 256));
  return [HEADER, claims].map(segment).concat(signature.toString('base64url')).join('.');
}

function segment(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function membersOf(count: number, length: number): Readonly<Record<string, string>> {
  const text = 'lorem ipsum dolor sit amet '.repeat(10).slice(0, length);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`https://example.com/claim/${index}`, text]));
}
