import { DEVICE_PHRASES } from '#core/actors.ts';
import type { Comparison } from '#core/align.ts';
import {
  type CredentialChoice,
  type Intent,
  type IntentId,
  intentWith,
  type PersonId,
  type Place,
  type Role,
} from '#core/intents.ts';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { SCHEME_TEXTS } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import { durationText } from './durations.ts';
import { settingValue } from './setting-words.ts';
import { entryName } from '../entries.ts';
import { fit, fitStart, shortenValues } from './shorten.ts';

const THE_USERS = 'the users';

/** What a person does there: `Log in on John’s laptop`. Null for what neither run is asked to do. */
export function headingIn(comparison: Comparison, id: IntentId): string | null {
  const intent = intentIn(comparison, id);
  return intent ? headingOf(intent, askedFor(comparison)) : null;
}

/** What a page behind the login is asked for: some front ends ask for the list of users, others for the profile. */
function askedFor({ left, right }: Comparison): string {
  const [first, second] = [left, right].map(({ spec }) => (SCHEME_TEXTS[spec.scheme].sql ? 'the profile' : THE_USERS));
  return first !== undefined && first === second ? first : 'protected data';
}

/** What either run is asked to do under that name, the left one’s where the two differ. */
export function intentIn({ left, right }: Comparison, id: IntentId): Intent | undefined {
  return intentWith(left.spec, id) ?? intentWith(right.spec, id);
}

/** @param asked what a protected request is for. */
export function headingOf(intent: Intent, asked = THE_USERS): string {
  switch (intent.kind) {
    case 'login':
      return `Log in${loginWords(intent.person, intent.password)} ${on(intent)}`;
    case 'list-users':
      return `Ask for ${asked}${CHOICE_WORDS[intent.credential ?? 'own']} ${on(intent)}`;
    case 'refresh':
      return `Refresh the token${CHOICE_WORDS[intent.credential ?? 'own']} ${on(intent)}`;
    case 'logout':
      return `Log out ${on(intent)}`;
    case 'change-email':
      return `Change the e-mail to ${fit(intent.email, 40)} ${on(intent)}`;
    case 'change-password':
      return `Change the password ${on(intent)}`;
    case 'logout-everywhere':
      return `Log out everywhere, ${on(intent)}`;
    case 'end-sessions':
      return `End all logins of ${PERSON_NAMES[intent.person]} ${on(intent)}`;
    case 'set-role':
      return `Make ${PERSON_NAMES[intent.person]} ${ROLE_WORDS[intent.role]} ${on(intent)}`;
    case 'disable':
      return `Disable ${PERSON_NAMES[intent.person]} ${on(intent)}`;
    case 'copy-credential':
      return `Copy the credential from ${DEVICE_PHRASES[intent.device]} to ${DEVICE_PHRASES[intent.to]}`;
    case 'wait':
      return passText(intent.seconds);
    case 'configure':
      return `Set ${settingsText(intent.settings)}`;
    case 'sql':
      return `Run SQL at the console: ${fitStart(oneLine(intent.statement), 40)}`;
    case 'restart-server':
      return 'Restart the server';
    case 'delete-file':
      return intent.file === 'all' ? 'Delete every session file' : `Delete the file ${shortenValues(intent.file)}`;
    case 'reload':
      return `Reload the page ${on(intent)}`;
    case 'close-tab':
      return `Close the tab ${on(intent)}`;
    case 'close-browser':
      return `Close the browser ${on(intent)}`;
    case 'edit-storage':
      return `${intent.value === null ? 'Remove' : 'Edit'} ${entryName(intent.area, intent.key)} by hand ${on(intent)}`;
    case 'together':
      return 'At the same time';
  }
}

const PERSON_NAMES: Readonly<Record<PersonId, string>> = { john: 'John', zoya: 'Zoya' };

const ROLE_WORDS: Readonly<Record<Role, string>> = { admin: 'an admin', member: 'a member' };

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

const CHOICE_WORDS: Readonly<Record<CredentialChoice, string>> = {
  own: '',
  none: ' without a credential',
  copied: ' with the copied credential',
  edited: ' with an edited credential',
};

function loginWords(person: PersonId, password: string | undefined): string {
  const who = person === 'john' ? '' : ' as Zoya';
  return password === undefined ? who : `${who} with another password`;
}

function on({ device, tab }: Place): string {
  return tab === undefined ? `on ${DEVICE_PHRASES[device]}` : `on ${DEVICE_PHRASES[device]}, tab ${tab}`;
}

/** `55 minutes pass`, `1 hour passes`. */
export function passText(seconds: number): string {
  const duration = durationText(seconds);
  return `${duration} ${/^1 \w+$/.test(duration) ? 'passes' : 'pass'}`;
}

/** `denylist: on, leeway: 60`: as the settings panel names them. */
export function settingsText(settings: Partial<Settings>): string {
  const named = SETTING_SPECS.flatMap(({ id, label }) => {
    const value = settings[id];
    return value === undefined ? [] : [`${label.toLowerCase()}: ${settingValue(id, value)}`];
  });
  return named.join(', ');
}
