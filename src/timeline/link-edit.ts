import { DEVICES } from '#core/actors.ts';
import { unreachable } from '#core/events.ts';
import type { Intent, IntentId, Place } from '#core/intents.ts';
import type { Settings } from '#core/settings.ts';
import { readSettingList, writeSettingList } from './link-settings.ts';
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
const NAME = /^[A-Za-z0-9-]{1,64}$/;
const NOTHING = '_';
const SETTING_SEPARATOR = '~';
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
    case 'together':
      return [id, kind, String(intent.intents.length), ...intent.intents.flatMap(intentWords)];
    default:
      return unreachable(intent);
  }
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
      const person = words.oneOf(['john', 'zoya'] as const);
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
    case 'logout': {
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
    case 'together': {
      const count = words.number(MOST_AT_ONCE) ?? 0;
      const intents = Array.from({ length: count }, () => readIntent(words, depth + 1));
      return count > 0 && intents.every((intent) => intent !== null) ? { id, kind, intents } : null;
    }
    default:
      return null;
  }
}

/** `denylist:on~leeway:60`: commas part edits. */
function readSettingsWord(word: string): Partial<Settings> | null {
  if (word === NOTHING) return {};
  const reading = readSettingList(word.replaceAll(SETTING_SEPARATOR, ','), 'ls');
  return reading.ok ? reading.settings : null;
}

/** The words of one edit, read from the front. */
class Words {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isEmpty(): boolean {
    return this.#at === this.#words.length;
  }

  next(): string | undefined {
    this.#at += 1;
    return this.#words[this.#at - 1];
  }

  name(): string | null {
    const word = this.next() ?? '';
    return NAME.test(word) ? word : null;
  }

  /** Undefined when it is neither. */
  nameOrNothing(): string | null | undefined {
    const word = this.next() ?? '';
    if (word === NOTHING) return null;
    return NAME.test(word) ? word : undefined;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice | null {
    const word = this.next();
    return choices.find((choice) => choice === word) ?? null;
  }

  place(): Place | null {
    const [name, tab] = /^(.*?)(-2)?$/s.exec(this.next() ?? '')?.slice(1) ?? [];
    const device = DEVICES.find((id) => id === name);
    if (!device) return null;
    return tab === undefined ? { device } : { device, tab: 2 };
  }

  number(max: number): number | null {
    const word = this.next() ?? '';
    return /^(0|[1-9]\d{0,9})$/.test(word) && Number(word) <= max ? Number(word) : null;
  }
}
