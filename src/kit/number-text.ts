const NARROW_NO_BREAK_SPACE = '\u202f';

/** A number as it is read everywhere in the app: `1260`, and from five digits on in groups, `600 000`, that no line end parts (ISO 80000-1 §7.3). */
export function numberText(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en').replaceAll(',', NARROW_NO_BREAK_SPACE);
}
