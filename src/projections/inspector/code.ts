import type { Comparison } from '#core/align.ts';
import { bothColumns, currentEvents } from '../cursor.ts';
import type { CodeView } from '../models.ts';

/** The named regions that ran in the step that led to `k`, each once, in the order in which they last ran: the last one is lit. */
export function codeView(comparison: Comparison, k: number): CodeView {
  return bothColumns((column) => {
    const ran = new Map<string, CodeView['left'][number]>();
    for (const { code, id, kind } of currentEvents(comparison, column, k)) {
      if (code === null) continue;
      ran.delete(code);
      ran.set(code, { region: code, event: id, kind });
    }
    return [...ran.values()];
  });
}
