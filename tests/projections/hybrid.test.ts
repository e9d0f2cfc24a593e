import { describe, expect, test } from 'vitest';
import { align, type Comparison } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { storageView } from '#projections/storage/storage.ts';
import { tokenView } from '#projections/inspector/token.ts';
import { createDirectRunner } from '#world/run.ts';

const ROTATED: readonly Intent[] = [
  { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
  { id: 'steal', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
  { id: 'owner', kind: 'refresh', device: 'laptop' },
  { id: 'thief', kind: 'refresh', device: 'attacker', credential: 'copied' },
];

async function hybrid(settings: Partial<Settings> = {}): Promise<Comparison> {
  const spec = { scheme: 'hybrid', settings: { ...DEFAULT_SETTINGS, ...settings }, seed: 1, intents: ROTATED } as const;
  const trace = await createDirectRunner().run(spec);
  return align(trace, trace);
}

/** `used 09:00:00`, in the first seconds of the world. */
const at = (word: string): unknown => expect.stringMatching(new RegExp(`^${word} 09:00:0\\d$`));

describe('the hybrid on screen', () => {
  test('shows families and refresh tokens as tables, with what was used and what was revoked', async () => {
    const comparison = await hybrid();
    const panels = storageView(comparison, comparison.steps.length).left;
    const tables = panels.filter(({ area }) => area.owner === 'database');
    expect(tables.map(({ title }) => title)).toEqual(['Table families', 'Table refresh_tokens']);
    const texts = tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
    const hash = expect.stringMatching(/^[0-9a-f]{6}…$/);
    expect(texts).toEqual([
      [['1', 'user 42', 'laptop', 'until +7 d 09:00:00', at('revoked')]],
      [
        ['1', hash, 'family 1', '', at('issued'), at('used')],
        ['2', hash, 'family 1', 'from 1', at('issued'), 'not used'],
      ],
    ]);
  });

  test('shows what the browser keeps as a pass and a ticket', async () => {
    const comparison = await hybrid();
    const panel = storageView(comparison, comparison.steps.length).left.find(
      ({ area }) => area.name === 'localStorage',
    );
    expect(panel?.rows.map(({ key, credential }) => [key, credential?.form])).toEqual([
      ['access_token', 'pass'],
      ['refresh_token', 'ticket'],
    ]);
    expect(panel?.rows[1]?.cells[1]?.text).toMatch(/^[\w-]{6}…$/);
  });

  test('does not say that the server remembers nobody', async () => {
    const comparison = await hybrid();
    const memory = storageView(comparison, 0).left.find(({ area }) => area.name === 'secrets');
    expect(memory?.rows.map(({ key }) => key)).toEqual(['JWT_SECRET']);
  });

  test.for(['body', 'cookie'] as const)(
    'opens the access token of an answer that carries two, the other in a %s',
    async (refreshTransport) => {
      const comparison = await hybrid({ refreshTransport });
      const answered = comparison.steps.findLastIndex(({ intent, phase }) => intent === 'login' && phase === 'answer');
      expect(tokenView(comparison, answered + 1).left).toMatchObject({ form: 'pass', name: 'access_token' });
    },
  );

  test('says that there is nothing to read in a refresh token', async () => {
    const comparison = await hybrid();
    const asked = comparison.steps.findIndex(({ intent, phase }) => intent === 'owner' && phase === 'ask');
    expect(tokenView(comparison, asked + 1).left).toMatchObject({
      form: 'ticket',
      name: 'refresh_token',
      note: 'There is nothing to read in this refresh token. 256 random bits: it means something only to the server that gave it out.',
    });
  });

  test('names the statements that ran, and why a used token is refused', async () => {
    const { rows } = diagramModel(await hybrid());
    const labels = rows.flatMap(({ left }) => (left?.type === 'arrow' && left.line === 'store' ? [left] : []));
    expect(labels.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'INSERT INTO families',
        'INSERT INTO refresh_tokens',
        'UPDATE refresh_tokens',
        'UPDATE families',
      ]),
    );
    expect(labels.map(({ sublabel }) => sublabel)).toContain('refused: used before: theft?');
  });
});
