import { describe, expect, it } from 'vitest';
import { contrast, distanceFor, parseTheme, THEME_NAMES, type Theme } from './theme-values.ts';

const THEMES = parseTheme();

/** What is written on what: text of 12 to 20 px, so 4.5 : 1 (WCAG 2.2, 1.4.3). */
const GROUNDS = ['paper', 'card', 'now'];
const TEXT_PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...GROUNDS.flatMap((ground) =>
    ['ink', 'dim', 'valid', 'warning', 'wrong', 'header', 'payload', 'signature', 'action'].map(
      (text) => [text, ground] as const,
    ),
  ),
  ...['keyword', 'string', 'constant', 'function', 'comment'].flatMap((kind) =>
    ['card', 'now'].map((ground) => [`code-${kind}`, ground] as const),
  ),
  ...['lane-browser', 'lane-server', 'lane-store', 'crypto'].flatMap((ground) => [['ink', ground] as const]),
  ...['lane-browser', 'lane-server', 'lane-store'].map((ground) => ['dim', ground] as const),
  ['ticket-ink', 'ticket-paper'],
  ['on-action', 'action'],
  ['card', 'ink'],
  ['on-fill', 'header-fill'],
  ['on-fill', 'payload-fill'],
  ['on-fill', 'signature-fill'],
];

/** Lines and frames that carry meaning: 3 : 1 (WCAG 2.2, 1.4.11). */
const LINE_PAIRS: readonly (readonly [line: string, ground: string])[] = [
  ...GROUNDS.flatMap((ground) => ['ink', 'store', 'edge', 'pass-edge'].map((line) => [line, ground] as const)),
  ['pass-edge', 'pass-paper'],
];

/** Hues that stand side by side and mean different things. */
const HUES: readonly (readonly [string, string])[] = [
  ['header', 'payload'],
  ['header', 'signature'],
  ['payload', 'signature'],
  ['header-fill', 'payload-fill'],
  ['header-fill', 'signature-fill'],
  ['payload-fill', 'signature-fill'],
  ['ticket-paper', 'payload-fill'],
  ['ticket-paper', 'header-fill'],
  ['valid', 'wrong'],
];

/** Distance in OKLab below which two hues could be taken for one another at a glance. */
const APART = 0.08;

function colourOf(theme: Theme, name: string): string {
  const colour = theme.get(name);
  if (!colour) throw new Error(`theme.css has no colour --${name}`);
  return colour;
}

describe.each(THEME_NAMES)('the %s theme', (name) => {
  const theme = THEMES[name];

  it.each(TEXT_PAIRS)('sets --%s legibly on --%s', (text, ground) => {
    const ratio = contrast(colourOf(theme, text), colourOf(theme, ground));
    expect(ratio).toBeGreaterThanOrEqual(name === 'projector' ? 7 : 4.5);
  });

  it.each(LINE_PAIRS)('draws --%s visibly on --%s', (line, ground) => {
    expect(contrast(colourOf(theme, line), colourOf(theme, ground))).toBeGreaterThanOrEqual(3);
  });

  it.each(HUES)('keeps --%s and --%s apart for red-blind and green-blind eyes', (one, other) => {
    const seen = (['normal', 'protanopia', 'deuteranopia'] as const).map((eyes) =>
      distanceFor(eyes, colourOf(theme, one), colourOf(theme, other)),
    );
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(APART);
  });
});

it('gives the dark theme every colour of the light one', () => {
  expect([...THEMES.dark.keys()]).toEqual([...THEMES.light.keys()]);
  expect(THEMES.light.size).toBeGreaterThan(30);
});
