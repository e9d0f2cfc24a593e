import { describe, expect, test } from 'vitest';
import { toPlainJson } from '#token/json-plain.ts';
import { scanJson } from '#token/json-scan.ts';
import { encodeUtf8 } from '#token/utf8.ts';

const scan = (text: string) => scanJson(encodeUtf8(text));

describe('broken JSON', () => {
  test.each([
    ['nothing', '', 'json-empty', 0, 0],
    ['blanks alone', ' \n', 'json-empty', 2, 2],
    ['a trailing comma in an object', '{"a":1,}', 'json-trailing-comma', 6, 7],
    ['a trailing comma in an array', '[1, ]', 'json-trailing-comma', 2, 3],
    ['text behind the end', '{} x', 'json-text-after', 3, 4],
    ['a second value', '{}{}', 'json-text-after', 2, 4],
    ['a raw line break in a string', '["a\nb"]', 'json-control-character', 3, 4],
    ['an unknown escape', '["\\x41"]', 'json-escape', 2, 4],
    ['a cut \\u escape', '["\\u00"]', 'json-escape', 2, 4],
    ['an open object', '{"a":1', 'json-unclosed', 6, 6],
    ['an open string', '["a', 'json-unclosed', 3, 3],
    ['a string with a line break at the end', '"a', 'json-unclosed', 2, 2],
    ['a leading zero', '[01]', 'json-number', 1, 3],
    ['a plus sign', '[+1]', 'json-number', 1, 3],
    ['a bare point', '[1.]', 'json-number', 1, 3],
    ['an unknown word', '[NaN]', 'json-word', 1, 4],
    ['a word in capitals', '{"a":True}', 'json-word', 5, 9],
    ['single quotes', "{'a':1}", 'json-quotes', 1, 2],
    ['a comment', '{/* */}', 'json-comment', 1, 2],
    ['a bare name', '{a:1}', 'json-name', 1, 2],
    ['a missing colon', '{"a" 1}', 'json-colon', 5, 6],
    ['a missing comma', '[1 2]', 'json-comma', 3, 4],
    ['a wrong bracket', '[1}', 'json-unexpected', 2, 3],
  ])('%s is named at its place', (_, text, code, start, end) => {
    expect(scan(text).faults[0]).toEqual({ code, start, end });
  });

  test('what is plain after a fault is still read', () => {
    const tree = scan('{"a":1,"b":[1,],"c":"x\ny",} rest');
    expect(tree.faults.map(({ code }) => code)).toEqual([
      'json-trailing-comma',
      'json-control-character',
      'json-trailing-comma',
      'json-text-after',
    ]);
    expect(toPlainJson(tree)).toEqual({ a: 1, b: [1], c: 'x\ny' });
  });

  test('what came before a stop is kept', () => {
    expect(toPlainJson(scan('{"a":{"b":2},"c":oops'))).toEqual({ a: { b: 2 } });
  });

  test('faults beyond the first few are counted', () => {
    const tree = scan(`["${'\n'.repeat(1000)}"]`);
    expect(tree.faults.length + tree.unlistedFaults).toBe(1000);
    expect(tree.faults.length).toBeLessThan(100);
  });
});
