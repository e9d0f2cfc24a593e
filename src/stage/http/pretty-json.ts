/** The content with each of its members or items on a line, or null where it is not a JSON object or array. What is in them stays on their line. */
export function prettyJson(body: string): string | null {
  if (!/^\s*[[{]/.test(body)) return null;
  try {
    const content = JSON.parse(body) as object;
    const isList = Array.isArray(content);
    const lines = Object.entries(content).map(
      ([name, value]) => `  ${isList ? '' : `${JSON.stringify(name)}: `}${JSON.stringify(value)}`,
    );
    const [open, close] = isList ? '[]' : '{}';
    return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${close}`;
  } catch {
    return null;
  }
}
