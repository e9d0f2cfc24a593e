import { APP_ORIGIN } from '#core/wire.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { changeItem } from './device.ts';
import { getItem } from './storage.ts';

/** What the JWT client keeps, under the names of the contract. */
const TOKEN_KEYS = ['access_token', 'refresh_token', 'user_data'] as const;
type TokenKey = (typeof TOKEN_KEYS)[number];

/** Looks where the setting says the tokens are: localStorage or memory. */
export function readItem(tools: ClientTools, key: TokenKey): string | null {
  const area = tools.device.get()[tools.settings().clientStorage];
  return getItem(area, APP_ORIGIN, key);
}

export function keepItem(
  tools: ClientTools,
  { recorder }: OpenExchange,
  key: TokenKey,
  value: string,
): void {
  // region: token-store.keep
  const { device } = tools;
  const place = tools.settings().clientStorage;
  const change = changeItem(device, place, APP_ORIGIN, key, value);
  if (change) recorder.note('keep', 'token-store.keep', change);
  // endregion
}

/** Forgets everything: this is all that "logged out" means to a client. */
export function dropItems(
  tools: ClientTools,
  { recorder }: OpenExchange,
): void {
  // region: token-store.drop
  const { device } = tools;
  const place = tools.settings().clientStorage;
  for (const key of TOKEN_KEYS) {
    const change = changeItem(device, place, APP_ORIGIN, key, null);
    if (change) recorder.note('drop', 'token-store.drop', change);
  }
  // endregion
}
