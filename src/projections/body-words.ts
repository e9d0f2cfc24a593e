import { header, type HttpRequest, type HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';

/** The members of a JSON object or the fields of a form; none for anything else. */
export function memberNames({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): readonly string[] {
  if (body === '') return [];
  if (/x-www-form-urlencoded/i.test(header(headers, 'Content-Type') ?? '')) {
    return [...new Set(new URLSearchParams(body).keys())];
  }
  const value = parse(body);
  return isJsonObject(value) ? Object.keys(value) : [];
}

/** What a body says in a few words: `{ email, password }`, `5 users`, `invalid_token`. Null for none. */
export function bodyWords(message: Pick<HttpResponse, 'headers' | 'body'>): string | null {
  if (message.body === '') return null;
  const entries = listWords(message.body);
  if (entries !== null) return entries;
  const error = errorCode(message.body);
  if (error !== null) return error;
  const names = memberNames(message);
  return names.length > 0 ? `{ ${names.join(', ')} }` : 'a body';
}

/** `5 users` for an array, null for anything else. */
export function listWords(body: string): string | null {
  const list = parse(body);
  if (!Array.isArray(list)) return null;
  const first: unknown = list[0];
  const what = isJsonObject(first) && 'user_name' in first ? 'user' : 'item';
  return `${list.length} ${what}${list.length === 1 ? '' : 's'}`;
}

/** The `error` member of a failure's body. */
export function errorCode(body: string): string | null {
  const value = parse(body);
  const error = isJsonObject(value) ? value['error'] : undefined;
  return typeof error === 'string' ? error : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
