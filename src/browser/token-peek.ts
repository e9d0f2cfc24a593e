import { isJsonObject, type JsonObject } from '#core/json.ts';

/**
 * What a client may know of its own token: anybody can read a JWT's payload.
 * It proves nothing, since nothing here is verified; only the server does that.
 */

/** The `exp` claim in Unix seconds, null where it cannot be read. */
export function expiryOf(token: string): number | null {
  const exp = payloadOf(token)?.['exp'];
  return typeof exp === 'number' ? exp : null;
}

/** What a person does in a text editor: another role, the old signature. */
export function withOtherRole(token: string): string {
  const [head = '', , signature = ''] = token.split('.');
  const payload = payloadOf(token) ?? {};
  const role = payload['role'] === 'admin' ? 'member' : 'admin';
  return [head, encode({ ...payload, role }), signature].join('.');
}

/** The middle part: base64url of JSON in UTF-8 (RFC 7519 §3). */
function payloadOf(token: string): JsonObject | null {
  const part = token.split('.')[1] ?? '';
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function encode(payload: JsonObject): string {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
