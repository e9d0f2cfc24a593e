import { checkControlCharacters } from './control-characters.ts';
import { checkAttributeSize, checkPairSize } from './limits.ts';
import type { Refusal } from './ruling.ts';

export interface Attribute {
  /** Lower case: names of attributes match in any case. */
  readonly name: string;
  readonly value: string;
}

/** A `Set-Cookie` value taken apart, nothing of it judged yet. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** In the order of the line: of several with one name, the last counts. */
  readonly attributes: readonly Attribute[];
  /** What was too long to be looked at. */
  readonly ignored: readonly {
    readonly attribute: string;
    readonly ruling: Refusal;
  }[];
}

type SetCookieReading =
  | { readonly ok: true; readonly setCookie: SetCookie }
  | Refusal;

/**
 * Takes a `Set-Cookie` value apart (RFC 6265bis §5.6): far more lenient than
 * the grammar that servers must keep to (§4.1).
 */
export function parseSetCookie(text: string): SetCookieReading {
  const characters = checkControlCharacters(text);
  if (!characters.ok) return characters;

  // Up to the first ";" stands the pair, behind every ";" an attribute. Quotes
  // protect nothing.
  const [pair = '', ...rest] = text.split(';');
  const { name, value } = parsePair(pair);
  const size = checkPairSize(name, value);
  if (!size.ok) return size;

  const attributes: Attribute[] = [];
  const ignored: SetCookie['ignored'][number][] = [];
  for (const attribute of rest.map(parseAttribute)) {
    const ruling = checkAttributeSize(attribute.value);
    if (ruling.ok) attributes.push(attribute);
    else ignored.push({ attribute: attribute.name, ruling });
  }
  return { ok: true, setCookie: { name, value, attributes, ignored } };
}

/** Every value of that attribute, in the order of the line. */
export function attributeValues(
  setCookie: SetCookie,
  name: string,
): readonly string[] {
  return setCookie.attributes
    .filter((attribute) => attribute.name === name)
    .map(({ value }) => value);
}

/**
 * A pair without "=" is a value without a name (RFC 6265 threw it away). White
 * space around both goes, inside it stays.
 */
function parsePair(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  return {
    name: trim(pair.slice(0, Math.max(equals, 0))),
    value: trim(pair.slice(equals + 1)),
  };
}

/** An attribute without "=" is a name without a value. */
function parseAttribute(text: string): Attribute {
  const equals = text.indexOf('=');
  if (equals < 0) return { name: trim(text).toLowerCase(), value: '' };
  return {
    name: trim(text.slice(0, equals)).toLowerCase(),
    value: trim(text.slice(equals + 1)),
  };
}

/** White space is space and tab, nothing else (RFC 5234, WSP). */
function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
