import type { Column, StepId } from '#core/align.ts';
import { isSchemeId, SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { sideOf } from './branching.ts';
import { checkedEdits, omitsSecret, readEdits, unwritable, writeEdits } from './link-edits.ts';
import type { LinkProblem } from './link-problems.ts';
import { readParameters } from './link-parameters.ts';
import { readSettingList, writeSettingList } from './link-settings.ts';
import { cleanName } from './naming.ts';
import { isStepId } from './places.ts';
import { branchOf, comparisonOf } from './shown.ts';
import { editedSpec, openingSide, settingsDiff, type SideSpec } from './specs.ts';
import type { TimelineState } from './state.ts';

/** Longest link that is written or read, in characters: it survives being pasted into a chat or a mail. A longer state becomes a file. */
export const LINK_LIMIT = 2_000;

/** Everything a link holds. */
export interface LinkState {
  readonly lesson: string;
  readonly version: number;
  readonly left: SideSpec;
  readonly right: SideSpec;
  /** What the reader calls the two runs, where they were given names. */
  readonly names?: Readonly<Record<Column, string | null>>;
  /** The current row, `start` before the first; null where the lesson opens. */
  readonly at: StepId | 'start' | null;
}

export type LinkReading =
  | { readonly ok: true; readonly state: LinkState }
  | { readonly ok: false; readonly problem: LinkProblem };

export type LinkWriting =
  | {
      readonly ok: true;
      /** `#/flows/login?v=1&rs=denylist:on&at=ask/request/answer/0`. */
      readonly fragment: string;
      /** What was left out because it was typed as a secret: a wrong password stands in for it. */
      readonly omits: readonly 'password'[];
    }
  | { readonly ok: false; readonly problem: LinkProblem };

const SIDES = [
  { column: 'left', scheme: 'l', name: 'ln', settings: 'ls', edits: 'le' },
  { column: 'right', scheme: 'r', name: 'rn', settings: 'rs', edits: 're' },
] as const satisfies readonly { column: Column; scheme: string; name: string; settings: string; edits: string }[];
type SideNames = (typeof SIDES)[number];
/** As `at`, where a link with edits names no row: the lesson opens at its own place. */
const LESSON_PLACE = 'opening';

/** What stands on screen, as a link holds it; null while there is nothing to link to. */
export function linkState(state: TimelineState): LinkState | null {
  const comparison = comparisonOf(state);
  const left = branchOf(state, 'left');
  const right = branchOf(state, 'right');
  if (!state.lesson || !comparison || !left || !right) return null;
  const { id, version } = state.lesson;
  const at = comparison.steps[state.cursor - 1]?.id ?? 'start';
  const isNamed = left.given !== null || right.given !== null;
  const names = isNamed && { names: { left: left.given, right: right.given } };
  return { lesson: id, version, left: sideOf(left), right: sideOf(right), ...names, at };
}

/** The fragment of a link. A side as the lesson opens it is not written at all, so that most links are short. */
export function encodeLink(link: LinkState, lesson: Lesson): LinkWriting {
  for (const { column, edits: part } of SIDES) {
    const problem = unwritable(link[column].edits, part);
    if (problem) return { ok: false, problem };
  }
  const parameters = SIDES.flatMap((names): [string, string][] => {
    const given = link.names?.[names.column];
    const name: [string, string][] = given ? [[names.name, given]] : [];
    return [...writeSide(link[names.column], lesson, names), ...name];
  });
  const hasEdits = SIDES.some(({ column }) => link[column].edits.length > 0);
  // Always last: a link with edits that lacks it was cut off on its way.
  if (link.at !== null || hasEdits) parameters.push(['at', link.at ?? LESSON_PLACE]);
  if (parameters.length > 0) parameters.unshift(['v', String(link.version)]);
  const query = parameters.map(([name, value]) => `${name}=${escapeValue(value)}`).join('&');
  const fragment = `#/flows/${escapeValue(link.lesson)}${query === '' ? '' : `?${query}`}`;
  if (fragment.length > LINK_LIMIT) return { ok: false, problem: tooLong(fragment) };
  return { ok: true, fragment, omits: omitsSecret([...link.left.edits, ...link.right.edits]) ? ['password'] : [] };
}

function writeSide({ scheme, settings, edits }: SideSpec, lesson: Lesson, names: SideNames): [string, string][] {
  const parameters: [string, string][] = [];
  if (scheme !== lesson[names.column].scheme) parameters.push([names.scheme, scheme]);
  const base = editedSpec(lesson, names.column, scheme, edits).settings;
  const turned = writeSettingList(settingsDiff(base, settings));
  if (turned !== '') parameters.push([names.settings, turned]);
  if (edits.length > 0) parameters.push([names.edits, writeEdits(edits)]);
  return parameters;
}

/** Everything but what these links need as it is: `:`, `/`, `,`. */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2F|2C)/g, decodeURIComponent);
}

/**
 * Reads the fragment of a link. Total: whatever the text, it answers with a state that makes sense for this lesson, or with what was wrong
 * and where. `known` are the lessons there are, to be named where it means none of `lessons`. Whether the runs have the row it names is seen when they are there (`resolveLink`).
 */
export function decodeLink(
  fragment: string,
  lessons: readonly Lesson[],
  known: readonly string[] = lessons.map(({ id }) => id),
): LinkReading {
  if (fragment.length > LINK_LIMIT) return failed(tooLong(fragment));
  const [, path = '', query = ''] = /^#?\/flows\/([^?]*)(?:\?(.*))?$/s.exec(fragment) ?? [];
  if (path === '') return failed({ code: 'not-a-lesson-link', part: 'path', value: fragment.slice(0, 80) });
  const lesson = lessons.find(({ id }) => escapeValue(id) === path);
  if (!lesson) return failed({ code: 'unknown-lesson', part: 'lesson', value: path, known });
  if (isCutOff(query)) return failed({ code: 'cut-off', part: 'link', value: `…${fragment.slice(-20)}` });
  const reading = readParameters(query);
  if (!reading.ok) return failed(reading.problem);
  return readState(lesson, reading.parameters);
}

/** Half an edit can be another edit (`DELETE FROM users` of a longer statement), so nothing is run of a link that does not say its row. */
function isCutOff(query: string): boolean {
  return /(?:^|&)[lr]e=/.test(query) && !/(?:^|&)at=./.test(query);
}

type Parameters = ReadonlyMap<string, string>;

function readState(lesson: Lesson, parameters: Parameters): LinkReading {
  const wrongVersion = versionProblem(lesson, parameters);
  if (wrongVersion) return failed(wrongVersion);
  const [left, right] = SIDES.map((names) => readSide(lesson, parameters, names));
  if (!left || !right) throw new Error('a comparison has two sides');
  if (!left.ok) return left;
  if (!right.ok) return right;
  const place = parameters.get('at') ?? LESSON_PLACE;
  const at = place === LESSON_PLACE ? null : place;
  if (at !== null && at !== 'start' && !isStepId(at)) return failed({ code: 'bad-step', part: 'at', value: at });
  const names = {
    left: cleanName(parameters.get('ln') ?? ''),
    right: cleanName(parameters.get('rn') ?? ''),
  };
  const isNamed = names.left !== null || names.right !== null;
  return {
    ok: true,
    state: {
      lesson: lesson.id,
      version: lesson.version,
      left: left.side,
      right: right.side,
      ...(isNamed && { names }),
      at,
    },
  };
}

/** A bare link always means the present lesson; one that says more was made for a version of it. */
function versionProblem({ version }: Lesson, parameters: Parameters): LinkProblem | null {
  if (parameters.size === 0) return null;
  const value = parameters.get('v');
  if (value === undefined) return { code: 'version-missing', part: 'v', value: '' };
  return value === String(version) ? null : { code: 'version-differs', part: 'v', value, expected: version };
}

type SideReading =
  | { readonly ok: true; readonly side: SideSpec }
  | { readonly ok: false; readonly problem: LinkProblem };

function readSide(lesson: Lesson, parameters: Parameters, names: SideNames): SideReading {
  const { column } = names;
  const scheme = readScheme(lesson, parameters.get(names.scheme), names);
  if (typeof scheme !== 'string') return failed(scheme);
  const edits = readEdits(parameters.get(names.edits), names.edits);
  if (!edits.ok) return edits;
  const checked = checkedEdits(lesson, column, scheme, edits.edits, names.edits);
  if (!checked.ok) return checked;
  const patch = readSettingList(parameters.get(names.settings), names.settings);
  if (!patch.ok) return patch;
  const { settings } = checked.spec;
  return { ok: true, side: { scheme, settings: { ...settings, ...patch.settings }, edits: edits.edits } };
}

function readScheme(
  lesson: Lesson,
  value: string | undefined,
  { column, scheme: part }: SideNames,
): SchemeId | LinkProblem {
  if (value === undefined) return openingSide(lesson, column).scheme;
  return isSchemeId(value) ? value : { code: 'unknown-scheme', part, value, known: SCHEMES };
}

function tooLong(fragment: string): LinkProblem {
  return {
    code: 'too-long',
    part: 'link',
    value: `${fragment.slice(0, 80)}…`,
    length: fragment.length,
    limit: LINK_LIMIT,
  };
}

function failed(problem: LinkProblem): { readonly ok: false; readonly problem: LinkProblem } {
  return { ok: false, problem };
}
