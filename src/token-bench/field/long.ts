/** From this many characters on a text does not go into a native text area, which would be slow. */
const LONG = 65_536;

export function isLong(text: string): boolean {
  return text.length >= LONG;
}
