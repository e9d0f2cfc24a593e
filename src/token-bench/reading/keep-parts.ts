import type { Segment } from '#token/segment.ts';
import type { Reading } from './reading.ts';

/**
 * While somebody types most parts of a token stay as they are: they go on being the same objects, so that nothing of them is drawn anew,
 * and what is lit in them stays lit.
 */
export function keepParts(before: Reading | null, after: Reading): Reading {
  const { token } = after;
  if (before?.token.form !== 'jws' || token.form !== 'jws') return after;
  const header = kept(before.token.header, token.header);
  const payload = kept(before.token.payload, token.payload);
  const signature = kept(before.token.signature, token.signature);
  return { ...after, token: { ...token, header, payload, signature, segments: [header, payload, signature] } };
}

/** The part before, if the same characters stand in the same place and are read in the same way. */
function kept(before: Segment, after: Segment): Segment {
  const isSame =
    before.start === after.start &&
    before.text === after.text &&
    (before.base64url === null) === (after.base64url === null) &&
    (before.json === null) === (after.json === null);
  return isSame ? before : after;
}
