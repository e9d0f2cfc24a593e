import { APP_ORIGIN } from '#core/wire.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { changeItem } from './device.ts';
import { getItem } from './storage.ts';

/** What clients keep by themselves, under the names of the contract. */
const KEYS = [
  'access_token',
  'refresh_token',
  'user_data',
  'session-id',
] as const;
type Key = (typeof KEYS)[number];

/** Looks where the setting says that credentials are: localStorage or memory. */
export function readItem(tools: ClientTools, key: Key): string | null {
  const area = tools.device.get()[tools.settings().clientStorage];
  return getItem(area, APP_ORIGIN, key);
}

export function keepItem(
  tools: ClientTools,
  { recorder }: OpenExchange,
  key: Key,
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
  for (const key of KEYS) {
    const change = changeItem(device, place, APP_ORIGIN, key, null);
    if (change) recorder.note('drop', 'token-store.drop', change);
  }
  // endregion
}
