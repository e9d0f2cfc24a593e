/** The content with each of its members or items on a line, or null where it is not a JSON object or array. What is in them stays on their line. */
export function prettyJson(body: string): string | null {
  if (!/^\s*[[{]/.test(body)) return null;
  try {
    // No string holds a line break: it is escaped there.
    return JSON.stringify(JSON.parse(body), null, 2).replaceAll(/\n {4,}|\n {2}(?=[\]}])/g, ' ');
  } catch {
    return null;
  }
}
