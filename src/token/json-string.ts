/** The inside of JSON strings (RFC 8259 §7). */

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const HEX4 = /^[0-9A-Fa-f]{4}$/;

/** What a parser reads between the quotes. An escape that does not exist is left as it is written. */
export function unescapeJsonString(inner: string): string {
  let slash = inner.indexOf('\\');
  if (slash < 0) return inner;
  const pieces: string[] = [];
  let from = 0;
  while (slash >= 0) {
    pieces.push(inner.slice(from, slash));
    const letter = inner.charAt(slash + 1);
    const hex = inner.slice(slash + 2, slash + 6);
    const short = ESCAPED[letter];
    if (short !== undefined) {
      pieces.push(short);
      from = slash + 2;
    } else if (letter === 'u' && HEX4.test(hex)) {
      pieces.push(String.fromCharCode(Number.parseInt(hex, 16)));
      from = slash + 6;
    } else {
      pieces.push('\\');
      from = slash + 1;
    }
    slash = inner.indexOf('\\', from);
  }
  pieces.push(inner.slice(from));
  return pieces.join('');
}
