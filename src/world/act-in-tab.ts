import type { Activity, Client } from '#browser/client.ts';
import { loginForm } from '#browser/people.ts';
import type { AccountAct, Intent } from '#core/intents.ts';

/** What a person has the page in a tab do. */
export type TabAct =
  | Extract<Intent, { readonly kind: 'login' | 'list-users' | 'refresh' | 'logout' }>
  | Extract<Intent, { readonly kind: AccountAct['kind'] }>;

export function actInTab(intent: TabAct, client: Client, activity: Activity): Promise<void> {
  switch (intent.kind) {
    case 'login':
      return client.login(activity, loginForm(intent.person, intent.password));
    case 'list-users':
      return client.listUsers(activity, intent.credential ?? 'own');
    case 'refresh':
      return client.refresh(activity, intent.credential ?? 'own');
    case 'logout':
      return client.logout(activity);
    default:
      return client.account(activity, intent);
  }
}
