import { header, type HttpRequest, type HttpResponse } from '#core/http.ts';
import { isJsonObject } from '#core/json.ts';
import { counted } from '../wording/counted.ts';

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
  const ended = endedCount(message.body);
  if (ended === 0 && hasCutOff(message.body)) return 'older tokens refused';
  if (ended !== null) return `${counted(ended, 'login')} ended`;
  const names = memberNames(message);
  return names.length > 0 ? `{ ${names.join(', ')} }` : 'a body';
}

/** `5 users` for an array, null for anything else. */
export function listWords(body: string): string | null {
  const list = parse(body);
  if (!Array.isArray(list)) return null;
  const first: unknown = list[0];
  const what = isJsonObject(first) && 'user_name' in first ? 'user' : 'item';
  return counted(list.length, what);
}

/** How many logins an answer says it has ended; null where it says nothing of that. */
export function endedCount(body: string): number | null {
  const value = parse(body);
  const ended = isJsonObject(value) ? value['ended'] : null;
  if (!isJsonObject(ended)) return null;
  return Object.values(ended).reduce<number>((sum, count) => sum + Number(count), 0);
}

/** Whether an answer says that tokens from before some moment are refused. */
export function hasCutOff(body: string): boolean {
  const value = parse(body);
  return isJsonObject(value) && typeof value['cut_off'] === 'number';
}

/** The credentials that an answer says it could not take back: `access_token`. */
export function stillValid(body: string): readonly string[] {
  const value = parse(body);
  const list = isJsonObject(value) ? value['still_valid'] : null;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const credential = isJsonObject(item) ? item['credential'] : null;
    return typeof credential === 'string' ? [credential] : [];
  });
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
