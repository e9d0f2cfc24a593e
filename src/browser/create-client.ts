import type { SchemeId } from '#core/schemes.ts';
import type { Client, ClientTools } from './client.ts';
import { createHybridClient } from './hybrid-client.ts';
import { createJwtClient } from './jwt-client.ts';
import { createSessionClient } from './session-client.ts';
import { createSqlSessionClient } from './sql-session-client.ts';

const CLIENTS: Readonly<Record<SchemeId, (tools: ClientTools) => Client>> = {
  'php-session': createSessionClient,
  'sql-session': createSqlSessionClient,
  jwt: createJwtClient,
  hybrid: createHybridClient,
};

/** The front end that the site serves under this scheme. */
export function createClient(scheme: SchemeId, tools: ClientTools): Client {
  return CLIENTS[scheme](tools);
}
