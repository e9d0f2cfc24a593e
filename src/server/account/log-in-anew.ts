import { isOwnToken } from '#auth/end-families.ts';
import { issueHybrid } from '#auth/hybrid.ts';
import { jwt } from '#auth/jwt.ts';
import { phpSession } from '#auth/php-session.ts';
import { sqlSession } from '#auth/sql-session.ts';
import type { User } from '#auth/user.ts';
import type { HeaderList } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import { handOutAccess } from '../credentials/access-token.ts';
import { during } from '../acts.ts';
import type { ReceivedRequest, ServerCall } from '../call.ts';
import { cookieValue } from '../http/cookies.ts';
import { deployed } from './deployed.ts';
import { deviceName } from '../http/device-name.ts';
import {
  handOutPair,
  refreshCookie,
} from '../credentials/hybrid-refresh-token.ts';
import type { LoggedIn } from '../credentials/logged-in.ts';
import { phpCookie } from '../credentials/php-cookie.ts';
import { handOutId } from '../credentials/sql-session-id.ts';

/** A new credential: what an answer's headers and body say of it. */
interface HandedOut {
  readonly headers: HeaderList;
  readonly members: JsonObject;
}

/** A new login of the kind that asked, as the scheme's own login would hand it out. */
export async function logInAnew(
  request: ReceivedRequest,
  call: ServerCall,
  kind: LoggedIn['by'] | 'hybrid',
  user: User,
): Promise<HandedOut> {
  const acts = during('remember', call);
  const device = deviceName(request.headers);
  switch (kind) {
    case 'php-session': {
      const id = await phpSession.issue(acts, user, null);
      return { headers: [['Set-Cookie', phpCookie.set(id)]], members: {} };
    }
    case 'sql-session': {
      const id = await sqlSession.issue(acts, user, { id: null, device });
      const { headers, data } = handOutId(acts, request, id);
      return { headers, members: { data } };
    }
    case 'access-token': {
      const tokens = await jwt.issue(acts, user, null);
      const access = handOutAccess(acts, request, tokens.access);
      const members = {
        ...access.members,
        refresh_token: tokens.refresh,
        token_type: 'Bearer',
        expires_in: acts.settings.accessLifetime,
      };
      return { headers: access.headers, members };
    }
    case 'hybrid':
      return handOutPair(acts, request, await issueHybrid(acts, user, device));
  }
}

/** What came along with a request that may be the hybrid's. */
interface FamilyAsked extends Pick<LoggedIn, 'by'> {
  readonly user: User;
  /** Out of the content. */
  readonly token: string | null;
}

/** Access tokens of the JWT scheme and of the hybrid are alike: it is the refresh token of a family of the user's that tells them apart. */
export async function isHybrids(
  request: ReceivedRequest,
  call: ServerCall,
  { by, user, token }: FamilyAsked,
): Promise<boolean> {
  if (by !== 'access-token' || !deployed(call)('hybrid')) return false;
  const acts = during('recognise', call);
  const cookie = refreshCookie(acts, request);
  const carried = cookie ? cookieValue(request.headers, cookie.name) : token;
  return carried ? isOwnToken(acts, user, carried) : false;
}
