import { COSTS } from '#core/costs.ts';
import type { RegionName } from '#core/events.ts';
import {
  access,
  replaceRow,
  type Access,
  type AccessContext,
} from './access.ts';

/** So many failed logins, and no more within the window. */
const MAX_FAILURES = 5;
/** Seconds. */
const WINDOW = 900;

/** Failed logins per e-mail, existing or not, over all ways to log in. */
export interface Throttle {
  /** Seconds until another attempt is heard; 0 when it is heard at once. */
  wait(email: string, code: RegionName): Promise<number>;
  /** Writes a failure down where there is room for one. Otherwise, since attempts may overlap, the seconds to wait. */
  fail(email: string, code: RegionName): Promise<number>;
  /** Forgets the failures after a success. Otherwise, since attempts may overlap, the seconds to wait. */
  clear(email: string, code: RegionName): Promise<number>;
}

const QUERY: Access = {
  store: 'throttle',
  purpose: 'request',
  cost: COSTS.query.micros,
};

export function throttleTable(context: AccessContext): Throttle {
  const { server, clock } = context;

  const recent = (email: string): readonly number[] =>
    server.state.throttle
      .get(email)
      ?.failures.filter((time) => clock.now() - time < WINDOW) ?? [];

  /** Until the oldest failure leaves the sliding window. */
  const secondsToWait = (failures: readonly number[]): number => {
    const oldest = failures.at(-MAX_FAILURES);
    return oldest === undefined ? 0 : oldest + WINDOW - clock.now();
  };

  return {
    wait: (email, code) =>
      access(context, QUERY, 'read', email, code, () => {
        const failures = recent(email);
        return {
          rows: failures.length > 0 ? 1 : 0,
          value: secondsToWait(failures),
        };
      }),

    fail: (email, code) =>
      access(context, QUERY, 'write', email, code, () => {
        const failures = recent(email);
        const wait = secondsToWait(failures);
        if (wait > 0) return { rows: 0, value: wait };
        const row = { failures: [...failures, clock.now()] };
        return {
          rows: 1,
          changes: replaceRow(server, 'throttle', email, row),
          value: 0,
        };
      }),

    clear: (email, code) =>
      access(context, QUERY, 'delete', email, code, () => {
        const wait = secondsToWait(recent(email));
        if (wait > 0) return { rows: 0, value: wait };
        const changes = replaceRow(server, 'throttle', email, null);
        return { rows: changes.length, changes, value: 0 };
      }),
  };
}
