import { jwtRoutes } from './jwt-routes.ts';
import { phpSessionRoutes } from './php-session-routes.ts';
import type { Route } from './route.ts';

/** Every scheme's routes, always: it is the client that decides which of them it uses. */
export const ROUTES: readonly Route[] = [...phpSessionRoutes, ...jwtRoutes];
