import { COLUMNS, type Column, type Comparison } from '#core/align.ts';
import type { ChangeFact, StoreFact, TraceEvent } from '#core/events.ts';
import type { HttpResponse } from '#core/http.ts';
import type { IntentId } from '#core/intents.ts';
import { isJsonObject, type JsonObject } from '#core/json.ts';
import type { Reason } from '#core/reasons.ts';
import { applyChange, type WorldState } from '#core/state.ts';
import type { Trace } from '#core/trace.ts';
import { lessonById } from '#lessons/manifest.ts';
import type { Lesson } from '#lessons/lesson.ts';
import { basePath, changedPath, play } from './paths.ts';

/** Plain statements about what a run did, so that tests of meaning read like sentences. */

export async function played(lesson: Lesson, changeId?: string): Promise<Comparison> {
  if (changeId === undefined) return play(basePath(lesson));
  const change = lesson.changes.find(({ id }) => id === changeId);
  if (!change) throw new Error(`${lesson.id} has no change "${changeId}"`);
  return play(changedPath(lesson, change));
}

/** The lesson of that id. */
export function lessonCalled(id: string): Lesson {
  const found = lessonById(id);
  if (!found) throw new Error(`no lesson "${id}"`);
  return found;
}

/** The same question of both sides. */
export function both<T>(comparison: Comparison, ask: (trace: Trace) => T): Readonly<Record<Column, T>> {
  const [left, right] = COLUMNS.map((column) => ask(comparison[column]));
  return { left: left as T, right: right as T };
}

function within(trace: Trace, intent?: IntentId): readonly TraceEvent[] {
  return intent === undefined ? trace.events : trace.events.filter((event) => event.intent === intent);
}

/** `read files`, in order: what was asked of stores in order to recognise or remember the login. */
export function authentication(trace: Trace, intent?: IntentId): readonly string[] {
  return accesses(trace, 'authentication', intent);
}

/** What was asked of stores for the request's own sake. */
export function ownWork(trace: Trace, intent?: IntentId): readonly string[] {
  return accesses(trace, 'request', intent);
}

function accesses(trace: Trace, purpose: StoreFact['purpose'], intent?: IntentId): readonly string[] {
  return within(trace, intent).flatMap((event) =>
    event.kind === 'store' && event.purpose === purpose ? [`${event.op} ${event.store}`] : [],
  );
}

export function statuses(trace: Trace, intent?: IntentId): readonly number[] {
  return answers(trace, intent).map(({ status }) => status);
}

export function answers(trace: Trace, intent?: IntentId): readonly HttpResponse[] {
  return within(trace, intent).flatMap((event) => (event.kind === 'response' ? [event.message] : []));
}

/** Why the server refused. */
export function refusals(trace: Trace, intent?: IntentId): readonly Reason[] {
  return within(trace, intent).flatMap((event) =>
    event.kind === 'decision' && event.side === 'server' && !event.accepted ? [event.reason] : [],
  );
}

/** `laptop/cookies`, once each: where anything changed. */
export function changedAreas(trace: Trace, intent?: IntentId): readonly string[] {
  return [...new Set(changes(trace, intent).map(({ area }) => `${area.owner}/${area.name}`))];
}

export function changes(trace: Trace, intent?: IntentId): readonly ChangeFact[] {
  return within(trace, intent).filter((event) => event.kind === 'change');
}

/** Everything that is remembered anywhere when the run is over. */
export function stateAtEnd(trace: Trace): WorldState {
  return changes(trace).reduce<WorldState>(applyChange, trace.initial);
}

/** Reads a token as anybody can, without a key: header and claims. */
export function readToken(token: string): { readonly header: JsonObject; readonly claims: JsonObject } {
  const [header, claims] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
  return { header: objectOf(header ?? ''), claims: objectOf(claims ?? '') };
}

export function objectOf(json: string): JsonObject {
  const value: unknown = JSON.parse(json);
  if (!isJsonObject(value)) throw new TypeError(`no JSON object: ${json}`);
  return value;
}

/** The text a change left behind: a token, for example. */
export function writtenText(trace: Trace, intent: IntentId, key: string): string {
  const after = changes(trace, intent).findLast((change) => change.key === key)?.after;
  if (typeof after !== 'string') throw new TypeError(`nothing was written to ${key}`);
  return after;
}
