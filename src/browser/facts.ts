import type { ActionFact, ClientAction, DecisionFact } from '#core/events.ts';
import type { Ruling } from './jar/ruling.ts';

/**
 * Something a client did by itself, and what it did it to: a key, the name of a
 * header.
 */
export function action(
  name: ClientAction,
  subject: string | null = null,
): ActionFact {
  return { kind: 'action', name, subject };
}

/** What the jar's rules said of a cookie. */
export function verdict(
  about: 'cookie-stored' | 'cookie-sent',
  subject: string | null,
  ruling: Ruling,
): DecisionFact {
  return {
    kind: 'decision',
    about,
    subject,
    accepted: ruling.ok,
    reason: ruling.reason,
    cites: ruling.cites,
  };
}
