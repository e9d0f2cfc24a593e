import type { CredentialChoice } from '#core/intents.ts';
import { APP_ORIGIN } from '#core/wire.ts';
import type { ClientTools, OpenExchange } from './client.ts';
import { action } from './facts.ts';
import type { Errand } from './http-client.ts';
import { withOtherEnd } from './other-end.ts';

/*
 * A session id that a cookie carries: the browser keeps it and attaches it, and
 * no script sees it.
 */

/** `own` leaves it to the browser; the rest is a person's doing by hand. */
export function chooseCookies(
  tools: ClientTools,
  { recorder }: OpenExchange,
  choice: CredentialChoice,
  name: string,
): NonNullable<Errand['cookies']> {
  const own = inJar(tools, name);
  const copied = tools.device.get().clipboard?.['session-id'] ?? null;
  if (choice === 'own' && own !== null) return 'jar';
  if (choice === 'copied' && copied !== null) {
    // region: session-client.paste
    const fact = action('replay-credential', name);
    recorder.note('ask', 'session-client.paste', fact);
    return { field: `${name}=${copied}` };
    // endregion
  }
  if (choice === 'edited' && own !== null) {
    // region: session-client.edit
    const fact = action('edit-credential', name);
    recorder.note('ask', 'session-client.edit', fact);
    return { field: `${name}=${withOtherEnd(own)}` };
    // endregion
  }
  // region: session-client.without
  const fact = action('no-credential', name);
  recorder.note('ask', 'session-client.without', fact);
  return choice === 'own' ? 'jar' : 'omit';
  // endregion
}

/** What a person with the device can read, HttpOnly or not. */
export function inJar({ device }: ClientTools, name: string): string | null {
  const host = new URL(APP_ORIGIN).host;
  const cookie = device
    .get()
    .jar.find((one) => one.name === name && one.domain === host);
  return cookie?.value ?? null;
}
