import type { SchemeId } from '#core/schemes.ts';

/** Who remembers the login, in one clause. */
const REMEMBERS: Readonly<Record<SchemeId, string>> = {
  'php-session': 'the server remembers',
  'sql-session': 'the server remembers, in a table',
  jwt: 'the browser carries it',
  hybrid: 'the browser carries it, and the server can call it back',
};

/** What the two sides compare, for somebody who has just come in. */
export function comparedText(left: SchemeId, right: SchemeId): string {
  if (left === right) return `Same login, twice: on both sides ${REMEMBERS[left]}. Only what you set differs.`;
  return `Same login, two systems: on the left ${REMEMBERS[left]}, on the right ${REMEMBERS[right]}.`;
}
