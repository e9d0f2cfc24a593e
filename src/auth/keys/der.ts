/**
 * As much of DER (X.690) as keys and certificates need: values with definite lengths, one inside the other. No recursion, no copy.
 */
export interface DerValue {
  readonly tag: number;
  /** Where the value begins, tag and length included. */
  readonly start: number;
  /** Where its content begins and ends. */
  readonly content: number;
  readonly end: number;
}

export const DER_TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
} as const;

/** Thrown inside this folder where the bytes are not what was expected; `offset` is the byte. */
export class DerError extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super(`not the DER expected at byte ${offset}`);
    this.offset = offset;
  }
}

/** The value that begins at `at`. @throws DerError if it is cut short, or has another tag than `tag`. */
export function readDer(bytes: Uint8Array, at: number, tag?: number): DerValue {
  const found = bytes[at];
  const first = bytes[at + 1];
  if (found === undefined || first === undefined) throw new DerError(at);
  if (tag !== undefined && found !== tag) throw new DerError(at);
  let length = first;
  let content = at + 2;
  if (first >= 0x80) {
    const digits = first & 0x7f;
    if (digits === 0 || digits > 4) throw new DerError(at + 1);
    length = 0;
    for (let i = 0; i < digits; i += 1)
      length = length * 256 + (bytes[content + i] ?? 0);
    content += digits;
  }
  const end = content + length;
  if (end > bytes.length) throw new DerError(at);
  return { tag: found, start: at, content, end };
}

/** The values inside another, in their order. @throws DerError */
export function readDerChildren(
  bytes: Uint8Array,
  { content, end }: DerValue,
): readonly DerValue[] {
  const children: DerValue[] = [];
  for (let at = content; at < end; at = children.at(-1)?.end ?? end) {
    const child = readDer(bytes, at);
    if (child.end > end) throw new DerError(at);
    children.push(child);
  }
  return children;
}

/** The child at this place, of this tag. @throws DerError */
export function derChild(
  children: readonly DerValue[],
  index: number,
  tag: number,
): DerValue {
  const child = children[index];
  if (child?.tag !== tag)
    throw new DerError(child?.start ?? children.at(-1)?.end ?? 0);
  return child;
}

/** An object identifier in dots: `1.2.840.113549.1.1.1`. */
export function readOid(bytes: Uint8Array, { content, end }: DerValue): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes.subarray(content, end)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length > 0) arcs.push(arc);
    else {
      // The first two arcs share a number.
      const root = Math.min(Math.floor(arc / 40), 2);
      arcs.push(root, arc - 40 * root);
    }
    arc = 0;
  }
  return arcs.join('.');
}

/** The length of an unsigned integer in bits. */
export function bitLength(
  bytes: Uint8Array,
  { content, end }: { readonly content: number; readonly end: number },
): number {
  let first = content;
  while (first < end && bytes[first] === 0) first += 1;
  if (first === end) return 0;
  return (end - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

/** Writes one value around its content. */
export function writeDer(
  tag: number,
  ...content: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
    digits.unshift(rest % 256);
  const head =
    length < 0x80 ? [tag, length] : [tag, 0x80 | digits.length, ...digits];
  const bytes = new Uint8Array(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of content) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
