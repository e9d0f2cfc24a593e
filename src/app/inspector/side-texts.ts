import { type Column, COLUMNS, type Comparison } from '#core/align.ts';
import { holds } from '#core/query.ts';
import { SCHEME_TEXTS, type SchemeId } from '#core/schemes.ts';
import type { Trace } from '#core/trace.ts';
import type { Beat, Prose, SideText } from '#lessons/lesson.ts';

/** What is said of one side, or of both where the same is true of both. */
interface SaidOfSide {
  readonly name: string;
  readonly scheme: SchemeId;
  readonly text: Prose;
}

/** A beat's words on each of the two runs, by what is true of that run. */
export function sideTexts(
  { sides }: Beat,
  comparison: Comparison,
  names: Readonly<Record<Column, string>>,
): readonly SaidOfSide[] {
  const said = COLUMNS.flatMap((column): readonly SaidOfSide[] => {
    const { scheme } = comparison[column].spec;
    const text = textFor(sides?.[scheme], comparison[column]);
    return text === null ? [] : [{ name: names[column], scheme, text }];
  });
  const [left, right] = said;
  const isSame = left && left.scheme === right?.scheme && left.text === right.text;
  return isSame ? [{ ...left, name: SCHEME_TEXTS[left.scheme].name }] : said;
}

function textFor(side: SideText | undefined, run: Trace): Prose | null {
  if (side === undefined || typeof side === 'string') return side ?? null;
  const alone = { left: run, right: run };
  return side.find(({ when }) => !when || holds(when, alone))?.text ?? null;
}
