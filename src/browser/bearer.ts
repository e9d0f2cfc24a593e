import type { HttpResponse } from '#core/http.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import { exchange } from './http-client.ts';

/** Asks for the protected list with this token, or with none. */
export function getUsers(
  tools: ClientTools,
  open: OpenExchange,
  token: string | null,
): Promise<HttpResponse> {
  const authorization = bearer(open, token);
  return exchange(tools, open, {
    method: 'GET',
    path: '/jwt_users.php',
    ...authorization,
  });
}

/** The one line that makes a request a logged-in one. */
export function bearer(
  { recorder }: OpenExchange,
  token: string | null,
): { readonly authorization?: string } {
  if (token === null) {
    // region: jwt-client.without
    const fact = action('no-credential', 'Authorization');
    recorder.note('ask', 'jwt-client.without', fact);
    return {};
    // endregion
  }
  // region: jwt-client.set-header
  const fact = action('set-authorization', 'Authorization');
  recorder.note('ask', 'jwt-client.set-header', fact);
  return { authorization: `Bearer ${token}` };
  // endregion
}
