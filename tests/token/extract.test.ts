import { describe, expect, test } from 'vitest';
import { extractTokens, type Candidate } from '#token/extract.ts';
import { GOOD, compact, encoded } from './tokens.ts';

const OTHER = compact('{"alg":"HS256"}', '{"sub":"7"}');
const SESSION = '3f2504e04f8941d39a0c0305e82c3301';

function candidates(pasted: string): readonly Candidate[] {
  return extractTokens(pasted).candidates;
}

/** The one token in a paste. */
function only(pasted: string): Candidate {
  const [first, ...others] = candidates(pasted);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} candidates`);
  return first;
}

function wrap(text: string, width: number, lineBreak = '\n'): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(lineBreak);
}

describe('one token, however it is pasted', () => {
  test.each([
    ['alone', GOOD, 'none', 'whole', null],
    ['after Bearer', `Bearer ${GOOD}`, 'none', 'bearer', null],
    ['after a scheme in capitals', `BEARER   ${GOOD}`, 'none', 'bearer', null],
    ['in a header line', `authorization: Bearer ${GOOD}\r\n`, 'none', 'authorization', null],
    ['in a header of its own', `X-Access-Token: ${GOOD}`, 'http', 'header', 'X-Access-Token'],
    ['in quotes', `"${GOOD}"`, 'none', 'whole', null],
    ['in a line of code', `const t = '${GOOD}';`, 'text', 'text', 't'],
    ['in quotes with a comma', `'${GOOD}',`, 'none', 'whole', null],
    ['in backticks', `\`${GOOD}\``, 'none', 'whole', null],
    ['in a Cookie line', `Cookie: theme=dark; jwt=${GOOD}`, 'http', 'cookie', 'jwt'],
    [
      'in a Set-Cookie line',
      `Set-Cookie: __Host-access=${GOOD}; Path=/; HttpOnly`,
      'http',
      'set-cookie',
      '__Host-access',
    ],
    ['in cookies without a header', `theme=dark; jwt=${GOOD}`, 'cookies', 'cookie', 'jwt'],
    ['in a query', `https://app.example/cb?token=${GOOD}&x=1`, 'url', 'query', 'token'],
    ['in a fragment', `https://app.example/#access_token=${GOOD}&token_type=bearer`, 'url', 'fragment', 'access_token'],
    ['behind a route in the fragment', `https://app.example/#/cb?id_token=${GOOD}`, 'url', 'fragment', 'id_token'],
    ['percent-encoded', `https://app.example/?t=${GOOD.replaceAll('.', '%2E')}`, 'url', 'query', 't'],
    ['with its scheme in a query', `https://app.example/?auth_header=Bearer%20${GOOD}`, 'url', 'query', 'auth_header'],
    [
      'with its scheme, percent-encoded twice',
      `https://app.example/?h=Bearer%2520${GOOD.replaceAll('.', '%252E')}`,
      'url',
      'query',
      'h',
    ],
    [
      'in a link in a parameter',
      `https://app.example/login?next=${encodeURIComponent(`/cb?id_token=${GOOD}&x=1`)}`,
      'url',
      'query',
      'id_token',
    ],
    [
      'in a link in a fragment in a parameter',
      `https://app.example/?next=${encodeURIComponent(encodeURIComponent(`https://b.example/#access_token=${GOOD}`))}`,
      'url',
      'fragment',
      'access_token',
    ],
    ['in a form', `access_token=${GOOD}&token_type=Bearer`, 'form', 'form', 'access_token'],
    ['in a variable', `ACCESS_TOKEN=${GOOD}`, 'form', 'form', 'ACCESS_TOKEN'],
    ['in JSON', `{"data":{"access_token":"${GOOD}"}}`, 'json', 'json-member', 'data.access_token'],
    ['in JSON with escapes', `{"t":"${GOOD.replace('.', '\\u002e')}"}`, 'json', 'json-member', 't'],
    ['in escaped JSON', `{\\"id_token\\":\\"${GOOD}\\"}`, 'text', 'text', 'id_token'],
    ['in a log line', `INFO login ok token=${GOOD}, user 42.`, 'text', 'text', 'token'],
    ['at the end of a sentence', `My token is ${GOOD}.`, 'text', 'text', null],
    [
      'in a call of fetch',
      `fetch("/x", { headers: { "authorization": "Bearer ${GOOD}" } })`,
      'text',
      'bearer',
      'authorization',
    ],
    [
      'in an HTTP request',
      `GET /users HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer ${GOOD}\r\n\r\n`,
      'http',
      'authorization',
      'Authorization',
    ],
    [
      'in a folded header',
      `Authorization: Bearer\r\n ${GOOD}\r\nHost: a.example`,
      'http',
      'authorization',
      'Authorization',
    ],
    [
      'in the body of a response',
      `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":"${GOOD}"}`,
      'http',
      'json-member',
      'access_token',
    ],
    [
      'in what curl -v prints',
      `> GET / HTTP/2\n> Authorization: Bearer ${GOOD}\n`,
      'http',
      'authorization',
      'Authorization',
    ],
    [
      'in a curl command',
      `curl 'https://a.example' -H 'Authorization: Bearer ${GOOD}'`,
      'curl',
      'authorization',
      'Authorization',
    ],
    [
      'in a continued curl command',
      `curl https://a.example \\\n  --header "Authorization: Bearer ${GOOD}" \\\n  --compressed`,
      'curl',
      'authorization',
      'Authorization',
    ],
    [
      'in a curl command of Windows',
      `curl "https://a.example" ^\r\n  -H ^"authorization: Bearer ${GOOD}^"`,
      'curl',
      'authorization',
      'authorization',
    ],
    ['in the cookies of a curl command', `$ curl -b 'a=1; jwt=${GOOD}' https://a.example`, 'curl', 'cookie', 'jwt'],
    [
      'in an option of curl',
      `curl --oauth2-bearer ${GOOD} https://a.example`,
      'curl',
      'curl-option',
      '--oauth2-bearer',
    ],
    [
      'in the body of a curl command',
      `curl -d '{"refresh_token":"${GOOD}"}' https://a.example`,
      'curl',
      'json-member',
      'refresh_token',
    ],
    ['in the URL of a curl command', `curl "https://a.example/?access_token=${GOOD}"`, 'curl', 'query', 'access_token'],
  ])('%s', (_, pasted, wrapper, carrier, name) => {
    expect(only(pasted)).toMatchObject({ text: GOOD, isCompact: true, wrapper, carrier, name });
  });

  test.each([
    ['wrapped lines', wrap(GOOD, 40)],
    ['wrapped and indented lines', wrap(GOOD, 40, '\r\n    ')],
    ['wrapped lines in a text', `token:\n${wrap(GOOD, 50)}\nthanks`],
    ['wrapped lines in a quoted mail', `> hi\n> ${wrap(GOOD, 60, '\n> ')}\n> bye`],
    ['blanks around the periods', GOOD.replaceAll('.', ' . ')],
  ])('%s', (_, pasted) => {
    const { text, repairs } = only(pasted);
    expect(text).toBe(GOOD);
    expect(repairs.some(({ isDamage }) => isDamage)).toBe(true);
  });
});

function kinds(pasted: string) {
  return only(pasted).repairs.map(({ kind }) => kind);
}

describe('nothing is removed in silence', () => {
  test('each kind is listed with its first place and its count', () => {
    const pasted = `\ufeff"Bearer \u00a0${GOOD.replaceAll('.', '.\u200b')}",\n`;
    expect(only(pasted).repairs).toMatchObject([
      { kind: 'byte-order-mark', offset: 0, count: 1, sample: '\\uFEFF', isDamage: true },
      { kind: 'quotes', offset: 1, count: 2, isDamage: false },
      { kind: 'scheme', offset: 2, count: 8, isDamage: false },
      { kind: 'zero-width', count: 2, sample: '\\u200B', isDamage: true },
      { kind: 'punctuation', count: 1, isDamage: false },
      { kind: 'line-break', count: 1, isDamage: true },
    ]);
  });

  test('what is removed and what remains make up the paste', () => {
    for (const pasted of [` ${GOOD}\n`, `"${GOOD}"`, wrap(GOOD, 30), `'Bearer ${GOOD}'`]) {
      const { text, repairs } = only(pasted);
      const removed = repairs.reduce((sum, { count }) => sum + count, 0);
      expect(text.length + removed).toBe(pasted.length);
    }
  });

  test('text around a token counts as removed', () => {
    expect(only(`My token is ${GOOD}.`).repairs).toMatchObject([{ kind: 'surrounding-text', count: 13 }]);
  });

  test('undone encodings are listed', () => {
    expect(kinds(`?token=${GOOD.replaceAll('.', '%252E')}`)).toEqual(['percent-encoding']);
    expect(kinds(`{"t":"${GOOD.replace('.', '\\u002e')}"}`)).toEqual(['json-escapes']);
    expect(kinds(`curl -b 'jwt=${GOOD}'`)).toEqual(['shell-quoting']);
    expect(kinds(`Authorization: x\r\n\t${GOOD}\r\nHost: a`)).toContain('header-folding');
  });

  test('a token says where it stood', () => {
    for (const pasted of [`{"a":"é","t":"${GOOD}"}`, `curl -H 'X-Token: ${GOOD}'`, `a ${GOOD} b`]) {
      const { start, end } = only(pasted).place;
      expect(pasted.slice(start, end)).toBe(GOOD);
    }
  });
});

describe('several tokens', () => {
  test('are all offered, compact ones first', () => {
    const pasted = JSON.stringify({ refresh_token: '8xLOxBtZp8', access_token: GOOD, id_token: OTHER });
    expect(candidates(pasted).map(({ text, name }) => [text, name])).toEqual([
      [GOOD, 'access_token'],
      [OTHER, 'id_token'],
      ['8xLOxBtZp8', 'refresh_token'],
    ]);
  });

  test('one per line are not joined', () => {
    expect(candidates(`${GOOD}\n${OTHER}\n`).map(({ text }) => text)).toEqual([GOOD, OTHER]);
  });

  test('the same one twice is offered once', () => {
    expect(candidates(`${GOOD} and ${GOOD}`)).toHaveLength(1);
  });

  test('a token and a session id in one Cookie line', () => {
    const found = candidates(`Cookie: a=b; PHPSESSID=${SESSION}; jwt=${GOOD}`);
    expect(found.map(({ text, name }) => [text, name])).toEqual([
      [GOOD, 'jwt'],
      [SESSION, 'PHPSESSID'],
    ]);
  });

  test('fifty are listed, the others counted', () => {
    const lines = Array.from({ length: 80 }, (_, i) => compact('{"alg":"HS256"}', `{"n":${i}}`));
    const { candidates: listed, unlisted } = extractTokens(lines.join('\n'));
    expect(listed).toHaveLength(50);
    expect(unlisted).toBe(30);
  });
});

describe('what is no compact token', () => {
  test.each([
    ['a session id', `PHPSESSID=${SESSION}`, SESSION],
    ['a UUID with a line break', 'f47ac10b-58cc-4372-a567-0e02b2c3d479\n', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
    ['an opaque bearer token', 'Authorization: Bearer SlAV32hkKG', 'SlAV32hkKG'],
    ['prose', 'hello world', 'hello world'],
    ['wrapped base64', `${'QUJD'.repeat(19)}\n${'QUJD'.repeat(10)}\n`, 'QUJD'.repeat(29)],
    [
      'a PEM',
      '-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----\n',
      '-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----',
    ],
    ['a JWK', '{"kty":"oct","k":"AA"}', '{"kty":"oct","k":"AA"}'],
    [
      'a JWS in JSON',
      `{"payload":"${encoded('{}')}","signature":"AA"}`,
      `{"payload":"${encoded('{}')}","signature":"AA"}`,
    ],
    ['a cookie that Express signed', `connect.sid=s%3Aabc.${'A'.repeat(43)}`, `s:abc.${'A'.repeat(43)}`],
  ])('%s is the one candidate', (_, pasted, text) => {
    expect(only(pasted)).toMatchObject({ text, isCompact: false });
  });

  test('a token cut short, without signature or detached stays what it is', () => {
    const [header = '', payload = '', signature = ''] = GOOD.split('.');
    for (const text of [`${header}.${payload}`, `${header}.${payload}.`, `${header}..${signature}`]) {
      expect(only(` ${text} `).text).toBe(text);
    }
  });

  test('words behind a token are not taken for parts of it', () => {
    expect(only(`${GOOD} is my token`).text).toBe(GOOD);
    expect(only(`${GOOD}\nthanks`).text).toBe(GOOD);
    expect(only('eyJhbGciOiJIUzI1NiJ9.e30.x is my token').text).toBe('eyJhbGciOiJIUzI1NiJ9.e30.x');
  });

  test('nothing gives no candidate', () => {
    for (const pasted of ['', ' \n', '\u200b\ufeff']) expect(candidates(pasted)).toEqual([]);
  });

  test('a key inside a document does not make the document a key', () => {
    const pasted = JSON.stringify({ access_token: GOOD, cnf: { jwk: { kty: 'EC' } } });
    expect(only(pasted)).toMatchObject({ text: GOOD, name: 'access_token' });
  });

  test('passwords of Basic are no tokens', () => {
    const found = candidates('GET / HTTP/1.1\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n');
    expect(found.map(({ carrier }) => carrier)).toEqual(['whole']);
  });
});

describe('mail in quoted-printable', () => {
  const soft = wrap(GOOD, 70, '=\r\n');

  test.each([
    ['alone', soft],
    ['in a message', `Here it is:=20\r\n\r\n${soft}\r\n\r\nYours`],
  ])('%s: the signs at the ends of lines are taken out, and said', (_, pasted) => {
    const { text, repairs } = only(pasted);
    expect(text).toBe(GOOD);
    const marks = repairs.find(({ kind }) => kind === 'line-marks');
    expect(marks).toMatchObject({ count: soft.split('=\r\n').length - 1, sample: '=' });
    expect(pasted.charAt(marks?.offset ?? -1)).toBe('=');
  });

  test('padding at the end of a part is no such sign', () => {
    const [header = '', ...rest] = GOOD.split('.');
    expect(only(`${header}==\r\n.${rest.join('.')}`).text).toBe(`${header}==.${rest.join('.')}`);
  });
});

test.each([`${GOOD}.`, `.${GOOD}`, `..${GOOD}`, `Bearer ${GOOD}.`])(
  'a period too many is no sentence’s end where there is no sentence: %#',
  (pasted) => {
    expect(only(pasted).text).toBe(pasted.replace('Bearer ', ''));
  },
);
