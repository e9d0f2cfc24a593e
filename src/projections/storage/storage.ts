import type { Column, Comparison } from '#core/align.ts';
import { oncePer } from '#core/once.ts';
import { areaId } from '#core/state.ts';
import { unixSecond } from '#core/trace.ts';
import { areasAt } from '../areas-at.ts';
import { columnMicros } from '../clock.ts';
import { bothColumns, clampCursor } from '../cursor.ts';
import type { Areas, Entries, Entry } from '../fold.ts';
import { changeIn, type Mark, marksOf } from '../marks.ts';
import type { StoragePanel, StorageRow, StorageView } from '../models.ts';
import { type PanelFrame, panelFrames } from './panels.ts';
import { dependsOnTime, rowOf } from './rows.ts';
import { settingsAt } from '../settings-at.ts';
import { standingRows } from './standing-rows.ts';

/**
 * What is remembered where after `k` steps. The panels are the same for every `k`; a row that no step touched is the same object as before.
 * A removed entry stays in its place for the step that removed it.
 */
export function storageView(comparison: Comparison, k: number): StorageView {
  const cursor = clampCursor(comparison, k);
  return bothColumns((column) => panelsAt(comparison, column, cursor));
}

function panelsAt(comparison: Comparison, column: Column, k: number): readonly StoragePanel[] {
  const before: Areas = areasAt(comparison, column, Math.max(0, k - 1));
  const marks = marksOf(comparison, column, k);
  const now = unixSecond(columnMicros(comparison, column, k));
  const kept = standingRows(comparison[column].spec.scheme, settingsAt(comparison, column, k).algorithm);
  return panelFrames(comparison[column]).map((frame) => {
    const id = areaId(frame.area);
    const standing = frame.area.name === 'secrets' ? kept : NO_ROWS;
    return panelOf(frame, standing, before.get(id) ?? NO_ENTRIES, marks.get(id) ?? NO_MARKS, now);
  });
}

const NO_ROWS: readonly StorageRow[] = [];
const NO_ENTRIES: Entries = new Map();
const NO_MARKS: ReadonlyMap<string, Mark> = new Map();

function panelOf(
  frame: PanelFrame,
  standing: readonly StorageRow[],
  entries: Entries,
  marks: ReadonlyMap<string, Mark>,
  now: number,
): StoragePanel {
  const isQuiet = marks.size === 0 && !dependsOnTime(frame.area.name);
  const known = isQuiet ? quietPanels(frame).get(entries) : undefined;
  // The standing rows change where a run turns its algorithm.
  if (known?.rows.length === standing.length + entries.size) return known;
  const rows: StorageRow[] = [...standing];
  for (const [key, entry] of entries) {
    const mark = marks.get(key);
    rows.push(mark ? markedRow(frame, key, mark, now) : quietRow(frame, key, entry, now));
  }
  for (const [key, mark] of marks) {
    if (!entries.has(key) && mark.after !== null) rows.push(markedRow(frame, key, mark, now));
  }
  const panel = { ...frame, rows };
  if (isQuiet) quietPanels(frame).set(entries, panel);
  return panel;
}

/** Nothing changed in them: the same entries give the same panel. */
const quietPanels = oncePer((_frame: PanelFrame) => new WeakMap<Entries, StoragePanel>());
const quietRows = oncePer((_entry: Entry) => new Map<string, StorageRow>());

function quietRow({ area }: PanelFrame, key: string, entry: Entry, now: number): StorageRow {
  const fresh = dependsOnTime(area.name) ? rowOf(area.name, key, entry, now) : null;
  const face = fresh ? fresh.cells.map(({ full }) => full).join('\n') : '';
  const known = quietRows(entry).get(face);
  if (known) return known;
  const row = fresh ?? rowOf(area.name, key, entry, now);
  quietRows(entry).set(face, row);
  return row;
}

/** Changed, added or removed in this very step. Removed and put back unchanged is no change. */
function markedRow({ area }: PanelFrame, key: string, mark: Mark, now: number): StorageRow {
  const value = mark.after ?? mark.before;
  return rowOf(area.name, key, { value, event: mark.event }, now, changeIn(mark), mark.before);
}
