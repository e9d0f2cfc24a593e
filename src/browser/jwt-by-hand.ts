import type { CredentialChoice } from '#core/intents.ts';
import { getUsers } from './bearer.ts';
import type { Activity, ClientTools, OpenExchange } from './client.ts';
import type { CopiedCredential } from './device.ts';
import { action } from './facts.ts';
import { requestToken } from './refresh-interceptor.ts';
import { withOtherRole } from './token-peek.ts';
import { keepItem, readItem } from './token-store.ts';

/** What a person does with tokens by hand, past the client's own ways. */

/** The list of users with another token than the client's own, or none. */
export async function listUsersByHand(
  tools: ClientTools,
  activity: Activity,
  choice: Exclude<CredentialChoice, 'own'>,
): Promise<void> {
  const open = activity.open('request');
  // region: jwt-by-hand.list-users
  const fact = action('open-users');
  open.recorder.note('act', 'jwt-by-hand.list-users', fact);
  const token = chooseToken(tools, open, choice);
  await getUsers(tools, open, token);
  // endregion
}

function chooseToken(
  tools: ClientTools,
  { recorder }: OpenExchange,
  choice: 'none' | 'copied' | 'edited',
): string | null {
  const own = readItem(tools, 'access_token');
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
  activity: Activity,
): Promise<void> {
  const copied = tools.device.get().clipboard?.['refresh-token'];
  if (copied === undefined) return;
  const open = activity.open('refresh');
  // region: jwt-by-hand.paste-refresh
  const fact = action('replay-credential', 'refresh_token');
  open.recorder.note('act', 'jwt-by-hand.paste-refresh', fact);
  const token = await requestToken(tools, open, copied);
  if (token !== null) keepItem(tools, open, 'access_token', token);
  // endregion
}

/** Any script of the page could do this as well: it is only text. */
export function copyTokens(
  tools: ClientTools,
  activity: Activity,
): CopiedCredential | null {
  const access = readItem(tools, 'access_token');
  const refresh = readItem(tools, 'refresh_token');
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
