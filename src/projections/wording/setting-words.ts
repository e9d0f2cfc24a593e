import { SETTING_SPECS } from '#core/setting-specs.ts';
import { writeSetting } from '#core/setting-text.ts';
import type { SettingId, Settings } from '#core/settings.ts';
import { shortDuration } from './durations.ts';

/** A value as a person reads it: `on`, `RS256`, `1 h 30 min`. */
export function settingValue(id: SettingId, value: Settings[SettingId]): string {
  const isTime = SETTING_SPECS.find((spec) => spec.id === id)?.kind === 'seconds';
  return isTime && typeof value === 'number' ? shortDuration(value) : writeSetting(value);
}

/** A setting inside a name or a sentence: `denylist on`, `access token lifetime 1 h`. */
export function settingWords(id: SettingId, value: Settings[SettingId]): string {
  const label = SETTING_SPECS.find((spec) => spec.id === id)?.label ?? id;
  return `${label.charAt(0).toLowerCase()}${label.slice(1)} ${settingValue(id, value)}`;
}
