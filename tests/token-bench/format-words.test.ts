import { expect, test } from 'vitest';
import { readPaste } from '#token-bench/reading/read-paste.ts';
import { encodeText } from '#token-bench/samples/encode-text.ts';
import { PHP_SESSION_SAMPLE } from '#token-bench/samples/fixed-samples.ts';
import { formatWords } from '#token-bench/verdicts/format-words.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { NOW } from './benches.ts';

const HS = '{"alg":"HS256"}';
const CLAIMS = '{"sub":"42"}';
const GOOD = tokenText(CLAIMS, HS);
const [HEAD = '', BODY = '', SIG = ''] = GOOD.split('.');

function says(pasted: string) {
  const { kind, says: words, detail } = formatWords(readPaste({ pasted, chosen: 0, now: NOW }));
  return { kind, text: `${words} | ${detail}` };
}

test.each([
  ['a good token', GOOD, 'valid', 'Well-formed JWT'],
  ['a line break inside', `${HEAD}.${BODY.slice(0, 8)}\n${BODY.slice(8)}.${SIG}`, 'warning', 'after repair'],
  ['a zero-width space inside', `${HEAD}.\u200B${BODY}.${SIG}`, 'warning', 'after repair'],
  ['a byte order mark before', `\uFEFF${GOOD}`, 'warning', 'after repair'],
  ['padding', `${HEAD}.${BODY}=.${SIG}`, 'wrong', 'Padding: Payload, offset 16'],
  ['one segment', HEAD, 'wrong', 'no period. A signed token needs exactly two'],
  ['two segments', `${HEAD}.${BODY}`, 'wrong', 'one period. A signed token needs exactly two'],
  ['four segments', `${GOOD}.x`, 'wrong', '3 periods'],
  ['header no JSON', `${encodeText('{"alg"')}.${BODY}.${SIG}`, 'wrong', 'Malformed'],
  ['header an array', tokenText(CLAIMS, '["HS256"]'), 'wrong', 'Header is no object'],
  ['payload text', tokenText('hello there', HS), 'valid', 'its payload is text'],
  ['payload an array', tokenText('[1]', HS), 'warning', 'JWS'],
  ['a name twice', tokenText('{"a":1,"a":2}', HS), 'warning', 'one warning'],
  ['a rounded number', tokenText('{"id":9007199254740993}', HS), 'warning', 'one warning'],
  ['alg none', `${encodeText('{"alg":"none"}')}.${BODY}.`, 'wrong', 'Unsecured'],
  ['alg none with a signature', `${encodeText('{"alg":"none"}')}.${BODY}.${SIG}`, 'wrong', 'Malformed'],
  ['alg in small letters', tokenText(CLAIMS, '{"alg":"hs256"}'), 'wrong', 'Malformed'],
  ['unknown crit', tokenText(CLAIMS, '{"alg":"HS256","crit":["x"],"x":1}'), 'wrong', 'Malformed'],
  [
    'b64 false in a JWT',
    tokenText(CLAIMS, '{"typ":"JWT","alg":"HS256","b64":false,"crit":["b64"]}'),
    'wrong',
    'Malformed',
  ],
  ['an empty signature', `${HEAD}.${BODY}.`, 'wrong', 'Malformed'],
  ['a UUID', '6f1b4b2e-3c1a-4a39-9f0c-2b8f0c2d9f11', 'neutral', 'a UUID, version 4 | 122 random bits'],
  [
    'a PASETO',
    'v4.local.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'neutral',
    'a PASETO, version 4',
  ],
  ['a session id', '9f3c0b6a7e2d4c5f8a1b3d5e7f9a0c2e', 'neutral', 'a session id, by its look'],
  ['a PEM', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'neutral', 'A key, not a token'],
  ['prose', 'there is nothing here', 'neutral', 'plain text'],
  ['a PHP session', PHP_SESSION_SAMPLE.text, 'neutral', 'Not a JWT'],
])('%s', (_, pasted, kind, text) => {
  const found = says(pasted);
  expect(found).toMatchObject({ kind });
  expect(found.text).toContain(text);
});

test('five segments are a JWE, whose claims nobody calls readable', () => {
  const jwe = `${encodeText('{"alg":"dir","enc":"A128GCM"}')}..${'A'.repeat(16)}.${'A'.repeat(40)}.${'A'.repeat(22)}`;
  expect(says(jwe)).toEqual({ kind: 'valid', text: 'Well-formed JWE | Five segments. The claims are encrypted.' });
});
