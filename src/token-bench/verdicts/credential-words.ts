import { numberText } from '#kit/number-text.ts';
import type { OtherCredential } from '#token/other-credentials.ts';
import { toVisible } from '#token/visible.ts';

export interface CredentialWords {
  /** Follows "not a JWT:". */
  readonly name: string;
  readonly says: string;
}

/** What a pasted text is instead of a JWT, and what can be said of it. */
export function credentialWords(credential: OtherCredential): CredentialWords {
  switch (credential.kind) {
    case 'paseto':
      return {
        name: `a PASETO, version ${credential.version}`,
        says:
          credential.purpose === 'public'
            ? 'Signed and readable. Its version fixes the algorithm, so there is no `alg` to get wrong.'
            : 'Encrypted with a shared key: nothing in it can be read.',
      };
    case 'saml':
      return {
        name: `a SAML ${credential.element}`,
        says: `XML${SAML_WRAPPINGS[credential.wrapping]}. Single sign-on from before JWT.`,
      };
    case 'uuid':
      return {
        name: `a UUID, version ${credential.version}`,
        says:
          credential.randomBits === null || credential.randomBits === 0
            ? 'Not random: it can be guessed, so it must not be a session id.'
            : `${credential.randomBits} random bits. A session id should have 128.`,
      };
    case 'fernet':
      return {
        name: 'a Fernet token',
        says: `Encrypted with a shared key, made at ${isoDate(credential.issuedAt)}. Only the date can be read.`,
      };
    case 'macaroon':
      return { name: 'a macaroon', says: 'A bearer token that its holder can weaken, but not strengthen.' };
    case 'signed-cookie':
      return {
        name: `a cookie signed by ${credential.framework === 'express' ? 'Express' : 'Flask or Django'}`,
        says:
          credential.content === null
            ? 'Its content is compressed and signed.'
            : `It carries \`${toVisible(credential.content, 120)}\`, readable and signed.`,
      };
    case 'vendor-token':
      return {
        name: `${/^[AEIOU]/.test(credential.vendor) ? 'an' : 'a'} ${credential.vendor} token`,
        says: `Known by its beginning, \`${credential.prefix}\`. Whoever holds it can use it: revoke it if it was seen.`,
      };
    case 'session-id':
      return {
        name: 'a session id, by its look',
        says: `${credential.length} characters of ${credential.alphabet}, at most ${credential.atMostBits} bits. It means something only to the server that keeps the session.`,
      };
    case 'opaque':
      return {
        name: 'an opaque string',
        says: `${numberText(credential.length)} ${credential.length === 1 ? 'character' : `characters, ${credential.distinct} different`}, at most ${numberText(credential.atMostBits)} bits. Only its issuer knows what it stands for.`,
      };
    case 'text':
      return { name: TEXTS[credential.markup], says: 'There is no token in it.' };
  }
}

const SAML_WRAPPINGS = { xml: '', base64: ' in base64', deflate: ', compressed, in base64' } as const;
const TEXTS = { json: 'JSON', xml: 'XML or HTML', none: 'plain text' } as const;

function isoDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}
