import type { ClientAction, ServerStep } from '#core/events.ts';

/** What the browser (or its person) does: follows `The browser`. */
export const ACTION_CLAUSES: Readonly<Record<ClientAction, string>> = {
  'submit-login': 'submits the login form',
  'open-users': 'opens the list of users',
  'open-profile': 'opens the user’s own profile',
  'press-logout': 'is asked to log out',
  'press-logout-everywhere': 'is asked to log out everywhere',
  'change-email': 'is asked to change the e-mail address',
  'change-password': 'is asked to change the password',
  'end-sessions': 'is asked to end all logins of a user',
  'set-role': 'is asked to give a user a role',
  'disable-user': 'is asked to disable a user',
  'read-token': 'reads the token by script',
  'set-authorization': 'writes the Authorization header by script',
  'set-session-id': 'writes the session-id header by script',
  'attach-cookies': 'attaches the cookie by itself',
  'no-credential': 'has no credential to send',
  'copy-credential': 'lets somebody at its keyboard copy the credential',
  'replay-credential': 'uses the copied credential',
  'edit-credential': 'sends an edited credential',
  'start-refresh': 'starts a refresh',
  'refresh-ahead': 'starts a refresh before the token expires',
  'await-refresh': 'waits for the refresh under way',
  'retry-with-current': 'takes the current token for another try',
  'give-up': 'gives up and logs out',
  'reload-page': 'loads the page anew',
  'close-tab': 'closes the tab',
  'close-browser': 'is closed, with all its tabs',
  'edit-storage': 'lets its person change a stored value by hand',
};

/** What the server does: follows `The server`. */
export const STEP_CLAUSES: Readonly<Record<ServerStep, string>> = {
  route: 'picks the code for this route',
  'parse-body': 'reads the body',
  'parse-credential': 'looks for the credential in the request',
  'check-claims': 'checks the claims',
  'check-lifetime': 'checks how old the session is',
  'new-session-id': 'makes a new session id',
  'take-joined-user': 'has the user already: the JOIN brought it along',
  'build-claims': 'writes the claims',
  'build-answer': 'builds the answer',
};
