import { refusal } from '#auth/verdict.ts';

/** A credential that is good, of somebody who is no longer there (RFC 6749 §5.2). */
export const NOBODY = {
  ok: false,
  refusal: refusal(
    'token-subject-unknown',
    [{ document: 'RFC 6749', section: '5.2' }],
    'sub',
  ),
} as const;
