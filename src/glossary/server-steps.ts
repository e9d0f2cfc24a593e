import type { ServerStep } from '#core/events.ts';
import type { Entry } from './entry.ts';
import { asvs, OURS, owasp, rfc } from './sources.ts';

/** What a server does that is neither a store access nor cryptography. */
export const SERVER_STEP_ENTRIES: Readonly<Record<ServerStep, Entry>> = {
  route: {
    term: 'Route',
    says: 'Method and path pick the code that will answer. An unknown path is a 404, a wrong method a 405.',
    source: rfc(9110, '7.4'),
  },
  'parse-body': {
    term: 'Read the body',
    says: 'The bytes of the request become fields. What cannot be read is refused before anything is looked up.',
    source: rfc(9110, '15.5.1'),
  },
  'parse-credential': {
    term: 'Find the credential',
    says: 'The server looks for the session id in `Cookie`, or for the token after `Bearer` in `Authorization`. Its form is checked before its meaning.',
    source: rfc(6750, '2.1'),
  },
  'check-claims': {
    term: 'Check the claims',
    says: 'With the signature verified, the server compares what the token says with what it expects: type, issuer, audience, times.',
    source: rfc(7519, '7.2'),
  },
  'check-lifetime': {
    term: 'Check the lifetime',
    says: 'The server compares the clock with the session’s two limits: how long it was unused, and how long ago the login was.',
    source: asvs('7.3'),
  },
  'new-session-id': {
    term: 'New session id',
    says: 'Every login gets a fresh number, even when the request brought one along: an id planted before the login must not become a logged-in one.',
    source: asvs('7.2.4'),
  },
  'take-joined-user': {
    term: 'Use the joined row',
    says: 'The statement that found the session has read the user in the same breath, as they are at this moment. Nothing is left to read.',
    source: OURS,
  },
  'build-claims': {
    term: 'Write the claims',
    says: 'The server writes down what the token will state: who, which role, for whom, until when. What is true now is frozen into it.',
    source: rfc(7519, '4'),
  },
  'build-answer': {
    term: 'Write the answer',
    says: 'Status, header fields and body are put together. Failures look alike on purpose, so that they teach an attacker nothing.',
    source: owasp('Authentication', 'Authentication and Error Messages'),
  },
};
