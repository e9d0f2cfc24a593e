import type { Credential, CredentialState, Elapsed, Removal } from './credential-state.ts';

/** Why a server refuses a credential from some second on. */
export type EndReason = Removal | 'expired' | 'denylisted' | 'cut-off' | 'algorithm' | 'used' | 'revoked';

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

function limitsOf({ record }: Credential, state: CredentialState): readonly CredentialEnd[] {
  const { settings } = state;
  switch (record.in) {
    case 'file':
      return [
        { at: record.seen + settings.idle, reason: 'idle' },
        { at: record.login + settings.absolute, reason: 'absolute' },
      ];
    case 'row':
      return [{ at: record.expires, reason: 'absolute' }];
    case 'token':
      return [{ at: record.exp + settings.leeway, reason: 'expired' }, ...revocationsOf(record, state)];
    case 'family': {
      const family = state.families.get(record.family);
      return [
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
  { name, subject, iat, algorithm }: Extract<Credential['record'], { readonly in: 'token' }>,
  { settings, settingsSince, denied, cutoffs }: CredentialState,
): readonly CredentialEnd[] {
  const cutOff = settings.cutOff ? cutoffs.get(subject) : undefined;
  return [
    ...ended((settings.denylist ? denied.get(name) : undefined) ?? null, 'denylisted'),
    ...ended(cutOff && iat < cutOff.before ? cutOff.since : null, 'cut-off'),
    ...ended(algorithm === settings.algorithm ? null : settingsSince, 'algorithm'),
  ];
}

function ended(at: Elapsed | null, reason: EndReason): readonly CredentialEnd[] {
  return at === null ? [] : [{ at, reason }];
}
