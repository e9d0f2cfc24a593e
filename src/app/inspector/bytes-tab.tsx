import type { Comparison } from '#core/align.ts';
import { bytesView } from '#projections/inspector/bytes.ts';
import { BytesChart } from '#stage/bytes/bytes-chart.tsx';
import { useTimeline } from '#timeline/react.ts';
import { explain } from '../app-store.ts';
import { useNames } from '../workbench/use-names.ts';
import { RowTime } from './row-time.tsx';

export function BytesTab({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const names = useNames();
  return (
    <>
      <RowTime comparison={comparison} cursor={cursor} names={names} />
      <BytesChart view={bytesView(comparison, cursor)} names={names} onExplain={explain} />
    </>
  );
}
