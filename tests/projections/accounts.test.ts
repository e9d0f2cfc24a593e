import { describe, expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import type { Settings } from '#core/settings.ts';
import { intentsOf } from '#core/intents.ts';
import { headingIn } from '#projections/wording/headings.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { storageView } from '#projections/storage/storage.ts';
import { userChange } from '#projections/diagram/user-change.ts';
import { stepText } from '#projections/sentences/words.ts';
import { LOGIN, run } from './worlds.ts';

const PHONE: Intent = { id: 'phone', kind: 'login', device: 'phone', person: 'john' };
const EMAIL: Intent = { id: 'email', kind: 'change-email', device: 'laptop', email: 'jd@example.com' };
const PASSWORD: Intent = {
  id: 'password',
  kind: 'change-password',
  device: 'laptop',
  old: 'correct horse battery staple',
  password: 'a new one',
};
const ROLE: Intent = { id: 'role', kind: 'set-role', device: 'laptop', person: 'zoya', role: 'admin' };
const END: Intent = { id: 'end', kind: 'end-sessions', device: 'laptop', person: 'john' };
const DISABLE: Intent = { id: 'disable', kind: 'disable', device: 'laptop', person: 'zoya' };
const EVERYWHERE: Intent = { id: 'everywhere', kind: 'logout-everywhere', device: 'laptop' };

async function compared(
  intents: readonly Intent[],
  schemes: readonly [Parameters<typeof run>[0], Parameters<typeof run>[0]] = ['php-session', 'jwt'],
  settings: Partial<Settings> = {},
): Promise<Comparison> {
  return align(await run(schemes[0], intents, settings), await run(schemes[1], intents, settings));
}

/** What is said on a side in the rows of one intent and one phase. */
function said(comparison: Comparison, side: 'left' | 'right', intent: string, phase: string): readonly string[] {
  return comparison.steps.flatMap((step, index) => {
    const text =
      step.intent === intent && step.phase === phase && step[side] ? stepText(comparison, index)?.[side] : null;
    return text ? [text] : [];
  });
}

describe('what a person does with an account', () => {
  test('has a heading of its own', async () => {
    const comparison = await compared([LOGIN, EMAIL, PASSWORD, ROLE, END, DISABLE, EVERYWHERE]);
    expect(
      intentsOf(comparison.left.spec)
        .list.map(({ id }) => headingIn(comparison, id))
        .slice(1),
    ).toEqual([
      'Change the e-mail to jd@example.com on John’s laptop',
      'Change the password on John’s laptop',
      'Make Zoya an admin on John’s laptop',
      'End all logins of John on John’s laptop',
      'Disable Zoya on John’s laptop',
      'Log out everywhere, on John’s laptop',
    ]);
  });

  test('says what it changes about a user, and never a password', async () => {
    const comparison = await compared([LOGIN, EMAIL, PASSWORD], ['php-session', 'sql-session']);
    expect(said(comparison, 'left', 'email', 'work')).toEqual([
      'The server writes a user in the database (email: john@example.com → jd@example.com).',
    ]);
    expect(said(comparison, 'right', 'email', 'work')).toEqual([
      'The server runs UPDATE users: 1 row (email: john@example.com → jd@example.com).',
    ]);
    expect(said(comparison, 'left', 'password', 'work').at(-1)).toBe(
      'The server writes a user in the database (a new password).',
    );
    const labels = diagramModel(comparison).rows.flatMap(({ left }) => ('sublabel' in left ? [left.sublabel] : []));
    expect(labels).toContain('a new password');
  });

  test('says what ended and what could not be ended', async () => {
    const comparison = await compared([LOGIN, PHONE, END]);
    expect(said(comparison, 'left', 'end', 'forget')[0]).toBe(
      'The server opens every session file to see whose it is, 2 in all.',
    );
    expect(said(comparison, 'left', 'end', 'answer')).toEqual(['The server answers 200 OK: 2 logins ended.']);
    expect(said(comparison, 'right', 'end', 'forget')).toEqual([]);
    expect(said(comparison, 'right', 'end', 'answer')).toEqual([
      'The server answers 200 OK: no logins ended and access tokens and refresh tokens stay as they are.',
    ]);
  });

  test('says that a cut-off refuses what is older', async () => {
    const comparison = await compared([LOGIN, PHONE, END, ROLE], ['hybrid', 'jwt'], { cutOff: true });
    expect(said(comparison, 'left', 'end', 'answer')).toEqual([
      'The server answers 200 OK: 2 logins ended and older tokens are refused.',
    ]);
    expect(said(comparison, 'right', 'end', 'answer')).toEqual([
      'The server answers 200 OK: older tokens are refused.',
    ]);
  });

  test('leaves the copy of a role in a session file as it is, and says so', async () => {
    const comparison = await compared([LOGIN, ROLE]);
    expect(said(comparison, 'left', 'role', 'answer')).toEqual([
      'The server answers 200 OK: no logins ended and session files stay as they are.',
    ]);
  });

  test('is seen in the table of users', async () => {
    const comparison = await compared([LOGIN, EMAIL, ROLE, DISABLE]);
    const { left } = storageView(comparison, comparison.steps.length);
    const users = left.find(({ area }) => area.name === 'users');
    const texts = users?.rows.map(({ cells }) => cells.map(({ text }) => text)).slice(0, 2);
    expect(texts).toEqual([
      ['42', 'John Doe', 'jd@example.com', 'admin'],
      ['123', 'Zoya', 'zoya@example.com', 'admin, disabled'],
    ]);
  });
});

describe('cookies as carriers', () => {
  test('are drawn as a ticket and a pass, and named', async () => {
    const comparison = await compared(
      [LOGIN, { id: 'users', kind: 'list-users', device: 'laptop' }],
      ['sql-session', 'jwt'],
      {
        transport: 'cookie',
      },
    );
    expect(said(comparison, 'left', 'login', 'answer')).toEqual([
      'The server answers 200 OK with a new cookie __Host-session.',
    ]);
    expect(said(comparison, 'right', 'login', 'answer')).toEqual([
      'The server answers 200 OK with a new cookie __Host-access and refresh_token in the body.',
    ]);
    expect(said(comparison, 'right', 'login', 'keep')).toEqual([
      'The browser puts __Host-access into the cookie jar. The browser puts access_expires, refresh_token and user_data into localStorage.',
    ]);
    const asks = diagramModel(comparison).rows.flatMap(({ id, left, right }) =>
      id.startsWith('users/request/ask') && left.type === 'arrow' && right.type === 'arrow' ? [left, right] : [],
    );
    expect(asks.map(({ credential }) => credential?.form)).toEqual(['ticket', 'pass']);
    expect(asks.map(({ sublabel }) => sublabel)).toEqual([
      expect.stringMatching(/^Cookie: __Host-session=[0-9a-f]{6}…$/),
      expect.stringMatching(/^Cookie: __Host-access=…[\w-]{6}…$/),
    ]);
  });

  test('leave the page nothing to keep under sessions', async () => {
    const comparison = await compared([LOGIN], ['sql-session', 'jwt'], { transport: 'cookie' });
    const { left } = storageView(comparison, comparison.steps.length);
    const browser = left.filter(({ area }) => area.owner === 'laptop');
    expect(browser.map(({ area, rows }) => [area.name, rows.map(({ visibility }) => visibility)])).toEqual([
      ['cookies', ['hidden from scripts']],
    ]);
  });
});

test('a user who is new, gone or the same has no change to tell', () => {
  expect(userChange({ before: null, after: { role: 'admin' } })).toBeNull();
  expect(userChange({ before: { role: 'admin' }, after: null })).toBeNull();
  expect(userChange({ before: { role: 'admin' }, after: { role: 'admin' } })).toBeNull();
  expect(userChange({ before: { salt: '0', hash: '1' }, after: { salt: '2', hash: '3' } })).toBe('a new password');
});
