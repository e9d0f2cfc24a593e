import { expect, test } from 'vitest';
import { readSegment } from '#core/read-segment.ts';

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

test('the members of a segment are read, letters beyond ASCII too', () => {
  expect(readSegment(encode('{"user_name":"Jürgen Weiß","user_id":42}'))).toEqual({
    user_name: 'Jürgen Weiß',
    user_id: 42,
  });
});

test.each([
  ['an array', encode('[1]')],
  ['a number', encode('1')],
  ['no JSON', encode('{')],
  ['no base64url', '%%%'],
  ['nothing', ''],
])('%s has no members', (_what, segment) => {
  expect(readSegment(segment)).toBeNull();
});
