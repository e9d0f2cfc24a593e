import type { Comparison } from '#core/align.ts';
import { httpStanding, httpView } from '#projections/inspector/http.ts';
import { HttpMessages } from '#stage/http/http-messages.tsx';
import { useTimeline } from '#timeline/react.ts';
import { appStore } from '../app-store.ts';
import { useLoaded } from '../workbench/use-loaded.ts';
import { useNames } from '../workbench/use-names.ts';
import { useSettledRuns } from '../workbench/use-settled-runs.ts';
import { curlOf } from './curl-of.ts';

const loadShowing = () => import('#stage/http/show-now.ts');

export function HttpTab({ comparison }: { readonly comparison: Comparison }) {
  const cursor = useTimeline((state) => state.cursor);
  const names = useNames();
  const showing = useLoaded(loadShowing, useSettledRuns());
  return (
    <HttpMessages
      view={httpView(comparison, cursor)}
      standing={httpStanding(comparison, cursor)}
      names={names}
      onAct={showing?.showNow}
      curlOf={(event, column) => curlOf(comparison[column], event)}
      onExplainHeader={(header, event, column) => appStore.setState({ explained: { column, event, header } })}
    />
  );
}
