import type { JsonKind } from './json-nodes.ts';

/**
 * The header parameters that RFC 7515 §4.1, RFC 7516 §4.1 and RFC 7518 §4 define, and the JSON type of each. `crit` must not name
 * any of them.
 */
const BASE: readonly (readonly [string, JsonKind])[] = [
  ['alg', 'string'],
  ['jku', 'string'],
  ['jwk', 'object'],
  ['kid', 'string'],
  ['x5u', 'string'],
  ['x5c', 'array'],
  ['x5t', 'string'],
  ['x5t#S256', 'string'],
  ['typ', 'string'],
  ['cty', 'string'],
  ['crit', 'array'],
  ['enc', 'string'],
  ['zip', 'string'],
  ['epk', 'object'],
  ['apu', 'string'],
  ['apv', 'string'],
  ['iv', 'string'],
  ['tag', 'string'],
  ['p2s', 'string'],
  ['p2c', 'number'],
];

/** Defined by other documents: unencoded payloads, claims in the header, status of OAuth keys. */
const FURTHER = ['b64', 'iss', 'sub', 'aud', 'url', 'nonce', 'ppt', 'trust_chain'];

const TYPES: ReadonlyMap<string, JsonKind> = new Map(BASE);

/** The JSON type a base parameter must have, or null if the name is not one. */
export function headerParameterType(name: string): JsonKind | null {
  return TYPES.get(name) ?? null;
}

export const HEADER_PARAMETER_NAMES: ReadonlySet<string> = new Set([...TYPES.keys(), ...FURTHER]);
