/** The ways a login can be remembered. Ids are stable: links and traces name them. */
export const SCHEMES = ['php-session', 'sql-session', 'jwt', 'hybrid'] as const;
export type SchemeId = (typeof SCHEMES)[number];

export interface SchemeText {
  /** What the picker calls it. */
  readonly name: string;
  readonly variant: string;
  /** The everyday thing it is like. */
  readonly likeness: string;
  readonly credential: 'ticket' | 'pass';
  /** Whether its server keeps its tables in the SQL engine, which is loaded for such schemes alone. */
  readonly sql: boolean;
}

export const SCHEME_TEXTS: Readonly<Record<SchemeId, SchemeText>> = {
  'php-session': {
    name: 'Session',
    variant: 'PHP, session files',
    likeness: 'a coat-check ticket',
    credential: 'ticket',
    sql: false,
  },
  'sql-session': {
    name: 'SQL session',
    variant: 'a row in a table',
    likeness: 'a coat-check ticket',
    credential: 'ticket',
    sql: true,
  },
  jwt: {
    name: 'JWT',
    variant: 'access + refresh',
    likeness: 'a boarding pass',
    credential: 'pass',
    sql: false,
  },
  hybrid: {
    name: 'Hybrid',
    variant: 'JWT + rotating ticket',
    likeness: 'a pass and a ticket',
    credential: 'pass',
    sql: true,
  },
};

export function isSchemeId(text: string): text is SchemeId {
  return (SCHEMES as readonly string[]).includes(text);
}
