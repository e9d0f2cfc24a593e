import type { Comparison } from '#core/align.ts';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { storageDifferences } from '#projections/storage/storage-differences.ts';
import { storageView } from '#projections/storage/storage.ts';
import { Flight } from '#stage/flight/flight.tsx';
import { Storage } from '#stage/storage/storage.tsx';
import { useTimeline } from '#timeline/react.ts';
import { appStore, explain } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import { useWhyNotHere } from '../workbench/use-why-not-here.ts';
import { useLoaded } from '../workbench/use-loaded.ts';
import { useNames } from '../workbench/use-names.ts';
import { useSettledRuns } from '../workbench/use-settled-runs.ts';

/** What can be done to the panels comes once it can be done, or is known to be impossible. */
const loadEditing = () => import('./storage-editing.ts');

/** In the first moments everything there is to see is in view. */
const loadTouched = async () => ({
  ...(await import('#projections/storage/areas-read.ts')),
  ...(await import('#stage/storage/show-touched.ts')),
});

/** What is remembered at this step, and the credential that is on its way there. */
export function StoragePanels({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const column = useApp((state) => state.column);
  const names = useNames();
  const whyNot = useWhyNotHere();
  const isSettled = useSettledRuns();
  const tools = useLoaded(loadEditing, isSettled);
  const touched = useLoaded(loadTouched, isSettled);
  const storage = storageView(comparison, cursor);
  const isFork = comparison.left.spec.scheme === comparison.right.spec.scheme;
  return (
    <>
      <Storage
        view={storage}
        read={touched?.areasRead(comparison, cursor)}
        onTouch={touched?.showTouched}
        names={names}
        column={column}
        editing={tools?.storageEditing(comparison, whyNot)}
        differs={isFork ? storageDifferences(storage) : undefined}
        onExplain={explain}
        onOpenCredential={(_, side) => appStore.setState({ tab: 'token', column: side })}
      />
      <ErrorBoundary name="The moving credential" resetKey={cursor}>
        <Flight model={diagramModel(comparison)} k={cursor} storage={storage} />
      </ErrorBoundary>
    </>
  );
}
