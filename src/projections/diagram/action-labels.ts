import type { ClientAction, ServerStep } from '#core/events.ts';

/** What a client does, as the diagram says it: at most 26 characters. */
export const ACTION_LABELS: Readonly<Record<ClientAction, string>> = {
  'submit-login': 'submit the login form',
  'open-users': 'open the user list',
  'open-profile': 'open the profile',
  'press-logout': 'press “Log out”',
  'press-logout-everywhere': 'press “Log out everywhere”',
  'change-email': 'change the e-mail',
  'change-password': 'change the password',
  'end-sessions': 'end somebody’s logins',
  'set-role': 'give a role',
  'disable-user': 'disable somebody',
  'read-token': 'read the token',
  'set-authorization': 'write Authorization',
  'set-session-id': 'write session-id',
  'attach-cookies': 'attach the cookie',
  'no-credential': 'nothing to show',
  'copy-credential': 'copy the credential',
  'replay-credential': 'use the copy',
  'edit-credential': 'edit the credential',
  'start-refresh': 'start a refresh',
  'refresh-ahead': 'refresh before the end',
  'await-refresh': 'wait for the refresh',
  'retry-with-current': 'use the current token',
  'give-up': 'give up',
  'reload-page': 'reload the page',
  'close-tab': 'close the tab',
  'close-browser': 'close the browser',
  'edit-storage': 'edit it by hand',
};

/** The same for a server. */
export const STEP_LABELS: Readonly<Record<ServerStep, string>> = {
  route: 'pick the route',
  'parse-body': 'read the body',
  'parse-credential': 'find the credential',
  'check-claims': 'check the claims',
  'check-lifetime': 'check the lifetime',
  'new-session-id': 'make a new session id',
  'take-joined-user': 'use the joined row',
  'build-claims': 'write the claims',
  'build-answer': 'build the answer',
};
