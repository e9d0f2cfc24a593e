import type { HttpResponse } from '#core/http.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import { exchange } from './http-client.ts';
import { readItem } from './token-store.ts';

/** Asks for something protected with this token, or with none. */
export function getWith(
  tools: ClientTools,
  open: OpenExchange,
  path: string,
  token: string | null,
): Promise<HttpResponse> {
  const authorization = bearer(open, token);
  return exchange(tools, open, { method: 'GET', path, ...authorization });
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

/** The access token that the script has kept, null without one. */
export function readToken(
  tools: ClientTools,
  { recorder }: OpenExchange,
): string | null {
  const token = readItem(tools, 'access_token');
  if (token === null) return null;
  // region: jwt-client.read-token
  const fact = action('read-token', 'access_token');
  recorder.note('ask', 'jwt-client.read-token', fact);
  return token;
  // endregion
}
