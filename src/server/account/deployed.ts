import { SCHEME_TEXTS, SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { ServerCall } from '../call.ts';

/** Which schemes there can be logins of. Those with tables need a database. */
export function deployed({
  schemes = SCHEMES,
  server,
}: ServerCall): (scheme: SchemeId) => boolean {
  return (scheme) =>
    schemes.includes(scheme) &&
    (server.database !== null || !SCHEME_TEXTS[scheme].sql);
}
