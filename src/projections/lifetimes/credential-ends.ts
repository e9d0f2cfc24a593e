import type { Credential, CredentialState, Elapsed, Removal } from './credential-state.ts';

/** Why a server refuses a credential from some second on. */
export type EndReason = Removal | 'expired' | 'denylisted' | 'cut-off' | 'algorithm' | 'used' | 'revoked' | 'user';

/** The first second in which the credential is refused, and why. */
export interface CredentialEnd {
  readonly at: Elapsed;
  readonly reason: EndReason;
}

/** Every limit that the credential runs into as things stand, the first to come first. What is known to be no end is not there. */
export function endsOf(credential: Credential, state: CredentialState): readonly CredentialEnd[] {
  const { removed } = credential;
  const gone = removed ? [{ at: removed.at, reason: removed.why }] : [];
  return [...limitsOf(credential, state), ...gone].toSorted((a, b) => a.at - b.at);
}

function limitsOf({ record, form }: Credential, state: CredentialState): readonly CredentialEnd[] {
  const { settings } = state;
  switch (record.in) {
    case 'file':
      return [
        { at: record.seen + settings.idle, reason: 'idle' },
        { at: record.login + settings.absolute, reason: 'absolute' },
      ];
    case 'row':
      return [{ at: record.expires, reason: 'absolute' }, ...barredAt(record.user, state, true)];
    case 'token':
      return [
        { at: record.exp + settings.leeway, reason: 'expired' },
        ...revocationsOf(record, state),
        // Who only reads an access token asks nobody about its user; the hybrid's page does, whether there is one.
        ...(form === 'refresh-token' || state.scheme === 'hybrid'
          ? barredAt(record.user, state, form === 'refresh-token')
          : []),
      ];
    case 'family': {
      const family = state.families.get(record.family);
      return [
        ...(family ? barredAt(family.user, state, true) : []),
        { at: family?.expires ?? 0, reason: 'expired' },
        ...ended(record.used === null ? null : record.used + settings.grace, 'used'),
        ...ended(family?.revoked ?? null, 'revoked'),
        ...ended(family?.removed ?? null, 'deleted'),
      ];
    }
  }
}

/** What a token cannot know of itself. */
function revocationsOf(
  { name, user, iat, algorithm }: Extract<Credential['record'], { readonly in: 'token' }>,
  { settings, settingsSince, denied, cutoffs }: CredentialState,
): readonly CredentialEnd[] {
  const cutOff = settings.cutOff ? cutoffs.get(user) : undefined;
  return [
    ...ended((settings.denylist ? denied.get(name) : undefined) ?? null, 'denylisted'),
    ...ended(cutOff && iat < cutOff.before ? cutOff.since : null, 'cut-off'),
    ...ended(algorithm === settings.algorithm ? null : settingsSince, 'algorithm'),
  ];
}

/** Since when a user is not let in: disabled where that is asked, or deleted. */
function barredAt(user: string, { barred }: CredentialState, isDisabledAsked: boolean): readonly CredentialEnd[] {
  const found = barred.get(user);
  return found && (found.isGone || isDisabledAsked) ? [{ at: found.since, reason: 'user' }] : [];
}

function ended(at: Elapsed | null, reason: EndReason): readonly CredentialEnd[] {
  return at === null ? [] : [{ at, reason }];
}
