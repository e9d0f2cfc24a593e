import { encodeBase64url } from '#token/base64url.ts';
import { scanJson } from '#token/json-scan.ts';
import type { JsonTree } from '#token/json-tree.ts';
import type { CompactJws, ParsedToken } from '#token/token-forms.ts';
import { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from '#token/utf8.ts';

/** One part of a token to be signed: as it was pasted, or as the reader wrote it. */
export interface DraftPart {
  /** JSON text, or any text for a payload. */
  readonly text: string;
  /** The characters it was pasted as: kept to the letter while the text is untouched. Null for a part written here. */
  readonly pasted: string | null;
}

export interface Draft {
  readonly header: DraftPart;
  readonly payload: DraftPart;
}

/** A longer token is not edited as text: the browser's own field would be too slow for it. */
export const EDITABLE = 32_768;

/** What to begin with: the token on the bench, if it has two parts that are text and is not too long, or a plain one. */
export function draftOf(token: ParsedToken | null, now: number): Draft {
  const isCompact = (token?.form === 'jws' || token?.form === 'unsecured') && token.text.length <= EDITABLE;
  if (isCompact && isText(token.header.bytes) && isText(token.payload.bytes)) return pastedDraft(token);
  return {
    header: { text: '{"alg":"HS256","typ":"JWT"}', pasted: null },
    payload: { text: `{"sub":"42","iat":${now},"exp":${now + 3600}}`, pasted: null },
  };
}

function pastedDraft({ header, payload }: CompactJws): Draft {
  return {
    header: { text: decodeUtf8(header.bytes), pasted: header.text },
    payload: { text: decodeUtf8(payload.bytes), pasted: payload.base64url === null ? null : payload.text },
  };
}

function isText(bytes: Uint8Array): boolean {
  return firstInvalidUtf8(bytes) < 0;
}

/** The part as it will stand in the token: to the letter as it was pasted, or the text encoded as it is written. */
export function encodedPart({ text, pasted }: DraftPart): string {
  return pasted ?? encodeBase64url(encodeUtf8(text));
}

export interface HeaderAlgorithm {
  /** Null where it is missing or no string. */
  readonly alg: string | null;
  readonly isJson: boolean;
}

export function headerAlgorithm(header: string): HeaderAlgorithm {
  const json = scanJson(encodeUtf8(header));
  return { alg: json.isObject ? json.rootString('alg') : null, isJson: json.isWellFormed && json.isObject };
}

/** Writes another algorithm into a header and leaves every other character as it is; the header unchanged if it is no JSON object. */
export function withAlgorithm(header: string, alg: string): string {
  const bytes = encodeUtf8(header);
  const json = scanJson(bytes);
  if (!json.isWellFormed || !json.isObject) return header;
  const node = json.member(0, 'alg');
  return node >= 0 ? splice(json, json.valueRange(node), `"${alg}"`) : insertFirst(json, `"alg":"${alg}"`);
}

function splice(
  { bytes }: JsonTree,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): string {
  return decodeUtf8(bytes, 0, start) + text + decodeUtf8(bytes, end);
}

function insertFirst(json: JsonTree, member: string): string {
  const { start } = json.valueRange(0);
  const comma = json.childCount(0) > 0 ? ',' : '';
  return splice(json, { start: start + 1, end: start + 1 }, member + comma);
}
