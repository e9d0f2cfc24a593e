import { isJsonObject } from '#core/json.ts';
import { isTheme, type Theme } from '#kit/theme.ts';

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

/** What an earlier visit kept under that key. Nothing that was pasted or typed is ever kept. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Blocked: the browser keeps nothing for this page.
    return null;
  }
}

/** Keeps a text for the next visit, where the browser lets it. */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full or blocked, which was said when the page was opened: the app goes on without.
  }
}
