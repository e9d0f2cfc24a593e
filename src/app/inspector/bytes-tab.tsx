import type { Comparison } from '#core/align.ts';
import { bytesView } from '#projections/bytes.ts';
import { BytesChart } from '#stage/bytes/bytes-chart.tsx';
import { useTimeline } from '#timeline/react.ts';
import { explain } from '../app-store.ts';
import { useNames } from '../workbench/use-names.ts';

export function BytesTab({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const names = useNames();
  return <BytesChart view={bytesView(comparison, cursor)} names={names} onExplain={explain} />;
}
