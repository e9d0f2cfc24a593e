import type { Comparison } from '#core/align.ts';
import { storageView } from '#projections/storage.ts';
import { Storage } from '#stage/storage/storage.tsx';
import { useTimeline } from '#timeline/react.ts';
import { appStore, explain } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import { useNames } from './use-names.ts';

export function StoragePanels({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const column = useApp((state) => state.column);
  const names = useNames();
  return (
    <Storage
      view={storageView(comparison, cursor)}
      names={names}
      column={column}
      onExplain={explain}
      onOpenCredential={(_, side) => appStore.setState({ tab: 'token', column: side })}
    />
  );
}
