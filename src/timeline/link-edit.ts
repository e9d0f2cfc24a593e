import { DEVICES } from '#core/actors.ts';
import { unreachable } from '#core/events.ts';
import { EDITABLE_AREAS, type Intent, type IntentId, type Place, STATEMENT_LIMIT } from '#core/intents.ts';
import { DEMO_PASSWORDS } from '#core/people.ts';
import type { Settings } from '#core/settings.ts';
import { readSettingList, writeSettingList } from './link-settings.ts';
import { NOTHING, Words, writeText } from './link-words.ts';
import type { BranchEdit } from './state.ts';

/**
 * The grammar of edits in a link. Words are joined by dots, edits by commas; every kind has its fixed number of words, so that nothing
 * needs brackets:
 *
 *     c.<change>                     a change of the lesson
 *     i.<before or _>.<intent>       insert
 *     r.<intent>                     replace
 *     x.<intent id>                  remove
 *     <intent> = <id>.<kind>.<words of that kind>
 */
const SETTING_SEPARATOR = '~';
/** Most characters of a file's or a storage key's name. */
const NAME_LIMIT = 300;
const PERSONS = ['john', 'zoya'] as const;
const DEEPEST = 3;
const MOST_AT_ONCE = 8;

/** Stands for whatever wrong password was typed: what a person types as a secret never enters a link. */
export const TYPED_PASSWORD = 'another password';

export function writeEdit(edit: BranchEdit): string {
  switch (edit.kind) {
    case 'change':
      return `c.${edit.change}`;
    case 'insert':
      return ['i', edit.before ?? NOTHING, ...intentWords(edit.intent)].join('.');
    case 'replace':
      return ['r', ...intentWords(edit.intent)].join('.');
    case 'remove':
      return `x.${edit.intent}`;
  }
}

/** Null for what is not an edit. Never throws. */
export function readEdit(text: string): BranchEdit | null {
  const words = new Words(text.split('.'));
  const edit = editFrom(words);
  return edit && words.isEmpty ? edit : null;
}

function editFrom(words: Words): BranchEdit | null {
  switch (words.next()) {
    case 'c': {
      const change = words.name();
      return change === null ? null : { kind: 'change', change };
    }
    case 'i': {
      const before = words.nameOrNothing();
      const intent = before === undefined ? null : readIntent(words, 0);
      return before === undefined || !intent ? null : { kind: 'insert', before, intent };
    }
    case 'r': {
      const intent = readIntent(words, 0);
      return intent && { kind: 'replace', intent };
    }
    case 'x': {
      const intent = words.name();
      return intent === null ? null : { kind: 'remove', intent };
    }
    default:
      return null;
  }
}

function intentWords(intent: Intent): readonly string[] {
  const { id, kind } = intent;
  switch (kind) {
    case 'login':
      return [id, kind, placeWord(intent), intent.person, intent.password === undefined ? NOTHING : 'other'];
    case 'list-users':
    case 'refresh':
      return [id, kind, placeWord(intent), intent.credential ?? NOTHING];
    case 'logout':
      return [id, kind, placeWord(intent)];
    case 'copy-credential':
      return [id, kind, intent.device, intent.to];
    case 'wait':
      return [id, kind, String(intent.seconds)];
    case 'configure':
      return [id, kind, writeSettingList(intent.settings).replaceAll(',', SETTING_SEPARATOR) || NOTHING];
    case 'change-email':
      return [id, kind, placeWord(intent), writeText(intent.email)];
    case 'change-password':
      return [id, kind, placeWord(intent), passwordWord(intent.old), passwordWord(intent.password)];
    case 'logout-everywhere':
      return [id, kind, placeWord(intent)];
    case 'end-sessions':
    case 'disable':
      return [id, kind, placeWord(intent), intent.person];
    case 'set-role':
      return [id, kind, placeWord(intent), intent.person, intent.role];
    case 'sql':
      return [id, kind, writeText(intent.statement)];
    case 'restart-server':
      return [id, kind];
    case 'delete-file':
      return [id, kind, writeText(intent.file)];
    case 'reload':
    case 'close-tab':
      return [id, kind, placeWord(intent)];
    case 'close-browser':
      return [id, kind, intent.device];
    case 'edit-storage':
      return [id, kind, intent.device, intent.area, writeText(intent.key), writeText(intent.value)];
    case 'together':
      return [id, kind, String(intent.intents.length), ...intent.intents.flatMap(intentWords)];
    default:
      return unreachable(intent);
  }
}

/** Whose demo password it is; `other` for whatever was typed. */
function passwordWord(password: string): string {
  return PERSONS.find((person) => DEMO_PASSWORDS[person] === password) ?? 'other';
}

/** `laptop`, or `laptop-2` for its second tab. */
function placeWord({ device, tab }: Place): string {
  return tab === undefined ? device : `${device}-${tab}`;
}

function readIntent(words: Words, depth: number): Intent | null {
  const id = words.name();
  return id === null || depth > DEEPEST ? null : readKind(id, words, depth);
}

function readKind(id: IntentId, words: Words, depth: number): Intent | null {
  const kind = words.next();
  switch (kind) {
    case 'login': {
      const place = words.place();
      const person = words.oneOf(PERSONS);
      const password = words.oneOf([NOTHING, 'other'] as const);
      if (!place || !person || !password) return null;
      return { id, kind, ...place, person, ...(password === NOTHING ? {} : { password: TYPED_PASSWORD }) };
    }
    case 'list-users': {
      const place = words.place();
      const credential = words.oneOf([NOTHING, 'own', 'none', 'copied', 'edited'] as const);
      if (!place || !credential) return null;
      return { id, kind, ...place, ...(credential === NOTHING ? {} : { credential }) };
    }
    case 'refresh': {
      const place = words.place();
      const credential = words.oneOf([NOTHING, 'own', 'copied'] as const);
      if (!place || !credential) return null;
      return { id, kind, ...place, ...(credential === NOTHING ? {} : { credential }) };
    }
    case 'logout':
    case 'logout-everywhere': {
      const place = words.place();
      return place && { id, kind, ...place };
    }
    case 'copy-credential': {
      const device = words.oneOf(DEVICES);
      const to = words.oneOf(DEVICES);
      return device && to && { id, kind, device, to };
    }
    case 'wait': {
      const seconds = words.number(1_000_000_000);
      return seconds === null ? null : { id, kind, seconds };
    }
    case 'configure': {
      const settings = readSettingsWord(words.next() ?? '');
      return settings && { id, kind, settings };
    }
    case 'change-email': {
      const place = words.place();
      const email = words.text(NAME_LIMIT);
      return place && email !== null ? { id, kind, ...place, email } : null;
    }
    case 'change-password': {
      const place = words.place();
      const old = readPassword(words);
      const password = readPassword(words);
      return place && old !== null && password !== null ? { id, kind, ...place, old, password } : null;
    }
    case 'end-sessions':
    case 'disable': {
      const place = words.place();
      const person = words.oneOf(PERSONS);
      return place && person && { id, kind, ...place, person };
    }
    case 'set-role': {
      const place = words.place();
      const person = words.oneOf(PERSONS);
      const role = words.oneOf(['admin', 'member'] as const);
      return place && person && role && { id, kind, ...place, person, role };
    }
    case 'sql': {
      const statement = words.text(STATEMENT_LIMIT);
      return statement === null ? null : { id, kind, statement };
    }
    case 'restart-server':
      return { id, kind };
    case 'delete-file': {
      const file = words.text(NAME_LIMIT);
      return file === null ? null : { id, kind, file };
    }
    case 'reload':
    case 'close-tab': {
      const place = words.place();
      return place && { id, kind, ...place };
    }
    case 'close-browser': {
      const device = words.oneOf(DEVICES);
      return device && { id, kind, device };
    }
    case 'edit-storage': {
      const device = words.oneOf(DEVICES);
      const area = words.oneOf(EDITABLE_AREAS);
      const key = words.text(NAME_LIMIT);
      const value = words.textOrNothing(STATEMENT_LIMIT);
      return device && area && key !== null && value !== undefined ? { id, kind, device, area, key, value } : null;
    }
    case 'together': {
      const count = words.number(MOST_AT_ONCE) ?? 0;
      const intents = Array.from({ length: count }, () => readIntent(words, depth + 1));
      return count > 0 && intents.every((intent) => intent !== null) ? { id, kind, intents } : null;
    }
    default:
      return null;
  }
}

function readPassword(words: Words): string | null {
  const word = words.oneOf([...PERSONS, 'other'] as const);
  if (word === null) return null;
  return word === 'other' ? TYPED_PASSWORD : DEMO_PASSWORDS[word];
}

/** `denylist:on~leeway:60`: commas part edits. */
function readSettingsWord(word: string): Partial<Settings> | null {
  if (word === NOTHING) return {};
  const reading = readSettingList(word.replaceAll(SETTING_SEPARATOR, ','), 'ls');
  return reading.ok ? reading.settings : null;
}
