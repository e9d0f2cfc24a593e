import type { CarriedCredential } from './events.ts';

type Form = CarriedCredential['form'];

/** Cookies that are a credential, and which (RFC 6265bis §4.1.3.2 for the prefix). */
export const CREDENTIAL_COOKIES = {
  PHPSESSID: 'session-id',
  '__Host-session': 'session-id',
  '__Host-access': 'access-token',
  '__Host-refresh': 'refresh-token',
} as const satisfies Readonly<Record<string, Form>>;
export type CredentialCookie = keyof typeof CREDENTIAL_COOKIES;

export function isCredentialCookie(name: string): name is CredentialCookie {
  return Object.hasOwn(CREDENTIAL_COOKIES, name);
}

/** The names under which front ends keep what a login gave them. */
export const CLIENT_KEYS = ['access_token', 'refresh_token', 'user_data', 'session-id', 'access_expires'] as const;
export type ClientKey = (typeof CLIENT_KEYS)[number];
