import type { Reason } from '#core/reasons.ts';
import type { Entry } from './entry.ts';
import { COOKIE_REASON_ENTRIES } from './reasons-cookie.ts';
import { REFRESH_REASON_ENTRIES } from './reasons-refresh.ts';
import { REQUEST_REASON_ENTRIES } from './reasons-request.ts';
import { SESSION_REASON_ENTRIES } from './reasons-session.ts';
import { TOKEN_REASON_ENTRIES } from './reasons-token.ts';

/** Why something was accepted or refused. */
export const REASON_ENTRIES: Readonly<Record<Reason, Entry>> = {
  ...REQUEST_REASON_ENTRIES,
  ...SESSION_REASON_ENTRIES,
  ...TOKEN_REASON_ENTRIES,
  ...REFRESH_REASON_ENTRIES,
  ...COOKIE_REASON_ENTRIES,
};
