/** Bytes as lower-case hexadecimal digits, two each. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/** @throws RangeError for anything but pairs of hexadecimal digits. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text))
    throw new RangeError('not pairs of hexadecimal digits');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
}
