import type { ActorId } from '#core/actors.ts';
import type { IntentId } from '#core/intents.ts';
import type { Random } from '#core/ports.ts';

/**
 * The name of the stream that an actor draws from during an intent. Nobody shares one, so that another actor or another
 * intent changes nobody's numbers, and a fork finds the same numbers for the same intent.
 */
export function streamName(seed: number, actor: ActorId, intent: IntentId): string {
  return `${seed}/${actor}/${intent}`;
}

/**
 * A stream of bytes that its name alone decides: reproducible, and therefore fit for a simulation and never for a real
 * secret. SFC32 (PractRand) seeded by a 96-bit hash of the name; words give their bytes lowest first.
 */
export function createRandom(name: string): Random {
  const nextWord = sfc32(hash96(name));
  let word = 0;
  let left = 0;
  const nextByte = (): number => {
    if (left === 0) {
      word = nextWord();
      left = 4;
    }
    const byte = word & 0xff;
    word >>>= 8;
    left -= 1;
    return byte;
  };
  return { bytes: (length) => Uint8Array.from({ length }, nextByte) };
}

/** The stream that this actor draws from during this intent: the same one again, further on. */
export type Streams = (actor: ActorId, intent: IntentId) => Random;

/** All streams of one world. */
export function createStreams(seed: number): Streams {
  const streams = new Map<string, Random>();
  return (actor, intent) => {
    const name = streamName(seed, actor, intent);
    const stream = streams.get(name) ?? createRandom(name);
    streams.set(name, stream);
    return stream;
  };
}

type Words = readonly [number, number, number];

/** Rounds that mix the seed before the first word is given out, as PractRand does. */
const WARM_UP = 15;

function sfc32([x, y, z]: Words): () => number {
  let a = x;
  let b = y;
  let c = z;
  let counter = 1;
  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let round = 0; round < WARM_UP; round += 1) next();
  return next;
}

/** Eight hexadecimal digits that a text decides: to tell a few things apart, nothing more. */
export function digest(text: string): string {
  const [word] = hash96(text);
  return (word >>> 0).toString(16).padStart(8, '0');
}

const encoder = new TextEncoder();

/** Three lanes of MurmurHash3 (x86, 32 bits), a byte at a time, each with its own seed. */
function hash96(name: string): Words {
  const bytes = encoder.encode(name);
  return [murmur(bytes, 0x9e3779b9), murmur(bytes, 0x85ebca6b), murmur(bytes, 0xc2b2ae35)];
}

function murmur(bytes: Uint8Array, seed: number): number {
  let hash = seed;
  for (const byte of bytes) {
    let k = Math.imul(byte + 1, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    hash ^= Math.imul(k, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
