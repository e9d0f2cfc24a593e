import type { LinkProblem } from './link-problems.ts';

const KNOWN: readonly string[] = ['v', 'l', 'r', 'ln', 'rn', 'ls', 'rs', 'le', 're', 'at'];

export type ParametersReading =
  | { readonly ok: true; readonly parameters: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problem: LinkProblem };

/** `name=value` pairs, each name once and known: a link that says more than is understood would show something else than was meant. */
export function readParameters(query: string): ParametersReading {
  const parameters = new Map<string, string>();
  if (query === '') return { ok: true, parameters };
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = unescaped(equals < 0 ? '' : pair.slice(equals + 1));
    if (!KNOWN.includes(name)) return failed('unknown-parameter', name);
    if (parameters.has(name)) return failed('repeated-parameter', name);
    if (value === null) return failed('bad-escape', pair);
    parameters.set(name, value);
  }
  return { ok: true, parameters };
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function failed(code: 'unknown-parameter' | 'repeated-parameter' | 'bad-escape', value: string): ParametersReading {
  return { ok: false, problem: { code, part: 'link', value } };
}
