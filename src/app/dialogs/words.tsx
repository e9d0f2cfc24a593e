import { diagramModel } from '#projections/diagram/diagram.ts';
import { DiagramText } from '#stage/diagram/diagram-text.tsx';
import { useTimeline } from '#timeline/react.ts';
import { comparisonOf } from '#timeline/shown.ts';
import { useApp } from '../use-app.ts';
import { rowText } from '../workbench/row-text.ts';

/** The diagram's text equivalent. */
export function Words() {
  const comparison = useTimeline(comparisonOf);
  const cursor = useTimeline((state) => state.cursor);
  const reveal = useApp((state) => state.reveal);
  if (!comparison) return <p>There is no run yet.</p>;
  return (
    <DiagramText
      model={diagramModel(comparison)}
      k={cursor}
      reveal={reveal}
      rowText={(index) => rowText(comparison, index)}
    />
  );
}
