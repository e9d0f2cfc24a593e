import { isJsonObject } from '#core/json.ts';
import { isTheme, type Theme } from '#kit/theme.ts';
import { keep, readKept } from './kept.ts';

const KEY = 'claimcheck.preferences';

export interface Preferences {
  readonly theme: Theme;
  /** Whether single keys work anywhere on the page. */
  readonly keysOn: boolean;
}

const DEFAULTS: Preferences = { theme: 'system', keysOn: true };

/** What was chosen at an earlier visit; the defaults where storage is blocked, empty or makes no sense. */
export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(readKept(KEY) ?? 'null');
    const { theme, keysOn } = isJsonObject(kept) ? kept : {};
    return {
      theme: isTheme(theme) ? theme : DEFAULTS.theme,
      keysOn: typeof keysOn === 'boolean' ? keysOn : DEFAULTS.keysOn,
    };
  } catch {
    return DEFAULTS;
  }
}

export function keepPreferences(change: Partial<Preferences>): void {
  keep(KEY, JSON.stringify({ ...readPreferences(), ...change }));
}
