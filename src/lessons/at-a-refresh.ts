import type { EventQuery, Predicate } from '#core/query.ts';
import { here } from './happened.ts';
import type { SideText } from './lesson.ts';

/** What can happen to the one request of the lesson about refreshing, and what is said of it. */
export const LET_IN: EventQuery = { intent: 'users', exchange: 'request', kind: 'response', status: 200 };
const ENDED: EventQuery = { intent: 'users', exchange: 'request', kind: 'decision', reason: 'token-expired' };
export const RETRIED: EventQuery = { intent: 'users', exchange: 'retry', kind: 'response', status: 200 };
export const REFRESHED: EventQuery = { intent: 'users', exchange: 'refresh', kind: 'response', status: 200 };

export const NEW_ACCESS: EventQuery = { intent: 'users', key: 'access_token', change: 'changed' };
export const NEW_REFRESH: EventQuery = { intent: 'users', key: 'refresh_token', change: 'changed' };

export const GENUINE: SideText = [
  {
    when: here(ENDED),
    text: 'The signature is perfect, and that does not help: from the very second `exp` on, a token is refused.',
  },
  {
    when: here(LET_IN),
    text: 'The signature is perfect, and by the server’s clock, leeway included, `exp` has not come: accepted.',
  },
];

export const EXPIRED_SAID = {
  when: here(ENDED),
  text: '401 `invalid_token`, and `expired` as the reason: said only when all else was right. A forger is told nothing.',
} as const;

export const LOOKED_AHEAD = {
  when: here({ intent: 'users', kind: 'action', name: 'refresh-ahead' }),
  text: 'This client looked at `exp` before it asked: what it shows was made a moment ago.',
} as const;

export const NOT_REFRESHED = {
  when: here({ intent: 'users', exchange: 'refresh', kind: 'response', status: 400 }),
  text: 'No: 400 `invalid_grant`. John must type his password.',
} as const;

/** Asked again after a refusal, or once with a token that was fetched ahead. */
export const GOT_IT: Predicate = {
  any: [
    { on: 'right', count: RETRIED },
    { on: 'right', count: LET_IN },
  ],
};
