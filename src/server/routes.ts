import { hybridRoutes } from './hybrid-routes.ts';
import { jwtRoutes } from './jwt-routes.ts';
import { phpSessionRoutes } from './php-session-routes.ts';
import type { Route } from './route.ts';
import { sqlSessionRoutes } from './sql-session-routes.ts';
import type { ServerCell } from './state.ts';

const WITHOUT_SQL: readonly Route[] = [...phpSessionRoutes, ...jwtRoutes];

/** Every scheme's routes: it is the client that decides which of them it uses. */
export const ROUTES: readonly Route[] = [
  ...WITHOUT_SQL,
  ...sqlSessionRoutes,
  ...hybridRoutes,
];

/** What a server answers to. One without a database has none of the addresses that need it. */
export function routesOf({
  database,
}: Pick<ServerCell, 'database'>): readonly Route[] {
  return database ? ROUTES : WITHOUT_SQL;
}
