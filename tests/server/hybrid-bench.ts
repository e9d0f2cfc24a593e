import { header, type HttpResponse } from '#core/http.ts';
import type { JsonValue } from '#core/json.ts';
import type { Settings } from '#core/settings.ts';
import { takeState } from '#server/stores/open-server.ts';
import { bearer, Bench, JOHN, refused } from './harness.ts';

export const INVALID_GRANT = refused(400, 'invalid_grant', 'The refresh token is not valid');

export interface Pair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export function pairOf(response: HttpResponse): Pair {
  return JSON.parse(response.body) as Pair;
}

/** A user's own way through the hybrid: logs in, refreshes and asks. */
export async function withPair(settings: Partial<Settings> = {}): Promise<{ bench: Bench; pair: Pair }> {
  const bench = await Bench.startWithSql(settings);
  return { bench, pair: pairOf(await login(bench)) };
}

export function login(bench: Bench): Promise<HttpResponse> {
  return bench.send('POST', '/hybrid/login', { json: JOHN });
}

export function refresh(bench: Bench, token: JsonValue): Promise<HttpResponse> {
  return bench.send('POST', '/hybrid/refresh', { json: { refreshToken: token } });
}

export function logout(bench: Bench, token: JsonValue): Promise<HttpResponse> {
  return bench.send('POST', '/hybrid/logout', { json: { refreshToken: token } });
}

export async function profileStatus(bench: Bench, access: string): Promise<number> {
  return (await bench.send('GET', '/hybrid/profile', { headers: bearer(access) })).status;
}

export type Rows = readonly Readonly<Record<string, string | number | null>>[];

export async function rowsOf(bench: Bench, table: 'families' | 'refresh_tokens'): Promise<Rows> {
  const { sql } = await takeState(bench.cell);
  return Object.values(sql?.tables[table] ?? {});
}

export function cookieOf(response: HttpResponse): string {
  return header(response.headers, 'Set-Cookie') ?? '';
}
