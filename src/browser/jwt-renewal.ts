import { jsonBody } from './carried.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { exchange } from './http-client.ts';
import type { Renewal } from './refresh-interceptor.ts';
import { dropItems, keepItem, readItem } from './token-store.ts';

/** Scheme C's way: the refresh token stays, and gets one access token after the other. */
export function jwtRenewal(tools: ClientTools): Renewal<string> {
  const refreshToken = (): string | null => readItem(tools, 'refresh_token');
  return {
    access: () => readItem(tools, 'access_token'),
    login: refreshToken,
    canStart: () => false,
    async request(open) {
      const token = refreshToken();
      return token === null ? null : requestToken(tools, open, token);
    },
    keep: (open, token) => keepItem(tools, open, 'access_token', token),
    drop: (open) => dropItems(tools, open),
  };
}

/** @returns the new access token, null when the server refused. */
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
  const token = jsonBody(response)?.['access_token'];
  return response.status === 200 && typeof token === 'string' ? token : null;
}
