/*
 * What can be told of SQL by its letters alone. What it means is the engine's to say.
 */

/** Up to its semicolon, for a text that the engine could not read. */
export function firstStatement(text: string): string {
  const [first = ''] =
    /^(?:'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|[^;])*;?/.exec(
      text,
    ) ?? [];
  return first;
}

/** Without white space, comments in front and the semicolon. */
export function trimmed(text: string): string {
  return fromFirstWord(text).replace(/[\s;]+$/, '');
}

/** Whether the engine can be asked how it would go about a trimmed statement. */
export function hasPlan(statement: string): boolean {
  return /^(SELECT|WITH|VALUES|INSERT|REPLACE|UPDATE|DELETE)\b/i.test(
    statement,
  );
}

/** Nothing but white space, semicolons and comments. */
export function isBlank(text: string): boolean {
  return fromFirstWord(text) === '';
}

function fromFirstWord(text: string): string {
  return text.replace(/^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*[^]*?(?:\*\/|$))+/, '');
}
