import * as fc from 'fast-check';
import { DEVICES } from '#core/actors.ts';
import { EDITABLE_AREAS, ROLES, type Intent, type RunSpec } from '#core/intents.ts';
import { SCHEMES, type SchemeId } from '#core/schemes.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';

/** A day of one login, in nine intents: everything a lesson does. */
export const DAY: readonly Intent[] = [
  { id: 'wrong', kind: 'login', device: 'laptop', person: 'john', password: 'password1' },
  { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
  { id: 'use', kind: 'list-users', device: 'laptop' },
  { id: 'phone', kind: 'login', device: 'phone', person: 'john' },
  { id: 'later', kind: 'wait', seconds: 3_700 },
  { id: 'again', kind: 'list-users', device: 'laptop' },
  { id: 'steal', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
  { id: 'logout', kind: 'logout', device: 'laptop' },
  { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
];

export function specOf(scheme: SchemeId, intents: readonly Intent[] = DAY, settings: Partial<Settings> = {}): RunSpec {
  return { scheme, settings: { ...DEFAULT_SETTINGS, ...settings }, seed: 1, intents };
}

const device = fc.constantFrom(...DEVICES);
const tab = fc.constant(2);
const person = fc.constantFrom('john', 'zoya');

const settings: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    denylist: fc.boolean(),
    cutOff: fc.boolean(),
    idle: fc.constantFrom(1, 600, 5_400),
    accessLifetime: fc.constantFrom(1, 600, 3_600),
    refreshLifetime: fc.constantFrom(1, 4_000, 604_800),
    leeway: fc.constantFrom(0, 60),
    algorithm: fc.constantFrom('HS256', 'RS256', 'EdDSA'),
    transport: fc.constantFrom('header', 'cookie'),
    clientStorage: fc.constantFrom('localStorage', 'memory'),
    refreshAhead: fc.boolean(),
    hybridAccessLifetime: fc.constantFrom(1, 900),
    refreshTransport: fc.constantFrom('body', 'cookie'),
    grace: fc.constantFrom(0, 60),
    tabLock: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What may be typed at the database's console. */
const STATEMENTS = [
  'DELETE FROM sessions',
  'DELETE FROM users WHERE id = 42',
  "UPDATE users SET role = 'member', salt = '00', hash = ''; UPDATE users SET salt = 'no hex'",
  'UPDATE sessions SET user_id = 7, last_seen = -1, expires = 9223372036854775807',
  'UPDATE families SET expires = 0; UPDATE refresh_tokens SET used = 1',
  'UPDATE sqlite_sequence SET seq = 9223372036854775807',
  "INSERT INTO sessions VALUES (NULL, hex(randomblob(8)), 42, datetime('now'), unixepoch(), random(), 1)",
  'BEGIN; DELETE FROM refresh_tokens; SELECT changes(), last_insert_rowid()',
  'BEGIN; DELETE FROM denylist; COMMIT; SELECT * FROM users; SELEC',
  'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n',
  'DROP TABLE users',
  '',
];

type Nameless<I> = I extends Intent ? Omit<I, 'id'> : never;
type Single = Exclude<Intent, { kind: 'together' }>;

const single: fc.Arbitrary<Nameless<Single>> = fc.oneof(
  fc.record({ kind: fc.constant('login'), device, person }),
  fc.record({
    kind: fc.constant('login'),
    device,
    person: fc.constant('john'),
    password: fc.constantFrom('', 'wrong'),
  }),
  fc.record(
    {
      kind: fc.constant('list-users'),
      device,
      tab,
      credential: fc.constantFrom('own', 'none', 'copied', 'edited'),
    },
    { requiredKeys: ['kind', 'device'] },
  ),
  fc.record(
    { kind: fc.constant('refresh'), device, tab, credential: fc.constantFrom('own', 'copied') },
    { requiredKeys: ['kind', 'device'] },
  ),
  fc.record({ kind: fc.constant('logout'), device, tab }, { requiredKeys: ['kind', 'device'] }),
  fc.record(
    {
      kind: fc.constant('change-email'),
      device,
      tab,
      email: fc.constantFrom('j@example.com', 'zoya@example.com', '‽'),
    },
    { requiredKeys: ['kind', 'device', 'email'] },
  ),
  fc.record({
    kind: fc.constant('change-password'),
    device,
    old: fc.constantFrom('correct horse battery staple', 'open sesame 123', 'wrong'),
    password: fc.constantFrom('wrong', '', 'open sesame 123'),
  }),
  fc.record({ kind: fc.constant('logout-everywhere'), device, tab }, { requiredKeys: ['kind', 'device'] }),
  fc.record({ kind: fc.constantFrom('end-sessions', 'disable'), device, person }),
  fc.record({ kind: fc.constant('set-role'), device, person, role: fc.constantFrom(...ROLES) }),
  fc.record({ kind: fc.constant('copy-credential'), device, to: device }),
  fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(0, 0.5, 59, 3_301, 3_600, 90_000) }),
  fc.record({ kind: fc.constant('configure'), settings }),
  fc.record({ kind: fc.constant('sql'), statement: fc.constantFrom(...STATEMENTS) }),
  fc.record({ kind: fc.constant('restart-server') }),
  fc.record({ kind: fc.constant('delete-file'), file: fc.constantFrom('all', 'sess_0') }),
  fc.record({ kind: fc.constantFrom('reload', 'close-tab'), device, tab }, { requiredKeys: ['kind', 'device'] }),
  fc.record({ kind: fc.constant('close-browser'), device }),
  fc.record({
    kind: fc.constant('edit-storage'),
    device,
    area: fc.constantFrom(...EDITABLE_AREAS),
    key: fc.constantFrom('PHPSESSID', 'app.example;/;PHPSESSID', 'access_token', 'refresh_token', 'session-id', 'x'),
    value: fc.option(
      fc.oneof(fc.constantFrom('', 'a.b.c', '0'.repeat(32), '‽', 'two\nlines', ' in blanks '), fc.string()),
    ),
  }),
);

const nameless: fc.Arbitrary<Nameless<Intent>> = fc.oneof(
  { weight: 5, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('together'),
      intents: fc.array(single, { minLength: 2, maxLength: 3 }).map((list) => named(list, 't')),
    }),
  },
);

/** Gives every intent a name of its own, those inside `together` too. */
function named(list: readonly Nameless<Intent>[], prefix: string): Intent[] {
  return list.map((intent, index) => {
    const id = `${prefix}${index}`;
    const inner =
      intent.kind === 'together' ? { intents: intent.intents.map((one, at) => ({ ...one, id: `${id}-${at}` })) } : {};
    return { ...intent, ...inner, id };
  });
}

/** Any run that a person could ask for, sensible or not. */
export const anySpec: fc.Arbitrary<RunSpec> = fc.record({
  scheme: fc.constantFrom(...SCHEMES),
  settings: settings.map((patch) => ({ ...DEFAULT_SETTINGS, ...patch })),
  seed: fc.nat(1_000),
  intents: fc.array(nameless, { maxLength: 8 }).map((list) => named(list, 'i')),
});
