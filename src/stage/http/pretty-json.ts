/** The content set out over lines, or null where it is not a JSON object or array. */
export function prettyJson(body: string): string | null {
  if (!/^\s*[[{]/.test(body)) return null;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return null;
  }
}
