import { expect, test } from 'vitest';
import { SETTING_SPECS } from '#core/setting-specs.ts';
import { readSetting, writeSetting } from '#core/setting-text.ts';
import { DEFAULT_SETTINGS, type SettingId } from '#core/settings.ts';

test('every setting has exactly one spec, and its default is a value the spec accepts', () => {
  expect(SETTING_SPECS.map(({ id }) => id).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
  for (const { id, option } of SETTING_SPECS) {
    const value = DEFAULT_SETTINGS[id];
    expect(readSetting(option, writeSetting(value))).toEqual({ ok: true, patch: { [id]: value } });
  }
});

test.each([
  ['denylist', 'on', { denylist: true }],
  ['cut-off', 'off', { cutOff: false }],
  ['access-lifetime', '900', { accessLifetime: 900 }],
  ['algorithm', 'RS256', { algorithm: 'RS256' }],
])('%s=%s is read', (name, value, patch) => {
  expect(readSetting(name, value)).toEqual({ ok: true, patch });
});

test.each([
  ['denylist', 'yes'],
  ['denylist', ''],
  ['idle', '0'],
  ['idle', '-5'],
  ['idle', '1.5'],
  ['idle', '1e3'],
  ['algorithm', 'none'],
  ['algorithm', 'hs256'],
])('%s=%s is refused and the answer says what is allowed', (name, value) => {
  expect(readSetting(name, value)).toMatchObject({
    ok: false,
    problem: { code: 'bad-value', name, value, allowed: expect.stringMatching(/\S/) as string },
  });
});

test.each(['nope', '', '__proto__', 'constructor'])('the unknown setting %j is named', (name) => {
  expect(readSetting(name, 'on')).toEqual({ ok: false, problem: { code: 'unknown-setting', name } });
});

test('a setting is written as it is read', () => {
  const values: Partial<Record<SettingId, string>> = { denylist: 'off', idle: '5400' };
  for (const [id, text] of Object.entries(values)) {
    expect(writeSetting(DEFAULT_SETTINGS[id as SettingId])).toBe(text);
  }
});
