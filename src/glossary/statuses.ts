import type { OpenFamily } from './entry.ts';
import { rfc } from './sources.ts';

/** Status codes this server sends, and what each means here. */
export const STATUS_ENTRIES: OpenFamily = {
  '200': {
    term: '200 OK',
    says: 'Done; the body holds the result.',
    source: rfc(9110, '15.3.1'),
  },
  '204': {
    term: '204 No Content',
    says: 'Done; there is nothing to show.',
    source: rfc(9110, '15.3.5'),
  },
  '400': {
    term: '400 Bad Request',
    says: 'The request itself cannot be understood, such as a header of the wrong form. A refused refresh token also answers 400.',
    source: rfc(9110, '15.5.1'),
  },
  '401': {
    term: '401 Unauthorized',
    says: 'The server does not know who is asking: no credential, or one that no longer holds. Despite the name it is about who you are, not about what you may do.',
    source: rfc(9110, '15.5.2'),
  },
  '403': {
    term: '403 Forbidden',
    says: 'The server knows who is asking and still refuses. Logging in again would not help.',
    source: rfc(9110, '15.5.4'),
  },
  '404': {
    term: '404 Not Found',
    says: 'There is nothing at this address.',
    source: rfc(9110, '15.5.5'),
  },
  '405': {
    term: '405 Method Not Allowed',
    says: 'There is something at this address, but it cannot be asked this way. `Allow` says how.',
    source: rfc(9110, '15.5.6'),
  },
  '413': {
    term: '413 Content Too Large',
    says: 'The body is larger than the server is willing to read.',
    source: rfc(9110, '15.5.14'),
  },
  '415': {
    term: '415 Unsupported Media Type',
    says: 'The body is of a kind the server does not read here.',
    source: rfc(9110, '15.5.16'),
  },
  '429': {
    term: '429 Too Many Requests',
    says: 'Too many failed logins for this e-mail address. Even the right password has to wait now.',
    source: rfc(6585, '4'),
  },
  '500': {
    term: '500 Internal Server Error',
    says: 'The server’s own code failed. A bad token must never lead here.',
    source: rfc(9110, '15.6.1'),
  },
  '502': {
    term: '502 Bad Gateway',
    says: 'A balancer in front found no living server behind it.',
    source: rfc(9110, '15.6.3'),
  },
};

/** The codes in a failure’s body. */
export const ERROR_CODE_ENTRIES: OpenFamily = {
  not_found: { term: 'not_found', says: 'Nothing at this address.', source: rfc(9110, '15.5.5') },
  method_not_allowed: {
    term: 'method_not_allowed',
    says: 'The address is right, the method is not.',
    source: rfc(9110, '15.5.6'),
  },
  content_too_large: { term: 'content_too_large', says: 'The body is too large.', source: rfc(9110, '15.5.14') },
  unsupported_media_type: {
    term: 'unsupported_media_type',
    says: 'The body is of a kind not read here.',
    source: rfc(9110, '15.5.16'),
  },
  invalid_request: {
    term: 'invalid_request',
    says: 'A part is missing or of the wrong form, so there was nothing to check.',
    source: rfc(6750, '3.1'),
  },
  too_many_attempts: {
    term: 'too_many_attempts',
    says: 'Too many failed logins. `Retry-After` says when to try again.',
    source: rfc(6585, '4'),
  },
  invalid_credentials: {
    term: 'invalid_credentials',
    says: 'E-mail or password is wrong. It does not say which, so that nobody learns which addresses have an account.',
    source: rfc(9110, '15.5.2'),
  },
  unauthorized: { term: 'unauthorized', says: 'Not logged in.', source: rfc(9110, '15.5.2') },
  forbidden: { term: 'forbidden', says: 'Logged in, but not allowed.', source: rfc(9110, '15.5.4') },
  invalid_token: {
    term: 'invalid_token',
    says: 'The access token is expired, revoked, forged or otherwise no good. Which of these stays with the server.',
    source: rfc(6750, '3.1'),
  },
  internal_error: {
    term: 'internal_error',
    says: 'The server itself failed. What went wrong stands in its own log, not in the answer.',
    source: rfc(9110, '15.6.1'),
  },
  invalid_grant: {
    term: 'invalid_grant',
    says: 'The refresh token is expired, revoked, forged or meant for something else. The way out is a new login.',
    source: rfc(6749, '5.2'),
  },
};
