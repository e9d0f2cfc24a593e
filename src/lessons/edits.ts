import type { Edit, Intent } from '#core/intents.ts';
import type { Settings } from '#core/settings.ts';

/** What happens after everything else, in this order. */
export function append(...intents: readonly Intent[]): readonly Edit[] {
  return intents.map((intent) => ({ kind: 'insert', before: null, intent }));
}

export function set(settings: Partial<Settings>): Edit {
  return { kind: 'set', settings };
}
