import type { Figure, Unit } from './figure.ts';

/** The figures of one part as aligned columns, with how they were measured under them: once for neighbours measured alike. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    MARKS[figure.verdict],
    figure.name,
    valueText(figure.value, figure.unit),
    figure.limit === null ? '' : `≤ ${valueText(figure.limit, figure.unit)}`,
    figure.verdict === 'noted' ? '' : figure.verdict,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map(([mark = '', name = '', value = '', limit = '', verdict = ''], index) => {
      const cells = [
        mark,
        name.padEnd(widths[1] ?? 0),
        value.padStart(widths[2] ?? 0),
        limit.padStart(widths[3] ?? 0),
        verdict,
      ];
      const line = cells.join('  ').trimEnd();
      const how = figures[index]?.how;
      return how === figures[index + 1]?.how ? line : `${line}\n     ${how ?? ''}`;
    })
    .join('\n');
}

/** `3 within, 1 over`: of those that have a verdict, in that order. */
export function summaryOf(figures: readonly Figure[]): string {
  const counts = (['within', 'over', 'skipped', 'failed'] as const).map((verdict) => ({
    verdict,
    count: figures.filter((figure) => figure.verdict === verdict).length,
  }));
  return counts
    .filter(({ count, verdict }) => count > 0 || verdict === 'within' || verdict === 'over')
    .map(({ verdict, count }) => `${count} ${verdict}`)
    .join(', ');
}

const MARKS = { within: '✓', over: '✗', noted: '·', skipped: '–', failed: '!' } as const;

/** Three significant figures or a decimal, whole numbers from a thousand on. */
function valueText(value: number | null, unit: Unit | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  const digits = size >= 1_000 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return `${value.toFixed(digits)} ${unit ?? ''}`.trimEnd();
}
