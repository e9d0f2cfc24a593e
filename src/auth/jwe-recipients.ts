import type { FlattenedJWE } from 'jose';
import { isJsonObject, type JsonObject } from '#core/json.ts';
import { toPlainJson } from '#token/json-plain.ts';
import type { JsonTree } from '#token/json-tree.ts';
import type { Segment } from '#token/segment.ts';
import type { CompactJwe, JsonJwe } from '#token/token-forms.ts';

/** One recipient of an encrypted token: the parts as they were pasted, and the header that counts for them. */
export interface JweRecipient {
  /** Its place in a JSON serialisation; 0 elsewhere. */
  readonly index: number;
  /** Protected, shared and own parameters together (RFC 7516 §7.2.1). */
  readonly header: JsonObject;
  readonly jwe: FlattenedJWE;
}

export function jweRecipients(
  token: CompactJwe | JsonJwe,
): readonly JweRecipient[] {
  return token.form === 'jwe' ? [compactRecipient(token)] : recipients(token);
}

function compactRecipient(token: CompactJwe): JweRecipient {
  const { header, encryptedKey, iv, ciphertext, tag } = token;
  return {
    index: 0,
    header: objectAt(header.json, 0),
    jwe: {
      protected: header.text,
      ciphertext: ciphertext.text,
      ...present('encrypted_key', encryptedKey),
      ...present('iv', iv),
      ...present('tag', tag),
    },
  };
}

function recipients(token: JsonJwe): readonly JweRecipient[] {
  const { header, unprotected, iv, ciphertext, tag, aad, document } = token;
  const common = {
    ciphertext: ciphertext.text,
    ...present('protected', header),
    ...present('iv', iv),
    ...present('tag', tag),
    ...present('aad', aad),
  };
  const shared = objectAt(document.json, unprotected);
  return token.recipients.map((recipient, index) => {
    const own = objectAt(document.json, recipient.header);
    return {
      index,
      header: { ...own, ...shared, ...objectAt(header?.json ?? null, 0) },
      jwe: {
        ...common,
        ...present('encrypted_key', recipient.encryptedKey),
        ...(unprotected < 0 ? {} : { unprotected: shared }),
        ...(recipient.header < 0 ? {} : { header: own }),
      },
    };
  });
}

/** A part that is empty is left out, as JOSE has it. */
function present<Name extends string>(
  name: Name,
  segment: Segment | null,
): { readonly [name in Name]?: string } {
  if (segment === null || segment.text === '') return {};
  return { [name]: segment.text } as { readonly [name in Name]?: string };
}

function objectAt(json: JsonTree | null, node: number): JsonObject {
  const value = json === null ? null : toPlainJson(json, node);
  return isJsonObject(value) ? value : {};
}
