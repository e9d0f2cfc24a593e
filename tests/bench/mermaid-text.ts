import { COLUMNS } from '#core/align.ts';
import type { DiagramModel } from '#projections/models.ts';

/**
 * The first messages and store accesses of a diagram as a mermaid sequence diagram: the same lifelines, the same labels. Boxes and the
 * words under the arrows are left out, to mermaid's advantage.
 */
export function mermaidText({ lanes, rows }: DiagramModel, messages: number): string {
  const participants = COLUMNS.flatMap((column) =>
    lanes[column].map(({ title }, lane) => `  participant ${column}${lane} as ${title}`),
  );
  const arrows = rows.flatMap((row) =>
    COLUMNS.flatMap((column) => {
      const cell = row[column];
      if (cell.type !== 'arrow') return [];
      return [`  ${column}${cell.from}->>${column}${cell.to}: ${withoutSyntax(cell.label)}`];
    }),
  );
  if (arrows.length < messages) throw new RangeError(`${arrows.length} messages, ${messages} asked for`);
  return ['sequenceDiagram', ...participants, ...arrows.slice(0, messages)].join('\n');
}

/** `;` ends a line there and `#` begins a character reference. */
function withoutSyntax(label: string): string {
  return label.replaceAll(/[;#]/g, ' ');
}
