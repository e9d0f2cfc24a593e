import type { ChangeType } from '#core/state.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';

const SIGNS: Readonly<Record<ChangeType, string>> = { added: '+', changed: '±', removed: '−' };

/** What a step did to a row, as a sign that is also said. */
export function ChangeSign({ change }: { readonly change: ChangeType | null }) {
  if (change === null) return null;
  return (
    <>
      <strong aria-hidden="true">{SIGNS[change]}</strong>
      <VisuallyHidden>{`${change}: `}</VisuallyHidden>
    </>
  );
}
