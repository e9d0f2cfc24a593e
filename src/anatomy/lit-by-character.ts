import { locateCharacter } from '#token/mapping.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import type { Lit } from './link.ts';

/** What a character of the token's text lights: the bytes it carries bits of; null for a period and the like. */
export function litByCharacter(token: ParsedToken, offset: number): Lit | null {
  const place = locateCharacter(token, offset);
  if (place?.kind !== 'letter' || place.bytes === null) return null;
  return { segment: place.segment, bytes: place.bytes, node: null, from: 'text' };
}
