import { DEVICES, type DeviceId } from '#core/actors.ts';
import { COLUMNS, type Comparison } from '#core/align.ts';
import type { Intent } from '#core/intents.ts';
import { DEMO_PASSWORDS } from '#core/people.ts';
import { headingOf } from '#projections/wording/headings.ts';
import { actingDevices } from '#projections/diagram/lanes.ts';
import { TYPED_PASSWORD } from '#timeline/link-edit.ts';
import { actHere } from '../workbench/act-here.ts';
import { RESTART_DURING, restartDuringRequest } from '../workbench/restart-during-request.ts';
import type { Command } from './palette-commands.ts';

type Nameless<I> = I extends Intent ? Omit<I, 'id'> : never;

/** What a person at a device can do next, whatever has happened before. */
export function nextActs(device: DeviceId): readonly Nameless<Intent>[] {
  const john = { person: 'john', device } as const;
  const zoya = { person: 'zoya', device } as const;
  return [
    { kind: 'login', ...john },
    { kind: 'login', ...zoya },
    { kind: 'list-users', device },
    { kind: 'logout', device },
    { kind: 'logout-everywhere', device },
    { kind: 'change-email', device, email: 'new@example.com' },
    { kind: 'change-password', device, old: DEMO_PASSWORDS.john, password: TYPED_PASSWORD },
    { kind: 'end-sessions', ...john },
    { kind: 'end-sessions', ...zoya },
    { kind: 'set-role', ...john, role: 'member' },
    { kind: 'set-role', ...zoya, role: 'admin' },
    { kind: 'disable', ...john },
    { kind: 'disable', ...zoya },
  ];
}

/** The same as commands, on every device of the run, and what becomes of the server: both sides fork where the cursor stands. */
export function nextCommands({ left, right }: Comparison): readonly Command[] {
  const acting = new Set([...actingDevices(left), ...actingDevices(right)]);
  const devices = DEVICES.filter((device) => acting.has(device));
  const acts = [...devices.flatMap(nextActs), { kind: 'restart-server' } as const];
  return [
    ...acts.map((act) => ({
      name: headingOf({ ...act, id: '' }),
      run: () => actHere(COLUMNS, { stem: act.kind, make: (id) => ({ ...act, id }) }),
    })),
    { name: RESTART_DURING, run: restartDuringRequest },
  ];
}
