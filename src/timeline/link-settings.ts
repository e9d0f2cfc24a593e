import { SETTING_SPECS } from '#core/setting-specs.ts';
import { readSetting, writeSetting } from '#core/setting-text.ts';
import type { Settings } from '#core/settings.ts';
import type { LinkProblem } from './link-problems.ts';

export type SettingsReading =
  | { readonly ok: true; readonly settings: Partial<Settings> }
  | { readonly ok: false; readonly problem: LinkProblem };

/** `denylist:on,leeway:60`, empty for none. */
export function writeSettingList(settings: Partial<Settings>): string {
  const pairs = SETTING_SPECS.flatMap(({ id, option }) => {
    const value = settings[id];
    return value === undefined ? [] : [`${option}:${writeSetting(value)}`];
  });
  return pairs.join(',');
}

/** The inverse; nothing at all is an empty list. */
export function readSettingList(text: string | undefined, part: 'ls' | 'rs'): SettingsReading {
  let settings: Partial<Settings> = {};
  for (const pair of text === undefined ? [] : text.split(',')) {
    const colon = pair.indexOf(':');
    const reading = readSetting(colon < 0 ? pair : pair.slice(0, colon), colon < 0 ? '' : pair.slice(colon + 1));
    if (!reading.ok) {
      const { problem } = reading;
      return {
        ok: false,
        problem:
          problem.code === 'unknown-setting'
            ? { code: 'unknown-setting', part, value: problem.name }
            : { code: 'bad-setting', part, value: pair, allowed: problem.allowed },
      };
    }
    settings = { ...settings, ...reading.patch };
  }
  return { ok: true, settings };
}
