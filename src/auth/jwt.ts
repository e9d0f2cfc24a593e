import type { Acts } from './acts.ts';
import { readBearer } from './bearer.ts';
import { checkClaims, checkExpiry } from './check-claims.ts';
import { checkJoseHeader } from './check-jose-header.ts';
import {
  accessClaims,
  refreshClaims,
  type Claims,
  type TokenUse,
} from './claims.ts';
import { readJwt } from './read-jws.ts';
import type { LoginScheme, Recognition } from './scheme.ts';
import { issueTime } from './cut-off.ts';
import { newTokenId } from './token-id.ts';
import type { User } from './user.ts';
import { BAD_SIGNATURE } from './verify-jws.ts';
import { refusal, type Refusal } from './verdict.ts';

/** What a login hands out: a token for the API, and a longer-lived one that gets new tokens of the first kind. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

/** The verified tokens of one login. */
export interface JwtLogin {
  readonly access: Claims;
  /** Null unless a logout brought it along. */
  readonly refresh: Claims | null;
}

/**
 * The JWT scheme: the server keeps nothing and the client carries the login itself, signed. What is carried is the value of the
 * header `Authorization`, null without one.
 */
export const jwt: LoginScheme<string | null, TokenPair, JwtLogin> = {
  issue,
  recognise,
  forget,
};

// region: jwt.issue
async function issue(acts: Acts, user: User): Promise<TokenPair> {
  const { accessLifetime, refreshLifetime } = acts.settings;
  const now = await issueTime(acts, user);
  // region: jwt.issue/ids
  const accessId = await newTokenId(acts, 'jwt.issue/ids');
  const refreshId = await newTokenId(acts, 'jwt.issue/ids');
  // endregion

  // region: jwt.issue/claims
  const claims = accessClaims(user, accessId, now, accessLifetime);
  const renewal = refreshClaims(user, refreshId, now, refreshLifetime);
  acts.step('build-claims', { claims, renewal }, 'jwt.issue/claims');
  // endregion

  // region: jwt.issue/sign
  const access = await acts.sign('access_token', claims, 'jwt.issue/sign');
  const refresh = await acts.sign('refresh_token', renewal, 'jwt.issue/sign');
  // endregion
  // Nothing is stored.
  return { access, refresh };
}
// endregion

// region: jwt.renew
/** A new access token for somebody who was recognised. `lifetime` in seconds. */
export async function renew(
  acts: Acts,
  user: User,
  lifetime: number,
): Promise<string> {
  const now = await issueTime(acts, user);
  // region: jwt.renew/id
  const id = await newTokenId(acts, 'jwt.renew/id');
  // endregion

  // region: jwt.renew/claims
  const claims = accessClaims(user, id, now, lifetime);
  acts.step('build-claims', { claims }, 'jwt.renew/claims');
  // endregion

  // region: jwt.renew/sign
  return acts.sign('access_token', claims, 'jwt.renew/sign');
  // endregion
}
// endregion

// region: jwt.recognise
async function recognise(
  acts: Acts,
  authorization: string | null,
): Promise<Recognition<JwtLogin>> {
  const bearer = readBearer(acts, authorization);
  if (!bearer.ok) {
    // region: jwt.recognise/no-token
    acts.decide('token', bearer, 'jwt.recognise/no-token');
    // endregion
    return bearer;
  }
  const found = await recogniseToken(acts, 'access_token', bearer.token);
  if (!found.ok) return found;
  return { ok: true, login: { access: found.login, refresh: null } };
}
// endregion

// region: jwt.check
/** Signature first, then claims, and the end of its life last. */
export async function recogniseToken(
  acts: Acts,
  use: TokenUse,
  token: string,
): Promise<Recognition<Claims>> {
  const found = await checkToken(acts, use, token);
  // region: jwt.check/decide
  acts.decide('token', found, 'jwt.check/decide');
  // endregion
  return found;
}

async function checkToken(
  acts: Acts,
  use: TokenUse,
  token: string,
): Promise<Recognition<Claims>> {
  // Its characters, bytes and JSON, by the letter.
  const read = readJwt(token);
  if (!read.ok) return read;
  const { header, payload } = read.value;

  // The key has one algorithm: the token does not choose.
  const allowed = checkJoseHeader(header, [acts.settings.algorithm]);
  if (!allowed.ok) return allowed;

  // region: jwt.check/signature
  const genuine = await acts.verify(use, token, 'jwt.check/signature');
  if (!genuine) return refuse(BAD_SIGNATURE);
  // endregion

  // region: jwt.check/claims
  const expected = { use, now: acts.clock.now(), leeway: acts.settings.leeway };
  const checked = checkClaims(header, payload, expected);
  acts.step('check-claims', expected, 'jwt.check/claims');
  if (!checked.ok) return checked;
  // endregion
  const { claims } = checked;

  const revoked = await checkRevocation(acts, claims);
  if (revoked) return refuse(revoked);

  // Whoever may not know about the token learns nothing of its age.
  const expired = checkExpiry(claims, expected);
  if (expired) return refuse(expired);
  return { ok: true, login: claims };
}
// endregion

// region: jwt.revocation
/** What a token cannot say about itself costs a look-up each. */
async function checkRevocation(
  acts: Acts,
  { iss, sub, jti, iat }: Claims,
): Promise<Refusal | null> {
  // region: jwt.revocation/denylist
  if (
    acts.settings.denylist &&
    (await acts.denylist.has(iss, jti, 'jwt.revocation/denylist'))
  )
    return REVOKED;
  // endregion

  // region: jwt.revocation/cut-off
  if (acts.settings.cutOff) {
    const before = await acts.cutoffs.read(sub, 'jwt.revocation/cut-off');
    if (before !== null && iat < before) return CUT_OFF;
  }
  // endregion
  return null;
}
// endregion

// region: jwt.forget
/** Only a denylist can end a token before its time. */
async function forget(acts: Acts, login: JwtLogin): Promise<void> {
  if (!acts.settings.denylist) return;
  // region: jwt.forget/denylist
  const { leeway } = acts.settings;
  const rows = [login.access, login.refresh]
    .filter((claims) => claims !== null)
    .map(({ iss, jti, exp }) => ({ iss, jti, until: exp + leeway }));
  await acts.denylist.add(rows, 'jwt.forget/denylist');
  // endregion
}
// endregion

const REVOKED = refusal(
  'token-revoked',
  [{ document: 'ASVS 5.0', section: '7.4.1' }],
  'jti',
);
const CUT_OFF = refusal(
  'token-cut-off',
  [{ document: 'ASVS 5.0', section: '7.4.1' }],
  'iat',
);

function refuse(refused: Refusal): Recognition<never> {
  return { ok: false, refusal: refused };
}
