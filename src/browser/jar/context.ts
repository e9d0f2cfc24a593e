/**
 * Who asks, and how: what the rules need to know of a request, or of a script
 * that touches `document.cookie`.
 */
export interface CookieContext {
  /** Absolute: where the request goes, or the page the script runs in. */
  readonly url: string;
  readonly method: string;
  /**
   * The origin of the page that asks; null where a person types the address or
   * opens a bookmark.
   */
  readonly initiator: string | null;
  /** The request replaces the page the tab shows. */
  readonly topLevelNavigation: boolean;
  /** `script` is `document.cookie`, the draft's "non-HTTP" API. */
  readonly api: 'http' | 'script';
  /** Unix seconds of the virtual clock. */
  readonly now: number;
}
