/** Random numbers inside SQL: xoshiro128** from 16 bytes that the world hands in, so that the same world gives the same. */
export interface Dice {
  /** Starts anew from these 16 bytes. */
  seed(entropy: Uint8Array): void;
  /** A signed integer of 64 bits, as `random()` gives. */
  integer(): bigint;
  bytes(length: number): Uint8Array;
}

export function createDice(): Dice {
  let [a, b, c, d] = [0, 0, 0, 1];
  const word = (): number => {
    const out = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return out;
  };
  return {
    seed(entropy) {
      const view = new DataView(entropy.slice(0, 16).buffer);
      a = view.getInt32(0);
      b = view.getInt32(4);
      c = view.getInt32(8);
      // All zeros would stay so.
      d = view.getInt32(12) || 1;
    },
    integer: () => BigInt.asIntN(64, (BigInt(word()) << 32n) | BigInt(word())),
    bytes: (length) => Uint8Array.from({ length }, () => word() >>> 24),
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
