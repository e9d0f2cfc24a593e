import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSession, type PhpFaultCode } from '#auth/php-parse.ts';
import { arrayKey, serializeSession, type PhpValue, type SessionVariables } from '#auth/php-serialize.ts';

const USER: SessionVariables = new Map([
  [
    'user',
    new Map<string, PhpValue>([
      ['id', 42],
      ['user_name', 'Jürgen Weiß'],
      ['admin', true],
      ['nick', null],
      [
        'tags',
        new Map([
          [0, 'a'],
          [1, ''],
        ] as const),
      ],
    ]),
  ],
]);

const TEXT =
  'user|a:5:{s:2:"id";i:42;s:9:"user_name";s:13:"Jürgen Weiß";s:5:"admin";b:1;s:4:"nick";N;s:4:"tags";a:2:{i:0;s:1:"a";i:1;s:0:"";}}';

/** Anything a session can hold: text without lone halves of a pair, whole numbers, nested arrays with keys as PHP has them. */
const value: fc.Arbitrary<PhpValue> = fc.letrec<{ value: PhpValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc
      .array(fc.tuple(fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger()), tie('value')))
      .map((entries) => new Map(entries.map(([key, member]) => [arrayKey(key), member]))),
  ),
})).value;

const variables = fc
  .array(
    fc.tuple(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !name.includes('|')),
      value,
    ),
  )
  .map((entries): SessionVariables => new Map(entries));

/** A session file in which somebody has written over a few characters. */
const damaged = fc.tuple(variables, fc.nat(), fc.string({ maxLength: 2 })).map(([session, at, noise]) => {
  const text = serializeSession(session);
  const place = at % (text.length + 1);
  return text.slice(0, place) + noise + text.slice(place + noise.length);
});

const encoder = new TextEncoder();

describe('the format of PHP session files', () => {
  test('writes a session as PHP does, lengths in bytes', () => {
    expect(serializeSession(USER)).toBe(TEXT);
  });

  test('reads it back', () => {
    expect(parseSession(TEXT)).toEqual({ ok: true, variables: USER });
  });

  test('holds any number of variables, none included', () => {
    const two: SessionVariables = new Map<string, PhpValue>([
      ['a', 1],
      ['b', 'x|y'],
    ]);
    expect(serializeSession(two)).toBe('a|i:1;b|s:3:"x|y";');
    expect(parseSession('')).toEqual({ ok: true, variables: new Map() });
  });

  test('turns a key that reads like an integer into one', () => {
    const array = new Map<string, PhpValue>([
      ['42', 1],
      ['-7', 2],
      ['042', 3],
      ['1.0', 4],
      ['-0', 5],
    ]);
    expect(serializeSession(new Map([['a', array]]))).toBe(
      'a|a:5:{i:42;i:1;i:-7;i:2;s:3:"042";i:3;s:3:"1.0";i:4;s:2:"-0";i:5;}',
    );
  });

  test('reads whatever it writes', () => {
    fc.assert(
      fc.property(variables, (session) => {
        expect(parseSession(serializeSession(session))).toEqual({ ok: true, variables: session });
      }),
    );
  });

  test('writes whatever it reads', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const reading = parseSession(text);
        const written = reading.ok ? serializeSession(reading.variables) : text;
        expect(encoder.encode(written)).toEqual(encoder.encode(text));
      }),
    );
  });

  test('stops somewhere in the text where it cannot go on', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const reading = parseSession(text);
        const offset = reading.ok ? 0 : reading.offset;
        expect(offset).toBeLessThanOrEqual(encoder.encode(text).length);
      }),
    );
  });

  test.each<[text: string, fault: PhpFaultCode]>([
    ['user', 'name'],
    ['|i:1;', 'name'],
    ['a|i:1;a|i:2;', 'name'],
    ['a|', 'type'],
    ['a|x:1;', 'type'],
    ['a|d:0.5;', 'type'],
    ['a|O:8:"stdClass":0:{}', 'type'],
    ['a|R:1;', 'type'],
    ['a|i:1', 'number'],
    ['a|i:+1;', 'number'],
    ['a|i:01;', 'number'],
    ['a|i:-0;', 'number'],
    ['a|i:1.0;', 'number'],
    ['a|i:9007199254740993;', 'number'],
    ['a|b:2;', 'number'],
    ['a|b:true;', 'number'],
    ['a|s:-1:"";', 'number'],
    ['a|s:10:"John Doe";', 'delimiter'],
    ['a|s:11:"John Doe";', 'length'],
    ['a|s:3:"John Doe";', 'delimiter'],
    ['a|s:1:"ü";', 'utf-8'],
    ['a|s:8:"John Doe"', 'delimiter'],
    ["a|s:1:'x';", 'delimiter'],
    ['a|N', 'delimiter'],
    ['a|a:1:{i:0;i:1;', 'delimiter'],
    ['a|a:0:{i:0;i:1;}', 'delimiter'],
    ['a|a:2:{i:0;i:1;}', 'type'],
    ['a|a:2:{i:0;i:1;i:0;i:2;}', 'key'],
    ['a|a:1:{s:2:"42";i:1;}', 'key'],
    ['a|a:1:{b:1;i:1;}', 'key'],
    [`a|${'a:1:{i:0;'.repeat(40)}`, 'depth'],
    [`a|a:1:{${'a:1:{i:0;'.repeat(40)}`, 'depth'],
    ['a|i:1; ', 'name'],
  ])('refuses %j: %s', (text, fault) => {
    expect(parseSession(text)).toMatchObject({ ok: false, fault });
  });

  test('says at which byte it stopped', () => {
    expect(parseSession('ü|s:2:"é";b|x;')).toMatchObject({ ok: false, fault: 'type', offset: 14 });
  });

  test('refuses to write what PHP could not read back', () => {
    expect(() => serializeSession(new Map([['a', 0.5]]))).toThrow(RangeError);
    expect(() => serializeSession(new Map([['a', Infinity]]))).toThrow(RangeError);
    expect(() => serializeSession(new Map([['', 1]]))).toThrow(RangeError);
    expect(() => serializeSession(new Map([['a|b', 1]]))).toThrow(RangeError);
  });
});
