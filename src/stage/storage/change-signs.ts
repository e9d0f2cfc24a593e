import type { ChangeType } from '#core/state.ts';

/** What a step did to an entry, as a sign beside it: the outline and the band only repeat it. */
export const CHANGE_SIGNS: Readonly<Record<ChangeType, string>> = { added: '+', changed: '±', removed: '−' };
