import type { ClientAction, ServerStep } from '#core/events.ts';

/** What somebody does with a hand on the browser: follows `The user`. */
export const HAND_CLAUSES = {
  'press-logout': 'presses “Log out”',
  'press-logout-everywhere': 'presses “Log out everywhere”',
  'change-email': 'asks for another e-mail address',
  'change-password': 'asks for another password',
  'end-sessions': 'asks to end all logins of somebody',
  'set-role': 'asks to give somebody a role',
  'disable-user': 'asks to disable somebody',
  'copy-credential': 'copies the credential',
  'edit-storage': 'changes a stored value by hand',
} as const satisfies Partial<Record<ClientAction, string>>;

/** What the browser does: follows `The browser`. */
export const ACTION_CLAUSES: Readonly<Record<Exclude<ClientAction, keyof typeof HAND_CLAUSES>, string>> = {
  'submit-login': 'submits the login form',
  'open-users': 'opens the list of users',
  'open-profile': 'opens the user’s own profile',
  'read-token': 'reads the token by script',
  'set-authorization': 'writes the Authorization header by script',
  'set-session-id': 'writes the session-id header by script',
  'attach-cookies': 'attaches the cookie by itself',
  'no-credential': 'has no credential to send',
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
