import { header, type HttpRequest } from '#core/http.ts';

/** curl writes these itself from the URL and the body. */
const WRITTEN_BY_CURL = new Set(['host', 'content-length']);

/**
 * The request as one `curl` command that a POSIX shell passes on exactly as recorded.
 * Text with a NUL character cannot be an argument (POSIX.1-2024 XBD 3.279); it is left out of the command.
 */
export function curlCommand(request: HttpRequest): string {
  const { method, url, headers, body } = request;
  const parts = ['curl'];
  if (method === 'HEAD') parts.push('--head');
  else if (method !== (body === '' ? 'GET' : 'POST')) parts.push(`--request ${quote(method)}`);
  // Brackets and braces are patterns to curl.
  if (/[[\]{}]/.test(url)) parts.push('--globoff');
  parts.push(quote(url));
  for (const [name, value] of headers) {
    if (WRITTEN_BY_CURL.has(name.toLowerCase())) continue;
    // `Name:` would remove the field; `Name;` sends it empty.
    parts.push(`--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (body !== '') {
    // curl would claim a form.
    if (header(headers, 'Content-Type') === null) parts.push(`--header ${quote('Content-Type:')}`);
    parts.push(`--data-raw ${quote(body)}`);
  }
  return parts.join(' \\\n  ');
}

/** One word of a shell command: nothing is special between single quotes, except the quote itself (POSIX.1-2024 XCU 2.2.2). */
export function quote(text: string): string {
  const word = text.replaceAll('\0', '');
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
