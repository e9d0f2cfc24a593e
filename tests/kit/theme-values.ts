import { readFileSync } from 'node:fs';

export const THEME_NAMES = ['light', 'dark', 'projector'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];
/** A colour as `#rrggbb` by its name without dashes. */
export type Theme = ReadonlyMap<string, string>;

const FILE = new URL('../../src/kit/theme.css', import.meta.url);

/** Reads the colours out of the stylesheet itself: it is the one place where they stand. */
export function parseTheme(): Readonly<Record<ThemeName, Theme>> {
  const css = readFileSync(FILE, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const base = blockOf(css, ':root');
  const light = new Map<string, string>();
  const dark = new Map<string, string>();
  for (const [, name = '', value = ''] of base.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
    const [, onLight = value, onDark = value] = pair ?? [];
    if (!/^#[0-9a-f]{6}$/.test(onLight)) continue;
    light.set(name, onLight);
    dark.set(name, onDark);
  }
  const projector = new Map(light);
  for (const [, name = '', value = ''] of blockOf(css, ":root[data-theme='projector']").matchAll(
    /--([\w-]+):\s*(#[0-9a-f]{6});/g,
  )) {
    projector.set(name, value);
  }
  return { light, dark, projector };
}

function blockOf(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`theme.css has no ${selector}`);
  return css.slice(start, css.indexOf('}', start));
}

type Triple = readonly [number, number, number];

/** WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(colour: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const EYES: Readonly<Record<'normal' | 'protanopia' | 'deuteranopia', readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** How far apart two colours look to those eyes: Euclidean distance in OKLab. */
export function distanceFor(eyes: keyof typeof EYES, one: string, other: string): number {
  const [a, b] = [one, other].map((colour) => oklab(multiply(EYES[eyes], linear(colour))));
  return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) : 0;
}

function multiply(matrix: readonly [Triple, Triple, Triple], vector: Triple): Triple {
  const row = ([x, y, z]: Triple): number => Math.min(1, Math.max(0, x * vector[0] + y * vector[1] + z * vector[2]));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function oklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
