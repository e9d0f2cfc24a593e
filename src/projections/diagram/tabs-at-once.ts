import type { Comparison } from '#core/align.ts';
import { allIntents, type IntentId } from '#core/intents.ts';
import { oncePer } from '#core/once.ts';

/** Which tab acts, by the intent's id, where two tabs of one browser act at once: their rows alternate, under one lifeline. */
export const tabsAtOnce = oncePer(({ left, right }: Comparison): ReadonlyMap<IntentId, string> => {
  const tabs = new Map<IntentId, string>();
  for (const intent of [...left.spec.intents, ...right.spec.intents]) {
    if (intent.kind !== 'together') continue;
    const acts = allIntents(intent.intents).flatMap((one) => ('device' in one && 'tab' in one ? [one.device] : []));
    for (const one of allIntents(intent.intents)) {
      if ('device' in one && acts.includes(one.device)) tabs.set(one.id, `tab\u00a0${'tab' in one ? 2 : 1}`);
    }
  }
  return tabs;
});
