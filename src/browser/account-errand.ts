import type { ClientAction } from '#core/events.ts';
import type { AccountAct } from '#core/intents.ts';
import type { JsonValue } from '#core/json.ts';
import { DEMO_USER_IDS } from '#core/people.ts';

/** Addresses that differ from scheme to scheme. */
export interface AccountPaths {
  readonly email: string;
  readonly logoutEverywhere: string;
}

/** What a person asks for, and the request that the page makes of it. */
export interface AccountErrand {
  readonly action: ClientAction;
  /** What it is done to. */
  readonly subject: string | null;
  readonly path: string;
  /** Null where the address says it all. */
  readonly json: JsonValue;
}

/** Whose credential goes along is the client's business. */
export function accountErrand(
  act: AccountAct,
  paths: AccountPaths,
): AccountErrand {
  switch (act.kind) {
    case 'change-email': {
      const { kind, email } = act;
      return {
        action: kind,
        subject: email,
        path: paths.email,
        json: { email },
      };
    }
    case 'change-password': {
      // The new password is as secret as the old one: it is named nowhere.
      const json = { old: act.old, new: act.password };
      const path = '/account/password';
      return { action: act.kind, subject: null, path, json };
    }
    case 'logout-everywhere': {
      const action = 'press-logout-everywhere';
      return {
        action,
        subject: null,
        path: paths.logoutEverywhere,
        json: null,
      };
    }
    case 'end-sessions': {
      const json = { user_id: DEMO_USER_IDS[act.person] };
      const path = '/admin/end-sessions';
      return { action: act.kind, subject: userName(json), path, json };
    }
    case 'set-role': {
      const json = { user_id: DEMO_USER_IDS[act.person], role: act.role };
      const subject = `${userName(json)}: ${act.role}`;
      return { action: act.kind, subject, path: '/admin/role', json };
    }
    case 'disable': {
      const json = { user_id: DEMO_USER_IDS[act.person] };
      const path = '/admin/disable';
      return { action: 'disable-user', subject: userName(json), path, json };
    }
  }
}

function userName({ user_id }: { readonly user_id: number }): string {
  return `user ${user_id}`;
}
