import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '#stage/http/pretty-json.ts';
import { splitCredentials } from '#stage/http/split-credentials.ts';

const token = { carrier: 'body', form: 'access-token', text: 'aa.bb.cc', bytes: 8 } as const;
const longer = { carrier: 'body', form: 'refresh-token', text: 'aa.bb.ccdd', bytes: 10 } as const;

describe('cutting a text at its credentials', () => {
  it('finds each of them, as often as it occurs', () => {
    expect(splitCredentials('Bearer aa.bb.cc, aa.bb.cc', [token])).toEqual([
      { text: 'Bearer ', form: null },
      { text: 'aa.bb.cc', form: 'access-token' },
      { text: ', ', form: null },
      { text: 'aa.bb.cc', form: 'access-token' },
    ]);
  });

  it('takes the longer of two that begin alike', () => {
    expect(splitCredentials('aa.bb.ccdd', [token, longer])).toEqual([{ text: 'aa.bb.ccdd', form: 'refresh-token' }]);
  });

  it('cuts nothing for an empty credential', () => {
    const empty = { ...token, text: '' };
    expect(splitCredentials('abc', [empty])).toEqual([{ text: 'abc', form: null }]);
  });

  it('loses and adds no character, whatever the text', () => {
    const text = fc.array(fc.constantFrom('aa', '.', 'bb', 'cc', 'dd', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (some) => {
        const pieces = splitCredentials(some, [token, longer]);
        expect(pieces.map((piece) => piece.text).join('')).toBe(some);
      }),
    );
  });
});

describe('setting JSON out over lines', () => {
  it('gives each member or item a line, with all that is in it', () => {
    expect(prettyJson('{"a":[1,{"b":2}],"c":""}')).toBe('{\n  "a": [ 1, { "b": 2 } ],\n  "c": ""\n}');
    expect(prettyJson('[{"id":42},{"id":43}]')).toBe('[\n  { "id": 42 },\n  { "id": 43 }\n]');
  });

  it.each(['', 'text', '{"a":', '12', '"text"'])('leaves %j as it is', (body) => {
    expect(prettyJson(body)).toBeNull();
  });
});
