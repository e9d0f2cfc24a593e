import { isTheme, type Theme } from '#kit/theme.ts';
import { readSaved, type Saved, writeSaved } from '#timeline/saved.ts';

/** The only keys the app keeps in the browser. Nothing that was pasted or typed is ever under them. */
const PREFERENCES_KEY = 'claimcheck.preferences';
const SAVED_KEY = 'claimcheck.last-visit';

export interface Preferences {
  readonly theme: Theme;
  /** Whether single keys work anywhere on the page. */
  readonly keysOn: boolean;
}

const DEFAULTS: Preferences = { theme: 'system', keysOn: true };

/** What was chosen at an earlier visit; the defaults where storage is blocked, empty or makes no sense. */
export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(read(PREFERENCES_KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return DEFAULTS;
    const { theme, keysOn } = kept as Record<string, unknown>;
    return {
      theme: isTheme(theme) ? theme : DEFAULTS.theme,
      keysOn: typeof keysOn === 'boolean' ? keysOn : DEFAULTS.keysOn,
    };
  } catch {
    return DEFAULTS;
  }
}

export function keepPreferences(change: Partial<Preferences>): void {
  write(PREFERENCES_KEY, JSON.stringify({ ...readPreferences(), ...change }));
}

/** Where the reader was, and what was bet; null at a first visit. */
export function readLastVisit(): Saved | null {
  return readSaved(read(SAVED_KEY));
}

export function keepLastVisit(saved: Saved): void {
  write(SAVED_KEY, writeSaved(saved));
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Blocked: the browser keeps nothing for this page.
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full or blocked: the app goes on without, and the next visit starts at lesson 1.
  }
}
