import { byteLength } from '#core/http.ts';
import { allow, bis, refuse, type Ruling } from './ruling.ts';

/** Octets of name and value together. */
const MAX_PAIR = 4096;

/** Octets of one attribute's value. */
const MAX_ATTRIBUTE = 1024;

const CITE = bis('5.6');

/**
 * A cookie whose name and value together are longer than 4096 octets is thrown
 * away as a whole.
 */
export function checkPairSize(name: string, value: string): Ruling {
  const octets = byteLength(name) + byteLength(value);
  return octets > MAX_PAIR ? refuse('cookie-too-large', CITE) : allow(CITE);
}

/**
 * An attribute whose value is longer than 1024 octets is ignored, as if it were
 * not there; the cookie itself stands.
 */
export function checkAttributeSize(value: string): Ruling {
  return byteLength(value) > MAX_ATTRIBUTE
    ? refuse('cookie-attribute-too-large', CITE)
    : allow(CITE);
}
