import { numberText } from '#kit/number-text.ts';
import type { Candidate } from '#token/extract.ts';
import type { Repair, RepairKind } from '#token/extract-repairs.ts';

const WRAPPERS: Readonly<Record<Candidate['wrapper'], string | null>> = {
  none: null,
  text: 'the text around it',
  curl: 'a curl command',
  http: 'an HTTP message',
  json: 'JSON',
  url: 'a URL',
  cookies: 'cookies',
  form: 'form data',
};

const CARRIERS: Readonly<Record<Candidate['carrier'], string | null>> = {
  whole: null,
  text: null,
  bearer: 'the Bearer scheme',
  authorization: 'an Authorization header',
  header: 'a header',
  cookie: 'a cookie',
  'set-cookie': 'a Set-Cookie header',
  'json-member': 'a JSON member',
  query: 'a query parameter',
  fragment: 'a fragment parameter',
  form: 'a form field',
  'curl-option': 'an option',
};

/** Where a token was taken from, `the header Authorization in a curl command`; null if it came alone. */
export function originWords({ wrapper, carrier, name }: Candidate): string | null {
  const outer = WRAPPERS[wrapper];
  const inner = CARRIERS[carrier];
  const named = inner !== null && name !== null && carrier !== 'authorization' ? `${inner}, ${name}` : inner;
  if (outer !== null && named !== null) return `${named}, in ${outer}`;
  return named ?? outer;
}

const REMOVED: Readonly<Record<RepairKind, readonly [one: string, many: string]>> = {
  whitespace: ['a space', 'spaces'],
  'line-break': ['a line break', 'line breaks'],
  'unicode-space': ['an unusual space', 'unusual spaces'],
  'zero-width': ['an invisible character', 'invisible characters'],
  'byte-order-mark': ['a byte order mark', 'byte order marks'],
  'surrounding-text': ['a character around it', 'characters around it'],
  quotes: ['a quote', 'quotes'],
  punctuation: ['a punctuation mark', 'punctuation marks'],
  scheme: ['a scheme', 'the scheme'],
  'percent-encoding': ['a percent-encoded character', 'percent-encoded characters'],
  'json-escapes': ['a JSON escape', 'JSON escapes'],
  'shell-quoting': ['a mark of the shell', 'marks of the shell'],
  'header-folding': ['a folded line', 'folded lines'],
  'line-marks': ['a mark at the start or end of a line', 'marks at the starts or ends of lines'],
};

/** Undone rather than removed: the character is still there, spelled otherwise. */
const UNDONE: ReadonlySet<RepairKind> = new Set<RepairKind>([
  'percent-encoding',
  'json-escapes',
  'shell-quoting',
  'header-folding',
]);

/** One repair in words: `removed 2 line breaks (first at offset 40)`. */
export function repairWords({ kind, count, offset, sample }: Repair): string {
  const [one, many] = REMOVED[kind];
  const verb = UNDONE.has(kind) ? 'undid' : 'removed';
  const first = count > 1 ? 'first at' : 'at';
  if (kind === 'scheme') return `removed “${sample.trim()}”`;
  if (kind === 'surrounding-text') return `left out ${numberText(count)} characters around it`;
  const thing = count === 1 ? one : `${numberText(count)} ${many}`;
  const shown = sample.trim() !== '' && (kind === 'zero-width' || kind === 'unicode-space') ? ` ${sample}` : '';
  return `${verb} ${thing}${shown} (${first} offset ${offset})`;
}
