import type { Repair } from './extract-repairs.ts';

/** What held the token directly. */
export type Carrier =
  /** Nothing but blanks around it. */
  | 'whole'
  /** Other text around it. */
  | 'text'
  /** The scheme `Bearer` or `DPoP` before it. */
  | 'bearer'
  | 'authorization'
  | 'header'
  | 'cookie'
  | 'set-cookie'
  | 'json-member'
  | 'query'
  | 'fragment'
  | 'form'
  | 'curl-option';

/** A stretch of the pasted text that is or holds a token, before it is cleaned. */
export interface Found {
  readonly raw: string;
  /** In characters of the pasted text. With escapes or quoting in between, `raw` is not exactly that stretch. */
  readonly start: number;
  readonly end: number;
  readonly carrier: Carrier;
  /** Of the header, cookie, parameter, or the path in the JSON; null if there is none. */
  readonly name: string | null;
  /** What was undone already to get at it. */
  readonly repairs: readonly Repair[];
}

/** A piece of the pasted text that a reader works on; `at` maps its characters back. */
export interface Source {
  readonly text: string;
  /** The place of character i of `text` in the pasted text. */
  readonly at: (i: number) => number;
  readonly repairs: readonly Repair[];
}

/** The pasted text itself, or a stretch of it. */
export function plainSource(text: string, offset = 0): Source {
  return { text, at: (i) => i + offset, repairs: [] };
}

/** A stretch of a source as something found. */
export function found(source: Source, start: number, end: number, carrier: Carrier, name: string | null): Found {
  return {
    raw: source.text.slice(start, end),
    start: source.at(start),
    end: end > start ? source.at(end - 1) + 1 : source.at(end),
    carrier,
    name,
    repairs: source.repairs,
  };
}
