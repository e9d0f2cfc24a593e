import type { Column, Comparison } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { JsonValue } from '#core/json.ts';
import { areaId, type ChangeType } from '#core/state.ts';
import { unixSecond } from '#core/trace.ts';
import { areasAt } from '../areas-at.ts';
import { clockText, columnMicros } from '../clock.ts';
import { clampCursor } from '../cursor.ts';
import { numberMember, stringMember } from '../entries.ts';
import type { Entries } from '../fold.ts';
import { changeIn, marksOf } from '../marks.ts';
import { settingsAt } from '../settings-at.ts';
import { shortId } from '../wording/shorten.ts';

/**
 * What the server would make of a refresh token that comes back now: `current` is traded for the next; `grace` was used and is taken once
 * more all the same; `used` makes the server revoke the family; `revoked` and `expired` share the fate of their family.
 */
export type TokenStanding = 'current' | 'grace' | 'used' | 'revoked' | 'expired';

/** One refresh token, by the row that the server keeps of it, and those it was traded for. */
export interface TokenNode {
  readonly id: string;
  readonly hash: string;
  readonly shortHash: string;
  /** `09:15:00` */
  readonly issued: string;
  /** Null while it has not been used. */
  readonly used: string | null;
  readonly standing: TokenStanding;
  /** Until when it is taken once more; null but for `grace`. */
  readonly graceUntil: string | null;
  readonly change: ChangeType | null;
  readonly event: EventId | null;
  /** More than one only where grace let it be traded again. */
  readonly children: readonly TokenNode[];
}

/** All refresh tokens that descend from one login (RFC 9700 §4.14.2). */
export interface FamilyTree {
  readonly id: string;
  readonly userId: string;
  readonly device: string;
  readonly started: string;
  readonly until: string;
  readonly standing: 'alive' | 'revoked' | 'expired';
  readonly revoked: string | null;
  readonly change: ChangeType | null;
  readonly event: EventId | null;
  readonly tokens: readonly TokenNode[];
}

const FAMILIES = areaId({ owner: 'database', name: 'families' });
const TOKENS = areaId({ owner: 'database', name: 'refresh_tokens' });
const NONE: Entries = new Map();

/** The families of one side after `k` steps, each a tree of its generations. Empty where there is no such table. */
export function familyTrees(comparison: Comparison, column: Column, k: number): readonly FamilyTree[] {
  const cursor = clampCursor(comparison, k);
  const areas = areasAt(comparison, column, cursor);
  const marks = marksOf(comparison, column, cursor);
  const now = unixSecond(columnMicros(comparison, column, cursor));
  const { grace } = settingsAt(comparison, column, cursor);
  const tokens = [...(areas.get(TOKENS) ?? NONE)];
  return [...(areas.get(FAMILIES) ?? NONE)].map(([id, { value, event }]): FamilyTree => {
    const expires = numberMember(value, 'expires') ?? 0;
    const revoked = numberMember(value, 'revoked');
    const standing = revoked !== null ? 'revoked' : now >= expires ? 'expired' : 'alive';
    const own = tokens.filter(([, token]) => numberMember(token.value, 'family_id') === Number(id));
    const nodeOf = ([key, token]: (typeof own)[number]): TokenNode => {
      const used = numberMember(token.value, 'used');
      const end = used === null ? null : used + grace;
      const hash = stringMember(token.value, 'token_hash') ?? '';
      const isInGrace = standing === 'alive' && end !== null && now < end;
      return {
        id: key,
        hash,
        shortHash: shortId(hash),
        issued: timeOf(token.value, 'issued') ?? '',
        used: timeOf(token.value, 'used'),
        standing: standing === 'alive' ? (used === null ? 'current' : isInGrace ? 'grace' : 'used') : standing,
        graceUntil: isInGrace ? clockText(end) : null,
        change: changeIn(marks.get(TOKENS)?.get(key)),
        event: token.event,
        children: own.filter(([, other]) => numberMember(other.value, 'parent_id') === Number(key)).map(nodeOf),
      };
    };
    const keys = new Set(own.map(([key]) => Number(key)));
    // Somebody at the console may have deleted a parent.
    const roots = own.filter(([, token]) => !keys.has(numberMember(token.value, 'parent_id') ?? -1));
    return {
      id,
      userId: String(numberMember(value, 'user_id') ?? ''),
      device: stringMember(value, 'device') ?? '',
      started: timeOf(value, 'created') ?? '',
      until: clockText(expires),
      standing,
      revoked: timeOf(value, 'revoked'),
      change: changeIn(marks.get(FAMILIES)?.get(id)),
      event,
      tokens: roots.map(nodeOf),
    };
  });
}

function timeOf(value: JsonValue, name: string): string | null {
  const unix = numberMember(value, name);
  return unix === null ? null : clockText(unix);
}
