import type { Intent } from '#core/intents.ts';

export type SingleIntent = Exclude<Intent, { readonly kind: 'together' }>;

/** The acts of an intent that begin at the same moment, in the order given. */
export function singles(intent: Intent): readonly SingleIntent[] {
  return intent.kind === 'together' ? intent.intents.flatMap(singles) : [intent];
}
