import { decodeBase64url, type Base64urlFault } from '#token/base64url.ts';
import { unreadable, type Reading } from './key-problem.ts';

/** One block of PEM (RFC 7468). */
export interface PemBlock {
  /** `PUBLIC KEY`, `EC PRIVATE KEY`, …, as written. */
  readonly label: string;
  readonly der: Uint8Array<ArrayBuffer>;
  /** Where a byte of `der` stands in the pasted text. */
  readonly offsetOf: (byte: number) => number;
  readonly isEncrypted: boolean;
}

export interface PemText {
  /** At least one. */
  readonly blocks: readonly PemBlock[];
  /** `\n` was spelled out, as in an environment variable. */
  readonly isEscaped: boolean;
  /** Something stands around or between the blocks. */
  readonly hasOtherText: boolean;
}

const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,60})-----/g;

/** OpenSSL's older encryption says so in headers (RFC 1421 §4.6). */
const ENCRYPTED = /^\s*Proc-Type: *4, *ENCRYPTED/;

/** Reads every block of a text. Lines may be of any length, and may even be lost. Null if no block begins in it. */
export function readPem(pasted: string): Reading<PemText> | null {
  // Two characters for two, so that offsets stay what they are.
  const text = pasted.replaceAll(/\\r|\\n/g, ' \n');
  const blocks: PemBlock[] = [];
  let other = '';
  let rest = 0;
  for (const match of text.matchAll(BEGIN)) {
    const label = match[1] ?? '';
    const start = match.index + match[0].length;
    if (match.index < rest) continue;
    const end = text.indexOf(`-----END ${label}-----`, start);
    if (end < 0) return unreadable('pem-unclosed', match.index, label);
    const block = readBlock(label, text.slice(start, end), start);
    if (!block.ok) return block;
    blocks.push(block.value);
    other += text.slice(rest, match.index);
    rest = end + `-----END ${label}-----`.length;
  }
  if (blocks.length === 0) return null;
  const hasOtherText = /[^\s"']/.test(other + text.slice(rest));
  return {
    ok: true,
    value: { blocks, isEscaped: text !== pasted, hasOtherText },
  };
}

function readBlock(
  label: string,
  body: string,
  start: number,
): Reading<PemBlock> {
  const isEncrypted = label.startsWith('ENCRYPTED') || ENCRYPTED.test(body);
  if (isEncrypted) {
    const der = new Uint8Array();
    return {
      ok: true,
      value: { label, der, offsetOf: () => start, isEncrypted },
    };
  }
  const { bytes, faults, positions } = decodeBase64url(body);
  const bad = faults.find(isForeign);
  if (bad) return unreadable('pem-character', start + bad.start, label);
  const offsetOf = (byte: number): number => {
    const letter = Math.floor((byte * 8) / 6);
    return start + (positions?.[letter] ?? letter);
  };
  const der = new Uint8Array(bytes);
  return { ok: true, value: { label, der, offsetOf, isEncrypted } };
}

/** `+` and `/` are right in PEM, white space and padding as well. */
function isForeign({ kind }: Base64urlFault): boolean {
  return kind === 'character' || kind === 'length';
}
