import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { rowText } from './row-text.ts';

/** One live announcement per step, and nothing before the first. */
export function Announcer() {
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  return (
    <VisuallyHidden>
      <output aria-live="polite" aria-atomic="true">
        {comparison && cursor > 0
          ? `Step ${cursor} of ${comparison.steps.length}. ${rowText(comparison, cursor - 1)}`
          : ''}
      </output>
    </VisuallyHidden>
  );
}
