import { decodeJwt, decodeProtectedHeader } from 'jose';
import { jwtDecode } from 'jwt-decode';
import { claimsSegment, readClaims } from '#token/claims.ts';
import { extractTokens } from '#token/extract.ts';
import { lintToken } from '#token/lint.ts';
import { parseToken } from '#token/parse.ts';
import { formatVerdict } from '#token/verdict.ts';
import { measured, type Figure, type Findings } from './figure.ts';
import { NOW, ONE_MB, ONE_MB_OF_TEXT, TYPICAL } from './sample-tokens.ts';
import { median } from './statistics.ts';
import type { Workplace } from './workplace.ts';

const LIMITS = { typicalMicros: 100, megabyteMillis: 30 };

/** Reading a token with all that is to be said of it, beside libraries that hand out its JSON. */
export async function measureTokenDecode({ quick }: Workplace): Promise<Findings> {
  const rounds = quick ? 5 : 15;
  const micros = (token: string, read: Read): number => timeOf(read, token, 2_000, rounds) * 1000;
  const millis = (token: string, read: Read): number => timeOf(read, token, 1, rounds * 3);
  const typical = micros(TYPICAL, decodeHere);
  const jose = micros(TYPICAL, decodeWithJose);
  const jwt = micros(TYPICAL, decodeWithJwtDecode);
  const large = millis(ONE_MB, decodeHere);
  const largeJose = millis(ONE_MB, decodeWithJose);
  const largeJwt = millis(ONE_MB, decodeWithJwtDecode);
  const how = `in Node, ${size(TYPICAL)}; median of ${rounds} rounds of 2 000`;
  const largeHow = `in Node, ${size(ONE_MB)}, 5 012 claims; median of ${rounds * 3}`;
  const ours = 'format, claims, lint and every finding with its place';
  const figures: Figure[] = [
    measured({
      name: 'A typical token',
      value: typical,
      unit: 'µs',
      limit: LIMITS.typicalMicros,
      how: `${how}; ${ours}`,
    }),
    measured({ name: '  jose, header and claims', value: jose, unit: 'µs', how }),
    measured({ name: '  here : jose', value: typical / jose, unit: '×', how: 'of the two' }),
    measured({ name: '  jwt-decode, header and claims', value: jwt, unit: 'µs', how }),
    measured({ name: '  here : jwt-decode', value: typical / jwt, unit: '×', how: 'of the two' }),
    measured({
      name: 'Taking it out of a header line',
      value: micros(`Authorization: Bearer ${TYPICAL}`, extractTokens),
      unit: 'µs',
      how,
    }),
    measured({
      name: '1 MB, 5 012 claims',
      value: large,
      unit: 'ms',
      limit: LIMITS.megabyteMillis,
      how: `${largeHow}; ${ours}`,
    }),
    measured({ name: '  jose, header and claims', value: largeJose, unit: 'ms', how: largeHow }),
    measured({ name: '  here : jose', value: large / largeJose, unit: '×', how: 'of the two' }),
    measured({ name: '  jwt-decode, header and claims', value: largeJwt, unit: 'ms', how: largeHow }),
    measured({ name: '  here : jwt-decode', value: large / largeJwt, unit: '×', how: 'of the two' }),
    measured({
      name: '1 MB, one claim of it',
      value: millis(ONE_MB_OF_TEXT, decodeHere),
      unit: 'ms',
      limit: LIMITS.megabyteMillis,
      how: `in Node, ${size(ONE_MB_OF_TEXT)}; ${ours}`,
    }),
    measured({
      name: 'Taking 1 MB out of a paste',
      value: millis(`Authorization: Bearer ${ONE_MB}`, extractTokens),
      unit: 'ms',
      how: largeHow,
    }),
  ];
  return { figures };
}

function size(token: string): string {
  return `${token.length.toLocaleString('en').replaceAll(',', ' ')} characters`;
}

type Read = (token: string) => unknown;

function decodeHere(text: string): readonly unknown[] {
  const token = parseToken(text);
  return [formatVerdict(token), readClaims(claimsSegment(token), { now: NOW }), lintToken(token, { now: NOW })];
}

function decodeWithJose(text: string): readonly unknown[] {
  return [decodeProtectedHeader(text), decodeJwt(text)];
}

function decodeWithJwtDecode(text: string): readonly unknown[] {
  return [jwtDecode(text, { header: true }), jwtDecode(text)];
}

/** Milliseconds for one of `times` in a round. What is read is kept until the round is over, so that nothing is left out as unused. */
function timeOf(read: Read, token: string, times: number, rounds: number): number {
  const kept: unknown[] = Array.from({ length: times });
  const round = (): number => {
    const began = performance.now();
    for (let time = 0; time < times; time += 1) kept[time] = read(token);
    return (performance.now() - began) / times;
  };
  round();
  return median(Array.from({ length: rounds }, round));
}
