import { useEffect } from 'react';
import type { Bench } from '../bench.ts';
import { decodeTokenLink } from './token-link.ts';

/**
 * Opens a token that came with the address, and takes it out of the address: it must not stay there to be seen, copied or remembered by
 * the browser's history.
 */
export function useTokenLink(bench: Bench): void {
  useEffect(() => {
    const open = (): void => {
      const link = decodeTokenLink(location.hash);
      if (!link) return;
      history.replaceState(history.state, '', '#/token');
      bench.paste(link.text, { says: link.isRedacted ? REDACTED : OPENED });
    };
    open();
    globalThis.addEventListener('hashchange', open);
    return () => globalThis.removeEventListener('hashchange', open);
  }, [bench]);
}

const OPENED =
  'Opened from a link. It has been taken out of the address again, so that it does not stay in the history.';
const REDACTED = 'Opened from a link that was made without the signature: it can be read, but not verified.';
