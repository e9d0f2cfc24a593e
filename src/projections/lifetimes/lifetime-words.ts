import type { SchemeId } from '#core/schemes.ts';
import type { EndReason } from './credential-ends.ts';
import { elapsedText } from '../wording/elapsed-text.ts';
import type { Lifetime, Standing } from './lifetimes.ts';
import type { Outlook } from './outlook.ts';
import { REASON_WORDS } from '../wording/reason-words.ts';
import { shortDuration } from '../wording/durations.ts';

/** What ends a credential, as a mark beside the line says it. */
export const END_LABELS: Readonly<Record<EndReason, string>> = {
  idle: 'idle',
  absolute: 'absolute',
  expired: 'expires',
  'logged-out': 'logged out',
  replaced: 'replaced',
  deleted: 'deleted',
  denylisted: 'denylisted',
  'cut-off': 'cut off',
  algorithm: 'other algorithm',
  used: 'used up',
  revoked: 'family revoked',
  user: 'user barred',
};

/** `idle since 2:30`: after the fact. */
const OVER_WORDS: Readonly<Record<EndReason, string>> = { ...END_LABELS, absolute: 'too old', expired: 'expired' };

/** How a credential stands in that second, in a word and a few more. */
export function standingWords(standing: Standing, at: number): { readonly word: string; readonly more: string } {
  switch (standing.is) {
    case 'future':
      return { word: 'Not yet', more: '' };
    case 'valid':
      return { word: 'Valid', more: standing.end ? `${roughly(standing.end.at - at)} left` : 'no end' };
    case 'over': {
      const { reason, at: since } = standing.end;
      return { word: 'Over', more: `${OVER_WORDS[reason]} ${since === at ? 'now' : `since ${elapsedText(since)}`}` };
    }
  }
}

/** Two units at most: `6 d 23 h`, `34 min 12 s`. */
function roughly(seconds: number): string {
  return shortDuration(seconds).split(' ').slice(0, 4).join(' ');
}

export const OUTLOOK_WORDS: Readonly<Record<Outlook, string>> = {
  in: 'in',
  refresh: 'in, after a refresh',
  out: 'must log in',
  nobody: 'not logged in',
};

/** A whole life in sentences, for whoever cannot see the line. */
export function lifeSentence(lifetime: Lifetime, scheme: SchemeId): string {
  const { issued, uses, ends, windows, ahead, isKept } = lifetime;
  const [first, ...later] = ends;
  return [
    `Given out at ${elapsedText(issued)}.`,
    ...uses.map(
      ({ at, accepted, reason }) => `Shown at ${elapsedText(at)}: ${accepted ? 'accepted' : REASON_WORDS[reason]}.`,
    ),
    windows.length > 1 ? `The idle window has slid ${windows.length - 1} times.` : '',
    first ? `${sentence(END_LABELS[first.reason])} at ${elapsedText(first.at)}.` : '',
    ...later.map(({ at, reason }) => `Otherwise ${END_LABELS[reason]} at ${elapsedText(at)}.`),
    ahead === null ? '' : `A client that refreshes ahead would do so from ${elapsedText(ahead)} on.`,
    isKept || scheme === 'php-session' ? '' : 'No browser keeps it any more.',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
