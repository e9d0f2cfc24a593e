import type { Refusal } from '#auth/verdict.ts';
import type { HttpResponse } from '#core/http.ts';
import { failure } from './answers.ts';

const REALM = 'Bearer realm="app"';

/**
 * The answer to a request without a good access token (RFC 6750 §3). Why a token is bad stays inside: only one that is good
 * in everything else is told that it has expired.
 */
export function challenge({ reason }: Refusal): HttpResponse {
  switch (reason) {
    case 'bearer-missing':
      return failure('unauthorized', [['WWW-Authenticate', REALM]]);
    case 'bearer-malformed':
      return failure(
        'invalid_request',
        [['WWW-Authenticate', `${REALM}, error="invalid_request"`]],
        'Authorization must be: Bearer <token>',
      );
    case 'token-expired':
      return failure('invalid_token', [
        [
          'WWW-Authenticate',
          `${REALM}, error="invalid_token", error_description="expired"`,
        ],
      ]);
    default:
      return failure('invalid_token', [
        ['WWW-Authenticate', `${REALM}, error="invalid_token"`],
      ]);
  }
}
