import { isJsonObject, type JsonObject } from './json.ts';

/**
 * What anybody can read of a token: the members of a header or payload (base64url of JSON in UTF-8, RFC 7515 §2). Nothing is
 * verified and nothing is judged, which is the token room's business; null where there is no object to read.
 */
export function readSegment(segment: string): JsonObject | null {
  try {
    const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
