import { ROLES, type Role } from '#core/intents.ts';

/** Somebody who can log in, without what proves it. */
export type User = {
  readonly id: number;
  readonly user_name: string;
  readonly email: string;
  readonly role: Role;
};

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** What answers say about a user: never an e-mail, a hash or a salt. */
export type PublicUser = Pick<User, 'id' | 'user_name' | 'role'>;

export function publicUser({ id, user_name, role }: PublicUser): PublicUser {
  return { id, user_name, role };
}
