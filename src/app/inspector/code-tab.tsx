import { codeRegions, tokenKinds } from 'virtual:code-regions';
import type { Comparison } from '#core/align.ts';
import { codeView } from '#projections/inspector/code.ts';
import { CodePanel } from '#stage/code/code-panel.tsx';
import { useTimeline } from '#timeline/react.ts';
import { useNames } from '../workbench/use-names.ts';

export function CodeTab({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const names = useNames();
  return <CodePanel view={codeView(comparison, cursor)} names={names} sources={codeRegions} tokenKinds={tokenKinds} />;
}
