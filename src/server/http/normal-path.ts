/**
 * The path of a URL in its normal form: letters, digits, `-`, `.`, `_` and `~` mean the same whether they are percent-encoded
 * or not (RFC 3986 §6.2.2.2). Everything else stays as it is: `%2F` is no slash.
 */
export function normalPath(url: string): string {
  return new URL(url).pathname.replaceAll(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape;
  });
}
