import type { JsonObject } from '#core/json.ts';
import { readSegment } from '#core/read-segment.ts';

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

function payloadOf(token: string): JsonObject | null {
  return readSegment(token.split('.')[1] ?? '');
}

function encode(payload: JsonObject): string {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
