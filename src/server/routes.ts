import { jwtRoutes } from './schemes/jwt-routes.ts';
import { phpSessionRoutes } from './schemes/php-session-routes.ts';
import type { Route } from './route.ts';
import type { ServerCell } from './stores/state.ts';

/** Addresses whose code is loaded with the first request for one of them. */
interface LaterRoutes {
  /** How their paths begin. */
  readonly below: readonly string[];
  /** Whether a server without a database has none of them. */
  readonly sql: boolean;
  load(): Promise<readonly Route[]>;
}

/** What every page needs at once: the first lesson's schemes. */
const FIRST: readonly Route[] = [...phpSessionRoutes, ...jwtRoutes];

const LATER: readonly LaterRoutes[] = [
  {
    below: ['/session/'],
    sql: true,
    load: async () =>
      (await import('./schemes/sql-session-routes.ts')).sqlSessionRoutes,
  },
  {
    below: ['/hybrid/'],
    sql: true,
    load: async () => (await import('./schemes/hybrid-routes.ts')).hybridRoutes,
  },
  {
    below: ['/account/', '/admin/', '/email.php', '/jwt_email.php'],
    sql: false,
    load: async () =>
      (await import('./account/account-routes.ts')).accountRoutes,
  },
  {
    below: ['/session/email', '/hybrid/email'],
    sql: true,
    load: async () =>
      (await import('./account/email-routes.ts')).sqlEmailRoutes,
  },
];

/**
 * The rows that may answer at a path. Every scheme's addresses are there, and it is the client that decides which of them it
 * uses; only a server without a database has none of those that need one.
 */
export async function routesAt(
  path: string,
  { database }: Pick<ServerCell, 'database'>,
): Promise<readonly Route[]> {
  const later = LATER.filter(
    ({ below, sql }) =>
      (database || !sql) && below.some((start) => path.startsWith(start)),
  );
  const loaded = await Promise.all(later.map((routes) => routes.load()));
  return [...FIRST, ...loaded.flat()].filter((route) => route.path === path);
}

/** The whole table, loaded. */
export async function everyRoute(): Promise<readonly Route[]> {
  const loaded = await Promise.all(LATER.map((routes) => routes.load()));
  return [...FIRST, ...loaded.flat()];
}
