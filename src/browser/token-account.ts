import type { HttpResponse } from '#core/http.ts';
import type { AccountAct } from '#core/intents.ts';
import type { JsonValue } from '#core/json.ts';
import { accountErrand, type AccountPaths } from './account-errand.ts';
import { jsonBody } from './carried.ts';
import type { Activity, ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import { type Errand, exchange } from './http-client.ts';
import type { RefreshInterceptor } from './refresh-interceptor.ts';

/** What differs between the schemes whose credential is an access token. */
export interface TokenAccountWays {
  readonly paths: AccountPaths;
  readonly interceptor: RefreshInterceptor;
  /** What the script knows of its access token, null without one. */
  take(open: OpenExchange): string | null;
  /** How that goes along. */
  carry(
    open: OpenExchange,
    known: string | null,
  ): Pick<Errand, 'authorization'>;
  /** Content as this scheme sends it. */
  content(act: AccountAct, json: JsonValue): JsonValue;
  /** After a change of password there are new tokens. */
  keep(open: OpenExchange, response: HttpResponse): void;
  drop(open: OpenExchange): void;
}

/** Carries out what a person does with an account. */
export async function actOnAccount(
  tools: ClientTools,
  ways: TokenAccountWays,
  activity: Activity,
  act: AccountAct,
): Promise<void> {
  const open = activity.open('request');
  // region: token-account.act
  const { action: name, subject } = accountErrand(act, ways.paths);
  open.recorder.note('act', 'token-account.act', action(name, subject));
  try {
    const response = await sendOnce(tools, ways, activity, open, act);
    if (response?.status !== 200) return;
    if (act.kind === 'change-password') ways.keep(open, response);
  } finally {
    // Whatever the server said, this browser is logged out.
    if (act.kind === 'logout-everywhere') ways.drop(open);
  }
  // endregion
}

/** A refused token is renewed and shown once more; a refused person is not. */
async function sendOnce(
  tools: ClientTools,
  ways: TokenAccountWays,
  activity: Activity,
  open: OpenExchange,
  act: AccountAct,
): Promise<HttpResponse | null> {
  const { interceptor } = ways;
  if (!(await interceptor.before(activity))) return null;
  const known = ways.take(open);
  const response = await send(tools, ways, open, act, known);
  if (known === null || !isTokenRefused(response)) return response;
  const current = await interceptor.after(activity, known);
  return current === null ? null : retry(tools, ways, activity, act, current);
}

/** Once: a second refusal is the answer. */
function retry(
  tools: ClientTools,
  ways: TokenAccountWays,
  activity: Activity,
  act: AccountAct,
  known: string,
): Promise<HttpResponse> {
  const open = activity.open('retry');
  // region: token-account.retry
  const fact = action('retry-with-current', 'access_token');
  open.recorder.note('act', 'token-account.retry', fact);
  return send(tools, ways, open, act, known);
  // endregion
}

function send(
  tools: ClientTools,
  ways: TokenAccountWays,
  open: OpenExchange,
  act: AccountAct,
  known: string | null,
): Promise<HttpResponse> {
  const { path, json } = accountErrand(act, ways.paths);
  return exchange(tools, open, {
    method: 'POST',
    path,
    ...(json === null ? {} : { json: ways.content(act, json) }),
    ...ways.carry(open, known),
  });
}

/** Not the 401 of a wrong old password, which no new token would help. */
function isTokenRefused(response: HttpResponse): boolean {
  const isRefused = response.status === 401;
  return isRefused && jsonBody(response)?.['error'] === 'invalid_token';
}
