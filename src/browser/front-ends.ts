import type { SchemeId } from '#core/schemes.ts';
import type { Client, ClientTools } from './client.ts';
import { createJwtClient } from './jwt-client.ts';
import { createSessionClient } from './session-client.ts';

/** Starts the site's script in one tab of one device. */
export type FrontEnd = (tools: ClientTools) => Client;

/** Those of the first lesson are here at once; the code of the others is loaded with the first run that needs it. */
const FRONT_ENDS: Readonly<Record<SchemeId, () => Promise<FrontEnd>>> = {
  'php-session': async () => createSessionClient,
  'sql-session': async () =>
    (await import('./sql-session-client.ts')).createSqlSessionClient,
  jwt: async () => createJwtClient,
  hybrid: async () => (await import('./hybrid-client.ts')).createHybridClient,
};

/** The front end that the site serves under this scheme. */
export function loadFrontEnd(scheme: SchemeId): Promise<FrontEnd> {
  return FRONT_ENDS[scheme]();
}
