import type { Comparison } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { differences } from '#projections/diagram/differences.ts';
import { stepText } from '#projections/sentences/words.ts';

/** A row in words, both sides: its accessible name and what is announced when it is reached. */
export function rowText(comparison: Comparison, index: number): string {
  const text = stepText(comparison, index);
  if (!text) return '';
  const { left, right } = comparison;
  const same = left.spec.scheme === right.spec.scheme;
  const leftName = same ? 'Left' : SCHEME_TEXTS[left.spec.scheme].name;
  const rightName = same ? 'Right' : SCHEME_TEXTS[right.spec.scheme].name;
  return `${text.phaseName}. ${leftName}: ${text.left} ${rightName}: ${text.right}${same ? differenceText(comparison, index) : ''}`;
}

/** What the diagram marks in two runs of one scheme. */
function differenceText(comparison: Comparison, index: number): string {
  const differing = differences(comparison);
  const id = comparison.steps[index]?.id;
  if (!id || !differing.has(id)) return '';
  const [first] = differing;
  return id === first ? ' Here the two runs part.' : ' The two runs differ here.';
}
