import type { CarriedCredential } from '#core/events.ts';
import { headerValues, type HeaderList } from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import { readSegment } from '#core/read-segment.ts';
import type { CredentialModel } from './models.ts';
import { isOpaqueToken, looksLikeToken, shortId } from './wording/shorten.ts';

type Message = { readonly headers: HeaderList; readonly body: string };

const FORM_NAMES = {
  'session-id': 'session id',
  'access-token': 'access_token',
  'refresh-token': 'refresh_token',
} as const satisfies Record<CarriedCredential['form'], string>;

/** The credential as an object, under the name the message gives it: a cookie's, a member's, else what it is. */
export function carriedModel({ form, text, carrier }: CarriedCredential, message: Message): CredentialModel {
  const fields = {
    cookie: 'Cookie',
    'set-cookie': 'Set-Cookie',
    authorization: null,
    header: null,
    body: null,
  } as const;
  const field = fields[carrier];
  const name = field && cookieName(headerValues(message.headers, field), text);
  return credentialModel(name ?? FORM_NAMES[form], text, form === 'refresh-token');
}

/** What a stored text is as a credential: a pass, a ticket, or neither. */
export function storedModel(name: string, text: string): CredentialModel | null {
  const form = storedForm(name, text);
  return form && credentialModel(name, text, form === 'refresh-token');
}

/** Which credential a text is that stands under this name; null when it is none. */
export function storedForm(name: string, text: string): CarriedCredential['form'] | null {
  const isRefresh = name.endsWith('refresh_token') || name === '__Host-refresh';
  if (isOpaqueToken(text)) return isRefresh ? 'refresh-token' : null;
  if (looksLikeToken(text)) return isRefresh ? 'refresh-token' : 'access-token';
  return /^[0-9a-f]{16,}$/i.test(text) ? 'session-id' : null;
}

function credentialModel(name: string, text: string, isRefresh: boolean): CredentialModel {
  if (!text.includes('.')) return { form: 'ticket', name, text, short: shortId(text) };
  const [header = '', payload = '', signature = ''] = text.split('.');
  const alg = readSegment(header)?.['alg'];
  const claims = readSegment(payload);
  const holder = claims?.['user_id'] ?? claims?.['sub'] ?? null;
  return {
    form: 'pass',
    name,
    text,
    fields: [
      typeof alg === 'string' && alg !== '' ? alg.slice(0, 7) : 'header',
      isRefresh ? 'refresh' : isName(holder) ? `id ${String(holder).slice(0, 5)}` : 'claims',
      signature === '' ? 'no sig' : 'sig',
    ],
  };
}

function isName(value: JsonValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** The name in `name=value` pairs whose value this is. */
function cookieName(values: readonly string[], text: string): string | null {
  for (const pair of values.flatMap((value) => value.split(';'))) {
    const [name = '', ...rest] = pair.trim().split('=');
    if (rest.join('=') === text) return name;
  }
  return null;
}
