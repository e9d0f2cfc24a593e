import { found, type Found, type Source } from './extract-found.ts';
import { findInCookies, findInHeaderLine } from './extract-http.ts';
import { findInJson } from './extract-json.ts';
import { shellArguments } from './extract-shell.ts';
import { findInParameters, findInUrl, isUrl } from './extract-url.ts';

/** A curl command, perhaps behind a prompt. */
export function isCurl(text: string): boolean {
  return /^\s*(?:[$#%>] ?)?curl(?:\.exe)?\s/.test(text);
}

const HEADER = new Set(['-H', '--header']);
const COOKIE = new Set(['-b', '--cookie']);
const DATA = /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--data-urlencode|--json|-F|--form)$/;

/** Tokens in the headers, cookies, bodies and URLs of a curl command. */
export function* findInCurl(text: string): Generator<Found> {
  let option = '';
  for (const argument of shellArguments(text)) {
    const [name, value] = option === '' ? splitOption(argument) : [option, argument];
    option = '';
    if (value === null) option = name;
    else yield* findInArgument(name, value);
  }
}

/** `--header=x`, `-Hx`, and options that take the next argument. Everything else stands for itself. */
function splitOption(argument: Source): [string, Source | null] {
  const { text } = argument;
  if (HEADER.has(text) || COOKIE.has(text) || DATA.test(text) || TAKES_VALUE.has(text)) {
    return [text, null];
  }
  const long = /^(--[a-z0-9-]+)=/.exec(text)?.[1];
  if (long !== undefined) return [long, behind(argument, long.length + 1)];
  const short = /^-[Hbd](?=.)/.exec(text)?.[0];
  return short === undefined ? ['', argument] : [short, behind(argument, short.length)];
}

const TAKES_VALUE = new Set(['--oauth2-bearer', '--url', '-e', '--referer', '-u', '--user', '-X']);

function behind({ text, at, repairs }: Source, length: number): Source {
  return { text: text.slice(length), at: (i) => at(i + length), repairs };
}

function* findInArgument(option: string, value: Source): Generator<Found> {
  const end = value.text.length;
  if (HEADER.has(option)) yield* findInHeaderLine(value, 0, end);
  else if (COOKIE.has(option)) yield* findInCookies(value, 0, end);
  else if (option === '--oauth2-bearer') yield found(value, 0, end, 'curl-option', option);
  else if (DATA.test(option)) {
    const json = [...findInJson(value)];
    yield* json.length > 0 ? json : findInParameters(value, 0, end, 'form');
  } else if (option !== '-u' && option !== '--user' && isUrl(value.text)) {
    yield* findInUrl(value, 0, end);
  }
}
