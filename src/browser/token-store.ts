import { CLIENT_KEYS, type ClientKey } from '#core/credential-names.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { changeItem } from './device.ts';
import { getItem, type StorageName } from './storage.ts';

/**
 * Looks where the setting says that credentials are, localStorage or memory,
 * unless another place is named.
 */
export function readItem(
  tools: ClientTools,
  key: ClientKey,
  place: StorageName = tools.settings().clientStorage,
): string | null {
  const area = tools.device.get()[place];
  return getItem(area, APP_ORIGIN, nameIn(tools, place, key));
}

export function keepItem(
  tools: ClientTools,
  { recorder }: OpenExchange,
  key: ClientKey,
  value: string,
  place: StorageName = tools.settings().clientStorage,
): void {
  // region: token-store.keep
  const { device } = tools;
  const name = nameIn(tools, place, key);
  const change = changeItem(device, place, APP_ORIGIN, name, value);
  if (change) recorder.note('keep', 'token-store.keep', change);
  // endregion
}

/** Forgets everything: this is all that "logged out" means to a client. */
export function dropItems(
  tools: ClientTools,
  { recorder }: OpenExchange,
  place: StorageName = tools.settings().clientStorage,
): void {
  // region: token-store.drop
  const { device } = tools;
  for (const key of CLIENT_KEYS) {
    const name = nameIn(tools, place, key);
    const change = changeItem(device, place, APP_ORIGIN, name, null);
    if (change) recorder.note('drop', 'token-store.drop', change);
  }
  // endregion
}

/** The tabs of a browser share its storage, but each has variables of its own. */
function nameIn(
  { tab }: ClientTools,
  place: StorageName,
  key: ClientKey,
): string {
  return place === 'memory' && tab !== 1 ? `tab ${tab}: ${key}` : key;
}
