import type { Column } from '#core/align.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import { useTimeline } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import { useLoaded } from './use-loaded.ts';

const loadWords = () => import('../branches/branch-words.ts');

/** What the two systems are called: by scheme, or by what tells two runs of one scheme apart. */
export function useNames(): Readonly<Record<Column, string>> {
  const lesson = useTimeline((state) => state.lesson);
  const left = useTimeline((state) => branchOf(state, 'left'));
  const right = useTimeline((state) => branchOf(state, 'right'));
  const isFork = left?.spec.scheme === right?.spec.scheme;
  const words = useLoaded(loadWords, isFork);
  if (!lesson || !left || !right) return { left: 'Left', right: 'Right' };
  const named = isFork && words ? words.branchName : schemeName;
  const names = { left: named(lesson, left), right: named(lesson, right) };
  return names.left === names.right ? { left: `${names.left} (left)`, right: `${names.right} (right)` } : names;
}

function schemeName(
  _lesson: unknown,
  { spec }: { readonly spec: { readonly scheme: keyof typeof SCHEME_TEXTS } },
): string {
  return SCHEME_TEXTS[spec.scheme].name;
}
