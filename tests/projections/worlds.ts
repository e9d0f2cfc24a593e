import { align, type Comparison } from '#core/align.ts';
import type { Intent, RunSpec } from '#core/intents.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Trace } from '#core/trace.ts';
import { createDirectRunner } from '#world/run.ts';

const runner = createDirectRunner();

/** A real run: requests, stores and cryptography included. */
export function run(scheme: SchemeId, intents: readonly Intent[], settings: Partial<Settings> = {}): Promise<Trace> {
  const spec: RunSpec = { scheme, settings: { ...DEFAULT_SETTINGS, ...settings }, seed: 1, intents };
  return runner.run(spec);
}

/** A session and a JWT that live through the same. */
export async function sessionAndJwt(intents: readonly Intent[], jwt: Partial<Settings> = {}): Promise<Comparison> {
  return align(await run('php-session', intents), await run('jwt', intents, jwt));
}

export const LOGIN: Intent = { id: 'login', kind: 'login', device: 'laptop', person: 'john' };
export const USERS: Intent = { id: 'users', kind: 'list-users', device: 'laptop' };
export const LOGOUT: Intent = { id: 'logout', kind: 'logout', device: 'laptop' };
export const HOUR: Intent = { id: 'hour', kind: 'wait', seconds: 3_600 };
export const LATER: Intent = { id: 'later', kind: 'list-users', device: 'laptop' };
