import type { ClientAction, ServerStep } from '#core/events.ts';

interface ActWords {
  /** For the diagram, ≤ 26 characters. */
  readonly label: string;
  /** What the browser (or its person) does: follows `The browser`. */
  readonly does: string;
}

export const ACTION_WORDS: Readonly<Record<ClientAction, ActWords>> = {
  'submit-login': { label: 'submit the login form', does: 'submits the login form' },
  'open-users': { label: 'open the user list', does: 'opens the list of users' },
  'open-profile': { label: 'open the profile', does: 'opens the user’s own profile' },
  'press-logout': { label: 'press “Log out”', does: 'is asked to log out' },
  'read-token': { label: 'read the token', does: 'reads the token by script' },
  'set-authorization': { label: 'write Authorization', does: 'writes the Authorization header by script' },
  'set-session-id': { label: 'write session-id', does: 'writes the session-id header by script' },
  'attach-cookies': { label: 'attach the cookie', does: 'attaches the cookie by itself' },
  'no-credential': { label: 'nothing to show', does: 'has no credential to send' },
  'copy-credential': { label: 'copy the credential', does: 'lets somebody at its keyboard copy the credential' },
  'replay-credential': { label: 'use the copy', does: 'uses the copied credential' },
  'edit-credential': { label: 'edit the credential', does: 'sends an edited credential' },
  'start-refresh': { label: 'start a refresh', does: 'starts a refresh' },
  'refresh-ahead': { label: 'refresh before the end', does: 'starts a refresh before the token expires' },
  'await-refresh': { label: 'wait for the refresh', does: 'waits for the refresh under way' },
  'retry-with-current': { label: 'use the current token', does: 'takes the current token for another try' },
  'give-up': { label: 'give up', does: 'gives up and logs out' },
};

/** What the server does: follows `The server`. */
export const STEP_WORDS: Readonly<Record<ServerStep, ActWords>> = {
  route: { label: 'pick the route', does: 'picks the code for this route' },
  'parse-body': { label: 'read the body', does: 'reads the body' },
  'parse-credential': { label: 'find the credential', does: 'looks for the credential in the request' },
  'check-claims': { label: 'check the claims', does: 'checks the claims' },
  'check-lifetime': { label: 'check the lifetime', does: 'checks how old the session is' },
  'new-session-id': { label: 'make a new session id', does: 'makes a new session id' },
  'take-joined-user': { label: 'use the joined row', does: 'has the user already: the JOIN brought it along' },
  'build-claims': { label: 'write the claims', does: 'writes the claims' },
  'build-answer': { label: 'build the answer', does: 'builds the answer' },
};
