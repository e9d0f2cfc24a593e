import { isTheme, type Theme } from '#kit/theme.ts';

/** Set by `preferences.ts` alone; nothing that was pasted or typed is ever among it. */
const KEY = 'claimcheck';

export interface Preferences {
  readonly theme: Theme;
  readonly keysOn: boolean;
  readonly betsOn: boolean;
  /** The fragment of the last step seen: `#/flows/…`. */
  readonly last: string | null;
}

const DEFAULTS: Preferences = { theme: 'system', keysOn: true, betsOn: true, last: null };

/** What was kept at an earlier visit; the defaults where storage is blocked, empty or makes no sense. */
export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return DEFAULTS;
    const { theme, keysOn, betsOn, last } = kept as Record<string, unknown>;
    return {
      theme: isTheme(theme) ? theme : DEFAULTS.theme,
      keysOn: typeof keysOn === 'boolean' ? keysOn : DEFAULTS.keysOn,
      betsOn: typeof betsOn === 'boolean' ? betsOn : DEFAULTS.betsOn,
      last: typeof last === 'string' && last.startsWith('#/flows/') ? last : DEFAULTS.last,
    };
  } catch {
    return DEFAULTS;
  }
}

/** False where the browser keeps nothing: storage is full or blocked. The app goes on without. */
export function keepPreferences(change: Partial<Preferences>): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
    return true;
  } catch {
    return false;
  }
}
