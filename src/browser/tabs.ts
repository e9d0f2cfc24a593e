import type { ChangeFact } from '#core/events.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import type { OpenExchange } from './client.ts';
import { changeItem, changeJar, type DeviceCell } from './device.ts';
import { action } from './facts.ts';
import type { StorageName } from './storage.ts';

/** A tab of a device's browser; null: all of them, and the browser itself. */
type Tab = 1 | 2 | null;

/** The page is loaded anew: its script starts from nothing. */
export function reloadPage(
  cell: DeviceCell,
  tab: 1 | 2,
  { recorder }: OpenExchange,
): void {
  // region: tabs.reload
  const fact = action('reload-page', nameOf(tab));
  recorder.note('act', 'tabs.reload', fact);
  for (const change of forget(cell, 'memory', tab))
    recorder.note('drop', 'tabs.reload', change);
  // endregion
}

/** sessionStorage is the tab's own, and goes with it (HTML, "The sessionStorage getter"). */
export function closeTab(
  cell: DeviceCell,
  tab: 1 | 2,
  { recorder }: OpenExchange,
): void {
  // region: tabs.close
  const fact = action('close-tab', nameOf(tab));
  recorder.note('act', 'tabs.close', fact);
  for (const area of ['memory', 'sessionStorage'] as const)
    for (const change of forget(cell, area, tab))
      recorder.note('drop', 'tabs.close', change);
  // endregion
}

/** A cookie that says no end lives until now (RFC 6265bis §5.7 step 6). */
export function closeBrowser(
  cell: DeviceCell,
  { recorder }: OpenExchange,
): void {
  // region: tabs.close-browser
  const fact = action('close-browser');
  recorder.note('act', 'tabs.close-browser', fact);
  for (const area of ['memory', 'sessionStorage'] as const)
    for (const change of forget(cell, area, null))
      recorder.note('drop', 'tabs.close-browser', change);
  const { jar } = cell.get();
  const lasting = jar.filter(({ expires }) => expires !== null);
  if (lasting.length < jar.length)
    for (const change of changeJar(cell, lasting))
      recorder.note('drop', 'tabs.close-browser', change);
  // endregion
}

/** The first tab needs no name while it is the only one. */
function nameOf(tab: 1 | 2): string | null {
  return tab === 1 ? null : `tab ${tab}`;
}

function forget(
  cell: DeviceCell,
  area: Exclude<StorageName, 'localStorage'>,
  tab: Tab,
): readonly ChangeFact[] {
  const keys = Object.keys(cell.get()[area][APP_ORIGIN] ?? {});
  return keys
    .filter((key) => tab === null || tabOf(key) === tab)
    .flatMap((key) => changeItem(cell, area, APP_ORIGIN, key, null) ?? []);
}

/** The variables of the second tab stand under names of their own: `tab 2: access_token`. */
function tabOf(key: string): 1 | 2 {
  return key.startsWith('tab 2: ') ? 2 : 1;
}
