import {
  CREDENTIAL_COOKIES,
  isCredentialCookie,
} from '#core/credential-names.ts';
import type { CarriedCredential } from '#core/events.ts';
import {
  byteLength,
  header,
  headerValues,
  type HeaderList,
  type HttpRequest,
  type HttpResponse,
} from '#core/http.ts';
import { isJsonObject, type JsonObject } from '#core/json.ts';
import { parseSetCookie } from './jar/parse-set-cookie.ts';

type Form = CarriedCredential['form'];
type Carrier = CarriedCredential['carrier'];

/** The field that carries a session id of its own. */
const SESSION_FIELD = 'session-id';

/** Members of a JSON body that are a credential, and which. */
const MEMBER_FORMS: Readonly<Record<string, Form>> = {
  access_token: 'access-token',
  refresh_token: 'refresh-token',
  sessionId: 'session-id',
  accessToken: 'access-token',
  refreshToken: 'refresh-token',
};

/** What a server writes over a cookie that it removes, as PHP does. */
const REMOVED = 'deleted';

/** The credentials in a request, in the order of the message. */
export function carriedByRequest(
  message: HttpRequest,
): readonly CarriedCredential[] {
  return [
    ...inAuthorization(header(message.headers, 'Authorization') ?? ''),
    ...inSessionField(message.headers),
    ...(header(message.headers, 'Cookie') ?? '')
      .split('; ')
      .flatMap((pair) => inPair('cookie', pair)),
    ...inBody(message.body),
  ];
}

/** The credentials in a response: in its headers, then in its body. */
export function carriedByResponse(
  message: HttpResponse,
): readonly CarriedCredential[] {
  return [
    ...headerValues(message.headers, 'Set-Cookie').flatMap(inSetCookie),
    ...inSessionField(message.headers),
    ...inBody(message.body),
  ];
}

/**
 * The body as an object, null where it is something else: not every answer is
 * JSON.
 */
export function jsonBody({
  body,
}: Pick<HttpResponse, 'body'>): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function inAuthorization(field: string): CarriedCredential[] {
  const token = /^Bearer (\S+)$/i.exec(field)?.[1];
  return token === undefined
    ? []
    : [carried('authorization', 'access-token', token, field)];
}

function inSetCookie(line: string): CarriedCredential[] {
  const reading = parseSetCookie(line);
  if (!reading.ok || reading.setCookie.value === REMOVED) return [];
  return inPair(
    'set-cookie',
    `${reading.setCookie.name}=${reading.setCookie.value}`,
  );
}

function inPair(carrier: Carrier, pair: string): CarriedCredential[] {
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(equals, 0));
  if (!isCredentialCookie(name)) return [];
  const form = CREDENTIAL_COOKIES[name];
  return [carried(carrier, form, pair.slice(equals + 1), pair)];
}

/** The field has no other use, so its value is all that the credential costs. */
function inSessionField(headers: HeaderList): CarriedCredential[] {
  const id = header(headers, SESSION_FIELD) ?? '';
  return id === '' ? [] : [carried('header', 'session-id', id, id)];
}

/** In the body itself, or in its `data`. */
function inBody(body: string): CarriedCredential[] {
  const { data, ...members } = jsonBody({ body }) ?? {};
  return [members, isJsonObject(data) ? data : {}].flatMap(inMembers);
}

function inMembers(members: JsonObject): CarriedCredential[] {
  return Object.entries(members).flatMap(([name, value]) => {
    const form = MEMBER_FORMS[name];
    return form !== undefined && typeof value === 'string'
      ? [carried('body', form, value, value)]
      : [];
  });
}

function carried(
  carrier: Carrier,
  form: Form,
  text: string,
  withCarrier: string,
): CarriedCredential {
  return { carrier, form, text, bytes: byteLength(withCarrier) };
}
