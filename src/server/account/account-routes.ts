import type { HeaderList, HttpResponse } from '#core/http.ts';
import { withoutAccess } from '../credentials/access-token.ts';
import { during } from '../acts.ts';
import { adminRoutes } from './admin-routes.ts';
import { json } from '../http/answers.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { emailRoutes } from './email-routes.ts';
import { endLogins } from './end-logins.ts';
import { refreshCookie } from '../credentials/hybrid-refresh-token.ts';
import { byAnyCredential, type LoggedIn } from '../credentials/logged-in.ts';
import { passwordRoute } from './password-route.ts';
import { phpCookie } from '../credentials/php-cookie.ts';
import type { Route } from '../route.ts';
import { withoutId } from '../credentials/sql-session-id.ts';

/**
 * What somebody logged in does with an account, and an admin with somebody else's. `POST /account/logout-everywhere` is an
 * address of ours: SQL sessions have one of their own, and this is the same for every scheme. It takes no content and answers with
 * a `Report`.
 */
export const accountRoutes: readonly Route[] = [
  ...emailRoutes,
  ...adminRoutes,
  passwordRoute,
  {
    method: 'POST',
    path: '/account/logout-everywhere',
    handler: logoutEverywhere,
  },
];

// region: account.logout-everywhere
async function logoutEverywhere(
  request: ReceivedRequest,
  call: ServerCall,
): Promise<HttpResponse> {
  const asks = await byAnyCredential(request, call);
  if (!asks.ok) return asks.answer;
  const { by, subject } = asks.login;
  const user = { id: Number(subject) };
  const report = await endLogins(call, user, 'still-renewable');

  // region: account.logout-everywhere/answer
  const { ended } = report;
  const acts = during('answer', call);
  const code = 'account.logout-everywhere/answer';
  acts.step('build-answer', { status: 200, ended }, code);
  return json(200, report, withoutCookie(request, call, by));
  // endregion
}
// endregion

/** Takes back what the browser would go on attaching. */
function withoutCookie(
  request: ReceivedRequest,
  call: ServerCall,
  by: LoggedIn['by'],
): HeaderList {
  const acts = during('answer', call);
  switch (by) {
    case 'php-session':
      return [['Set-Cookie', phpCookie.clear()]];
    case 'sql-session':
      return withoutId(acts, request);
    case 'access-token': {
      const cookie = call.server.database ? refreshCookie(acts, request) : null;
      const family = cookie ? [['Set-Cookie', cookie.clear()] as const] : [];
      return [...withoutAccess(acts, request), ...family];
    }
  }
}
