/*
 * What the browser keeps for this page from visit to visit. No token that was pasted and no password is ever among it.
 */

/** What an earlier visit kept under that key. */
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

/** Whether the browser would keep anything for this page, and if not, why: it is forbidden, or there is no room. */
export function whyNothingIsKept(): 'blocked' | 'full' | null {
  const probe = 'claimcheck.probe';
  try {
    localStorage.setItem(probe, 'x'.repeat(1_000));
    localStorage.removeItem(probe);
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
  }
}
