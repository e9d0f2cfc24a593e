import {
  byteLength,
  type HeaderField,
  type HeaderList,
  type HttpResponse,
} from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';

/** Every way to fail, with its status and what it says. The outside never learns more than this. */
const FAILURES = {
  not_found: [404, 'There is nothing at this address'],
  method_not_allowed: [405, 'This address does not take this method'],
  content_too_large: [413, 'The content is larger than 1 MiB'],
  unsupported_media_type: [415, 'The content is neither JSON nor a form'],
  invalid_request: [400, 'The request is not as it must be'],
  too_many_attempts: [429, 'Too many attempts: try again later'],
  invalid_credentials: [401, 'E-mail or password is wrong'],
  unauthorized: [401, 'You are not logged in'],
  forbidden: [403, 'Only an admin may do this'],
  invalid_token: [401, 'The access token is not valid'],
  invalid_grant: [400, 'The refresh token is not valid'],
  internal_error: [500, 'The server failed'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type FailureCode = keyof typeof FAILURES;

/** For answers that carry a credential (RFC 9111 §5.2.2.5). */
export const NO_STORE: HeaderField = ['Cache-Control', 'no-store'];

export function json(
  status: number,
  value: JsonValue,
  headers: HeaderList = [],
): HttpResponse {
  const body = JSON.stringify(value);
  return {
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ['Content-Length', String(byteLength(body))],
      ...headers,
    ],
    body,
  };
}

/** @param message where one code has several reasons that the caller may know. */
export function failure(
  error: FailureCode,
  headers: HeaderList = [],
  message: string = FAILURES[error][1],
): HttpResponse {
  return json(FAILURES[error][0], { error, message }, headers);
}
