import type { ClientTools, OpenExchange } from './client.ts';
import { exchange } from './http-client.ts';
import {
  accessExpiry,
  keepAccess,
  knownAccess,
  newAccess,
} from './jwt-access.ts';
import type { Renewal } from './refresh-interceptor.ts';
import { dropItems, readItem } from './token-store.ts';

/** The JWT scheme's way: the refresh token stays, and gets one access token after the other. */
export function jwtRenewal(tools: ClientTools): Renewal<string> {
  const refreshToken = (): string | null => readItem(tools, 'refresh_token');
  return {
    access: () => knownAccess(tools),
    expiryOf: (known) => accessExpiry(tools, known),
    login: refreshToken,
    canStart: () => false,
    async request(open) {
      const token = refreshToken();
      return token === null ? null : requestToken(tools, open, token);
    },
    keep: (open, known) => keepAccess(tools, open, known),
    drop: (open) => dropItems(tools, open),
  };
}

/** @returns what is known of the new access token, null when the server refused. */
export async function requestToken(
  tools: ClientTools,
  open: OpenExchange,
  refreshToken: string,
): Promise<string | null> {
  const response = await exchange(tools, open, {
    method: 'POST',
    path: '/jwt_refresh.php',
    json: { refresh_token: refreshToken },
  });
  return response.status === 200 ? newAccess(tools, response) : null;
}
