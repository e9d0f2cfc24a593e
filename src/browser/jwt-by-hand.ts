import type { HttpResponse } from '#core/http.ts';
import type { CredentialChoice } from '#core/intents.ts';
import type { Activity, ClientTools, OpenExchange } from './client.ts';
import type { CopiedCredential } from './device.ts';
import { action } from './facts.ts';
import { withOtherRole } from './token-peek.ts';

/** What a person does with tokens by hand, past the client's own ways. */

/** What differs between the schemes that have such tokens. */
export interface TokenWays {
  readonly page: 'open-users' | 'open-profile';
  /** Asks for what is protected with this token, or with none. */
  ask(open: OpenExchange, token: string | null): Promise<HttpResponse>;
  /** Trades a refresh token that came from elsewhere, and keeps what it gets. */
  trade(open: OpenExchange, refreshToken: string): Promise<void>;
  /** The tokens of this browser, wherever they are kept. */
  access(): string | null;
  refresh(): string | null;
}

/** What is protected, with another token than the client's own, or none. */
export async function askByHand(
  tools: ClientTools,
  ways: TokenWays,
  activity: Activity,
  choice: Exclude<CredentialChoice, 'own'>,
): Promise<void> {
  const open = activity.open('request');
  // region: jwt-by-hand.list-users
  const fact = action(ways.page);
  open.recorder.note('act', 'jwt-by-hand.list-users', fact);
  const token = chooseToken(tools, ways, open, choice);
  await ways.ask(open, token);
  // endregion
}

function chooseToken(
  tools: ClientTools,
  ways: TokenWays,
  { recorder }: OpenExchange,
  choice: 'none' | 'copied' | 'edited',
): string | null {
  const own = ways.access();
  const copied = tools.device.get().clipboard?.['access-token'] ?? null;
  if (choice === 'copied' && copied !== null) {
    // region: jwt-by-hand.paste-access
    const fact = action('replay-credential', 'access_token');
    recorder.note('ask', 'jwt-by-hand.paste-access', fact);
    return copied;
    // endregion
  }
  if (choice === 'edited' && own !== null) {
    // region: jwt-by-hand.edit
    const fact = action('edit-credential', 'access_token');
    recorder.note('ask', 'jwt-by-hand.edit', fact);
    return withOtherRole(own);
    // endregion
  }
  return null;
}

/** A copied refresh token makes access tokens wherever it is pasted. */
export async function refreshByHand(
  tools: ClientTools,
  ways: TokenWays,
  activity: Activity,
): Promise<void> {
  const copied = tools.device.get().clipboard?.['refresh-token'];
  if (copied === undefined) return;
  const open = activity.open('refresh');
  // region: jwt-by-hand.paste-refresh
  const fact = action('replay-credential', 'refresh_token');
  open.recorder.note('act', 'jwt-by-hand.paste-refresh', fact);
  await ways.trade(open, copied);
  // endregion
}

/**
 * Any script of the page could copy what stands in its storage: it is only
 * text. What an HttpOnly cookie keeps takes a person with the device.
 */
export function copyTokens(
  ways: TokenWays,
  activity: Activity,
): CopiedCredential | null {
  const access = ways.access();
  const refresh = ways.refresh();
  if (access === null && refresh === null) return null;
  // region: jwt-by-hand.copy
  const { recorder } = activity.open('local');
  const fact = action('copy-credential', 'access_token, refresh_token');
  recorder.note('act', 'jwt-by-hand.copy', fact);
  return {
    ...(access !== null && { 'access-token': access }),
    ...(refresh !== null && { 'refresh-token': refresh }),
  };
  // endregion
}
