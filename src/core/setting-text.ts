import { SETTING_SPECS, type SettingSpec } from './setting-specs.ts';
import type { SettingId, Settings } from './settings.ts';

/** Why a `name=value` pair was refused. */
export type SettingProblem =
  | { readonly code: 'unknown-setting'; readonly name: string }
  | {
      readonly code: 'bad-value';
      readonly name: string;
      readonly value: string;
      readonly allowed: string;
    };

export type SettingReading =
  | { readonly ok: true; readonly patch: Partial<Settings> }
  | { readonly ok: false; readonly problem: SettingProblem };

/** What a setting accepts, in words a person can follow. */
export function allowedValues(spec: SettingSpec): string {
  switch (spec.kind) {
    case 'switch':
      return 'on or off';
    case 'seconds':
      return `whole seconds from ${spec.min} to ${spec.max}`;
    case 'choice':
      return spec.choices.join(', ');
  }
}

/** Reads one pair as the command line and links write it (`denylist`, `on`). */
export function readSetting(name: string, value: string): SettingReading {
  const spec = SETTING_SPECS.find(({ option, id }) => option === name || id === name);
  if (!spec) return { ok: false, problem: { code: 'unknown-setting', name } };
  const read = readValue(spec, value);
  if (read === null) {
    return { ok: false, problem: { code: 'bad-value', name, value, allowed: allowedValues(spec) } };
  }
  return { ok: true, patch: { [spec.id]: read } };
}

/** The inverse of `readSetting`: the value as the command line and links write it. */
export function writeSetting(value: Settings[SettingId]): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

function readValue(spec: SettingSpec, value: string): boolean | number | string | null {
  switch (spec.kind) {
    case 'switch':
      return value === 'on' ? true : value === 'off' ? false : null;
    case 'seconds': {
      if (!/^\d{1,9}$/.test(value)) return null;
      const seconds = Number(value);
      return seconds >= spec.min && seconds <= spec.max ? seconds : null;
    }
    case 'choice':
      return spec.choices.includes(value) ? value : null;
  }
}
