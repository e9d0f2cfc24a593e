import type { SegmentName } from '#token/findings.ts';
import type { Segment } from '#token/segment.ts';

/** Which of the token's hues a part wears. `plain`: none of its own. */
export type SegmentHue = 'header' | 'payload' | 'signature' | 'plain';

interface SegmentLook {
  readonly title: string;
  readonly hue: SegmentHue;
}

const LOOKS: Readonly<Record<SegmentName, SegmentLook>> = {
  token: { title: 'Token', hue: 'plain' },
  header: { title: 'Header', hue: 'header' },
  payload: { title: 'Payload', hue: 'payload' },
  signature: { title: 'Signature', hue: 'signature' },
  'encrypted-key': { title: 'Encrypted key', hue: 'plain' },
  iv: { title: 'Starting value', hue: 'plain' },
  ciphertext: { title: 'Ciphertext', hue: 'payload' },
  tag: { title: 'Checksum', hue: 'signature' },
  aad: { title: 'Additional data', hue: 'plain' },
  disclosure: { title: 'Disclosure', hue: 'payload' },
  extra: { title: 'Extra part', hue: 'plain' },
};

export function segmentHue(name: SegmentName): SegmentHue {
  return LOOKS[name].hue;
}

/** What a part is called: `Header`, `Disclosure 2`, `Key-binding payload`. */
export function segmentTitle({ name, index }: Pick<Segment, 'name' | 'index'>, isSdJwt = false): string {
  const { title } = LOOKS[name];
  if (name === 'disclosure' || name === 'extra') return `${title} ${index + 1}`;
  if (index === 0) return title;
  return isSdJwt ? `Key-binding ${title.toLowerCase()}` : `${title} ${index + 1}`;
}
