/**
 * The text that PHP writes into a session file (`session.serialize_handler = php`): variables one after another, each
 * `name|value`, the value as `serialize()` writes it. Lengths count **bytes**, not characters.
 *
 *     user|a:2:{s:2:"id";i:42;s:9:"user_name";s:8:"John Doe";}
 */
export type SessionVariables = ReadonlyMap<string, PhpValue>;

/** Numbers are whole: a session here holds no fractions. */
export type PhpValue = string | number | boolean | null | PhpArray;
export type PhpArray = ReadonlyMap<string | number, PhpValue>;

const encoder = new TextEncoder();

/** @throws RangeError for a number that is no safe integer, or a variable's name that is empty or holds `|`. */
export function serializeSession(variables: SessionVariables): string {
  return [...variables]
    .map(([name, value]) => `${variableName(name)}|${serialize(value)}`)
    .join('');
}

function variableName(name: string): string {
  if (name === '' || name.includes('|'))
    throw new RangeError(
      `${JSON.stringify(name)} cannot name a session variable`,
    );
  return name;
}

function serialize(value: PhpValue): string {
  if (value === null) return 'N;';
  switch (typeof value) {
    case 'boolean':
      return `b:${value ? 1 : 0};`;
    case 'number':
      if (!Number.isSafeInteger(value))
        throw new RangeError(`${value} is not a whole number`);
      return `i:${value};`;
    case 'string':
      return `s:${encoder.encode(value).length}:"${value}";`;
    default: {
      const members = [...value].map(
        ([key, member]) => serialize(arrayKey(key)) + serialize(member),
      );
      return `a:${value.size}:{${members.join('')}}`;
    }
  }
}

/** PHP turns a key that reads like an integer into one: `"42"` and `42` are the same key. */
export function arrayKey(key: string | number): string | number {
  return /^(?:0|-?[1-9]\d*)$/.test(String(key)) &&
    Number.isSafeInteger(Number(key))
    ? Number(key)
    : key;
}
