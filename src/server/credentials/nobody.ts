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

/** The same of somebody who may no longer log in. */
export const DISABLED = {
  ok: false,
  refusal: refusal(
    'user-disabled',
    [{ document: 'ASVS 5.0', section: '7.4.2' }],
    'sub',
  ),
} as const;
