import type { ChangeType } from '#core/state.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { CHANGE_SIGNS } from '../change-signs.ts';

/** What a step did to a row, as a sign that is also said. */
export function ChangeSign({ change }: { readonly change: ChangeType | null }) {
  if (change === null) return null;
  return (
    <>
      <strong aria-hidden="true">{CHANGE_SIGNS[change]}</strong>
      <VisuallyHidden>{`${change}: `}</VisuallyHidden>
    </>
  );
}
