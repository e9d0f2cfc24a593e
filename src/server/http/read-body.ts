import { headerValues } from '#core/http.ts';
import { isJsonObject, type JsonObject } from '#core/json.ts';
import type { ReceivedRequest } from '../call.ts';

/**
 * What a request's content turned out to be. `broken`: no text, no JSON, or JSON that is no object. `unsupported`: a media
 * type that nothing here reads, or content without one.
 */
export type Body =
  | { readonly kind: 'json' | 'form'; readonly members: JsonObject }
  | { readonly kind: 'empty' | 'broken' | 'unsupported' };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads JSON (RFC 8259) or a form as browsers send it (URL standard, `application/x-www-form-urlencoded`). */
export function readBody({ headers, bytes }: ReceivedRequest): Body {
  if (bytes.length === 0) return { kind: 'empty' };
  const type = mediaType(headerValues(headers, 'Content-Type'));
  if (
    type !== 'application/json' &&
    type !== 'application/x-www-form-urlencoded'
  )
    return { kind: 'unsupported' };
  const text = decode(bytes);
  if (text === null) return { kind: 'broken' };
  if (type === 'application/json') return readJson(text);
  return {
    kind: 'form',
    members: Object.fromEntries(new URLSearchParams(text)),
  };
}

/** `Application/JSON; charset=utf-8` → `application/json` (RFC 9110 §8.3.1). Two media types are none. */
function mediaType(contentTypes: readonly string[]): string {
  const [type = '', ...others] = contentTypes;
  if (others.length > 0) return '';
  return type.split(';', 1).join('').trim().toLowerCase();
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function readJson(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value)
      ? { kind: 'json', members: value }
      : { kind: 'broken' };
  } catch {
    return { kind: 'broken' };
  }
}
