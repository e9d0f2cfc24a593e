import { describe, expect, test } from 'vitest';
import { changeItem, changeJar, type Device, type DeviceCell, deviceState, newDevice, paste } from '#browser/device.ts';
import { closedGate } from '#browser/gate.ts';
import { cookieKey } from '#browser/jar/cookie.ts';
import { loginForm } from '#browser/people.ts';
import type { Recorder } from '#core/ports.ts';
import { applyChange } from '#core/state.ts';
import { APP_ORIGIN, EVIL_ORIGIN } from '#core/wire.ts';
import { jarOf, scripted } from './jar-contexts.ts';
import { UNRECORDED } from './workbench.ts';

function cellOf(device: Device): DeviceCell {
  let held = device;
  return {
    get: () => held,
    set: (next) => {
      held = next;
    },
  };
}

describe('storage', () => {
  test('tells what changed, from what to what', () => {
    const cell = cellOf(newDevice('laptop'));
    const set = (value: string | null) => changeItem(cell, 'localStorage', APP_ORIGIN, 'access_token', value);
    const area = { owner: 'laptop', name: 'localStorage' };
    expect(set('a')).toEqual({ kind: 'change', area, key: 'access_token', before: null, after: 'a' });
    expect(set('b')).toMatchObject({ before: 'a', after: 'b' });
    expect(set('b')).toBeNull();
    expect(set(null)).toMatchObject({ before: 'b', after: null });
    expect(set(null)).toBeNull();
  });

  test('is apart for every origin and every area', () => {
    const cell = cellOf(newDevice('phone'));
    changeItem(cell, 'localStorage', APP_ORIGIN, 'k', 'app');
    changeItem(cell, 'localStorage', EVIL_ORIGIN, 'k', 'evil');
    changeItem(cell, 'memory', APP_ORIGIN, 'k', 'in memory');
    expect(deviceState(cell.get())).toEqual({
      'phone/localStorage': { k: 'app', 'https://evil.example k': 'evil' },
      'phone/memory': { k: 'in memory' },
    });
  });

  test('leaves an earlier value of the device as it was: keeping it is a snapshot', () => {
    const cell = cellOf(newDevice('laptop'));
    changeItem(cell, 'localStorage', APP_ORIGIN, 'k', '1');
    const snapshot = cell.get();
    const before = structuredClone(snapshot);
    changeItem(cell, 'localStorage', APP_ORIGIN, 'k', '2');
    changeJar(cell, jarOf(['a=1']));
    paste(cell, { 'session-id': '0a' }, UNRECORDED);
    expect(snapshot).toEqual(before);
    expect(cell.get().clipboard).toEqual({ 'session-id': '0a' });
  });
});

describe('the jar of a device', () => {
  test('tells of every cookie that came, changed or went, and of no other', () => {
    const cell = cellOf(newDevice('laptop'));
    changeJar(cell, jarOf(['stays=1', 'changes=1', 'goes=1']));
    const next = jarOf(['changes=2', 'goes=1; Max-Age=0', 'comes=1; Domain=app.example'], scripted(), cell.get().jar);
    const changes = changeJar(cell, next);
    expect(changes.map(({ key, before, after }) => [key, before !== null, after !== null])).toEqual([
      ['app.example;/;changes', true, true],
      ['app.example;/;goes', true, false],
      ['.app.example;/;comes', false, true],
    ]);
    expect(changeJar(cell, cell.get().jar)).toEqual([]);
  });

  test('applied to the state before, its changes give the state after', () => {
    const cell = cellOf(newDevice('laptop'));
    changeJar(cell, jarOf(['a=1', 'b=1']));
    const before = deviceState(cell.get());
    const changes = changeJar(cell, jarOf(['a=2', 'b=1; Max-Age=0', 'c=1'], scripted(), cell.get().jar));
    expect(changes.reduce(applyChange, before)).toEqual(deviceState(cell.get()));
  });

  test('keeps a host-only cookie and one with a Domain under different keys', () => {
    const cookies = jarOf(['a=1', 'a=2; Domain=app.example']);
    expect(cookies.map(cookieKey)).toEqual(['app.example;/;a', '.app.example;/;a']);
  });
});

test('a new device remembers nothing', () => {
  expect(deviceState(newDevice('attacker'))).toEqual({});
});

describe('a gate', () => {
  test('calls back whoever waits at its opening, in the order of asking, once', () => {
    const gate = closedGate();
    const called: string[] = [];
    gate.onOpen(() => called.push('first'));
    gate.onOpen(() => called.push('second'));
    expect([gate.isOpen, called]).toEqual([false, []]);
    gate.open();
    gate.open();
    expect([gate.isOpen, called]).toEqual([true, ['first', 'second']]);
  });

  test('that is open lets everybody pass at once', () => {
    const gate = closedGate();
    gate.open();
    let passed = false;
    gate.onOpen(() => {
      passed = true;
    });
    expect(passed).toBe(true);
  });
});

test('a person types the own password, or another one', () => {
  expect(loginForm('zoya')).toEqual({ email: 'zoya@example.com', password: 'open sesame 123' });
  expect(loginForm('john', '')).toEqual({ email: 'john@example.com', password: '' });
});

test('what is pasted is recorded as held on that device, once', () => {
  const notes: unknown[] = [];
  const recorder: Recorder = { ...UNRECORDED, note: (_phase, _code, fact) => `e${notes.push(fact) - 1}` };
  const cell = cellOf(newDevice('attacker'));
  paste(cell, { 'session-id': '0a' }, recorder);
  paste(cell, { 'session-id': '0a' }, recorder);
  const area = { owner: 'attacker', name: 'clipboard' };
  expect(notes).toEqual([{ kind: 'change', area, key: 'session-id', before: null, after: '0a' }]);
  expect(deviceState(cell.get())).toEqual({ 'attacker/clipboard': { 'session-id': '0a' } });
});
