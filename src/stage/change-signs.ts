import type { ChangeType } from '#core/state.ts';

/** What a step did to an entry or a row, as a sign beside it: outline and band only repeat it. */
export const CHANGE_SIGNS: Readonly<Record<ChangeType, string>> = { added: '+', changed: '±', removed: '−' };
