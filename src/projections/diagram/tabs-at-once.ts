import type { Comparison } from '#core/align.ts';
import { allIntents, type IntentId, intentsOf } from '#core/intents.ts';
import { oncePer } from '#core/once.ts';

/** Which tab acts, by the intent's id, where two tabs of one browser act at once: their rows alternate, under one lifeline. */
export const tabsAtOnce = oncePer(({ left, right }: Comparison): ReadonlyMap<IntentId, string> => {
  const tabs = new Map<IntentId, string>();
  const together = [left, right].flatMap(({ spec }) => intentsOf(spec).together);
  for (const intents of together.map((intent) => allIntents(intent.intents))) {
    const acts = intents.flatMap((one) => ('device' in one && 'tab' in one ? [one.device] : []));
    for (const one of intents) {
      if ('device' in one && acts.includes(one.device)) tabs.set(one.id, `tab\u00a0${'tab' in one ? 2 : 1}`);
    }
  }
  return tabs;
});
