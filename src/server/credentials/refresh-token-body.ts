import type { Acts } from '#auth/acts.ts';
import type { HttpResponse } from '#core/http.ts';
import type { ReceivedRequest } from '../call.ts';
import { readBody } from '../http/read-body.ts';
import { refuseRequest } from '../http/refuse-request.ts';

export type TokenInBody<Token> =
  | { readonly ok: true; readonly token: Token }
  | { readonly ok: false; readonly answer: HttpResponse };

// region: jwt.refresh-body
/** `{"refresh_token": "…"}` and nothing but JSON. */
export function readRefresh(
  acts: Acts,
  request: ReceivedRequest,
): TokenInBody<string> {
  const body = readBody(request);
  if (body.kind === 'unsupported') {
    // region: jwt.refresh-body/media-type
    const reason = 'media-type-unsupported';
    const answer = refuseRequest(acts, reason, 'jwt.refresh-body/media-type');
    return { ok: false, answer };
    // endregion
  }
  const members = body.kind === 'json' ? body.members : {};
  const token = members['refresh_token'];
  if (typeof token !== 'string' || token === '') {
    // region: jwt.refresh-body/content
    const reason = 'body-invalid';
    const answer = refuseRequest(acts, reason, 'jwt.refresh-body/content', {
      message: 'refresh_token is needed, as text in JSON',
    });
    return { ok: false, answer };
    // endregion
  }
  return { ok: true, token };
}
// endregion

// region: jwt.logout-body
/** A logout may bring its refresh token along, or no content at all. */
export function readLogout(
  acts: Acts,
  request: ReceivedRequest,
): TokenInBody<string | null> {
  const body = readBody(request);
  if (body.kind === 'unsupported') {
    // region: jwt.logout-body/media-type
    const reason = 'media-type-unsupported';
    const answer = refuseRequest(acts, reason, 'jwt.logout-body/media-type');
    return { ok: false, answer };
    // endregion
  }
  const members = 'members' in body ? body.members : {};
  const token = members['refresh_token'] ?? null;
  if (body.kind === 'broken' || (token !== null && typeof token !== 'string')) {
    // region: jwt.logout-body/content
    const reason = 'body-invalid';
    const answer = refuseRequest(acts, reason, 'jwt.logout-body/content', {
      message: 'refresh_token must be text, if it is there',
    });
    return { ok: false, answer };
    // endregion
  }
  return { ok: true, token };
}
// endregion
