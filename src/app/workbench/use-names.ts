import type { Column } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { useTimeline } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';

/** What the two systems are called: by scheme, or by what tells two runs of one scheme apart. */
export function useNames(): Readonly<Record<Column, string>> {
  const left = useTimeline((state) => branchOf(state, 'left'));
  const right = useTimeline((state) => branchOf(state, 'right'));
  if (!left || !right) return { left: 'Left', right: 'Right' };
  if (left.spec.scheme !== right.spec.scheme) {
    return { left: SCHEME_TEXTS[left.spec.scheme].name, right: SCHEME_TEXTS[right.spec.scheme].name };
  }
  if (left.name !== right.name) return { left: left.name, right: right.name };
  return { left: `${left.name} (left)`, right: `${right.name} (right)` };
}
