import type { CarriedCredential } from '#core/events.ts';
import type { Intent, IntentId } from '#core/intents.ts';
import { SCHEMES, type SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { Prose } from './lesson.ts';

/** What a table says of one credential at one moment. */
interface ExpiryClaim {
  readonly form: CarriedCredential['form'];
  /** Which of its form, from 1. */
  readonly number: number;
  readonly is: 'valid' | 'over';
}

export interface ExpiryMoment {
  /** Seconds since the login. */
  readonly at: number;
  readonly said: Prose;
  /** What is done then, besides letting time pass until then; null for nothing. */
  readonly does: 'login' | 'ask' | null;
  readonly claims: readonly ExpiryClaim[];
}

/** The life of a login as a table of moments. */
export interface ExpiryTable {
  readonly scheme: SchemeId;
  /** Whether the source documents have it; the others are made after their pattern. */
  readonly isSource: boolean;
  readonly settings: Partial<Settings>;
  readonly moments: readonly ExpiryMoment[];
}

const MINUTE = 60;
const HOUR = 3_600;

const session = (is: 'valid' | 'over'): readonly ExpiryClaim[] => [{ form: 'session-id', number: 1, is }];
const access = (number: number, is: 'valid' | 'over'): ExpiryClaim => ({ form: 'access-token', number, is });
const refresh = (number: number, is: 'valid' | 'over'): ExpiryClaim => ({ form: 'refresh-token', number, is });

const TABLES: Readonly<Record<SchemeId, ExpiryTable>> = {
  'php-session': {
    scheme: 'php-session',
    isSource: true,
    settings: { idle: 90 * MINUTE, absolute: 12 * HOUR },
    moments: [
      { at: 0, said: 'Login: the session begins', does: 'login', claims: session('valid') },
      { at: HOUR, said: 'Used: the idle clock starts anew', does: 'ask', claims: session('valid') },
      { at: 2 * HOUR, said: 'Not used, and still there', does: null, claims: session('valid') },
      { at: 2.5 * HOUR, said: 'Gone: unused for an hour and a half', does: 'ask', claims: session('over') },
    ],
  },
  jwt: {
    scheme: 'jwt',
    isSource: true,
    settings: { accessLifetime: HOUR, refreshLifetime: 168 * HOUR, leeway: 0, refreshAhead: true },
    moments: [
      { at: 0, said: 'Login: both tokens', does: 'login', claims: [access(1, 'valid'), refresh(1, 'valid')] },
      { at: 30 * MINUTE, said: 'The access token is used', does: 'ask', claims: [access(1, 'valid')] },
      {
        at: 55 * MINUTE,
        said: 'The client refreshes, five minutes ahead',
        does: 'ask',
        claims: [access(1, 'valid'), access(2, 'valid')],
      },
      {
        at: HOUR,
        said: 'The first access token is over',
        does: 'ask',
        claims: [access(1, 'over'), access(2, 'valid')],
      },
      {
        at: 168 * HOUR,
        said: 'The refresh token is over: log in again',
        does: 'ask',
        claims: [access(2, 'over'), refresh(1, 'over')],
      },
    ],
  },
  'sql-session': {
    scheme: 'sql-session',
    isSource: false,
    settings: { absolute: 12 * HOUR },
    moments: [
      { at: 0, said: 'Login: a row with its end', does: 'login', claims: session('valid') },
      { at: HOUR, said: 'Used: the end stays where it is', does: 'ask', claims: session('valid') },
      { at: 2.5 * HOUR, said: 'Unused as long, and still there', does: null, claims: session('valid') },
      { at: 12 * HOUR, said: 'Gone: twelve hours after the login', does: 'ask', claims: session('over') },
    ],
  },
  hybrid: {
    scheme: 'hybrid',
    isSource: false,
    settings: { hybridAccessLifetime: 15 * MINUTE, refreshLifetime: 168 * HOUR, leeway: 0, refreshAhead: true },
    moments: [
      { at: 0, said: 'Login: a pass and a ticket', does: 'login', claims: [access(1, 'valid'), refresh(1, 'valid')] },
      {
        at: 10 * MINUTE,
        said: 'The client refreshes ahead: both are new',
        does: 'ask',
        claims: [access(1, 'valid'), access(2, 'valid'), refresh(1, 'over'), refresh(2, 'valid')],
      },
      { at: 15 * MINUTE, said: 'The first access token is over', does: null, claims: [access(1, 'over')] },
      {
        at: 168 * HOUR,
        said: 'The family is over, whenever it was renewed',
        does: 'ask',
        claims: [access(2, 'over'), refresh(2, 'over')],
      },
    ],
  },
};

export function expiryTable(scheme: SchemeId): ExpiryTable {
  return TABLES[scheme];
}

export const EXPIRY_TABLES: readonly ExpiryTable[] = SCHEMES.map(expiryTable);

/** What every intent of a table's run is called: `table-1-wait`, `table-1-ask`. */
const STEM = 'table';

/** The run that a table is about. What happens at the same place in two tables has the same name, so that it stands in one row. */
export function tableIntents({ moments }: ExpiryTable): readonly Intent[] {
  return moments.flatMap(({ at, does }, index): readonly Intent[] => {
    const seconds = at - (moments[index - 1]?.at ?? 0);
    const wait: Intent = { id: `${STEM}-${index}-wait`, kind: 'wait', seconds };
    return [...(seconds > 0 ? [wait] : []), ...(does === null ? [] : [actOf(does, index)])];
  });
}

/** The last intent of a moment. */
export function momentIntent({ moments }: ExpiryTable, index: number): IntentId {
  const does = moments[index]?.does ?? null;
  return does === null ? `${STEM}-${index}-wait` : actOf(does, index).id;
}

function actOf(does: 'login' | 'ask', index: number): Intent {
  return does === 'login'
    ? { id: `${STEM}-${index}-login`, kind: 'login', device: 'laptop', person: 'john' }
    : { id: `${STEM}-${index}-ask`, kind: 'list-users', device: 'laptop' };
}
