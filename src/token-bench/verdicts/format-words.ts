import { numberText } from '#kit/number-text.ts';
import type { Finding } from '#token/findings.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { contentOf, formatVerdict } from '#token/verdict.ts';
import { findingEntry } from '#glossary/findings.ts';
import { placeWords } from '../findings/finding-words.ts';
import type { Reading } from '../reading/reading.ts';
import { credentialWords } from './credential-words.ts';
import { contentWords } from './content-words.ts';
import { type VerdictWords, WELL_FORMED_JWT } from './verdict-words.ts';

/** The first verdict: whether the bytes keep the rules. It says nothing of signature or claims. */
export function formatWords({
  token,
  extraction,
  chosen,
}: Pick<Reading, 'token' | 'extraction' | 'chosen'>): VerdictWords {
  const { state, warnings } = formatVerdict(token);
  const broken = token.findings.find(({ severity }) => severity === 'invalid');
  switch (state) {
    case 'empty':
      return { kind: 'neutral', says: 'Nothing to read', detail: '' };
    case 'other':
      return otherWords(token);
    case 'invalid':
      return brokenWords(token, broken);
    case 'unsecured':
      return { kind: 'wrong', says: 'Unsecured JWT', detail: '`alg` is `none`: readable, and not signed at all.' };
    case 'well-formed': {
      const isRepaired = extraction.candidates[chosen]?.repairs.some(({ isDamage }) => isDamage) ?? false;
      if (isRepaired)
        return { kind: 'warning', says: `${formName(token)}, after repair`, detail: 'As pasted it is not legal.' };
      if (warnings > 0) return { kind: 'warning', says: formName(token), detail: warningWords(warnings) };
      return { kind: 'valid', says: `Well-formed ${formName(token)}`, detail: shapeWords(token) };
    }
  }
}

function warningWords(count: number): string {
  return `No rule broken, and ${count === 1 ? 'one warning' : `${count} warnings`} below.`;
}

function otherWords(token: ParsedToken): VerdictWords {
  if (token.form === 'key-material') {
    return {
      kind: 'neutral',
      says: 'A key, not a token',
      detail: 'It belongs into the field for keys. Never paste a private key into a page you do not trust.',
    };
  }
  if (token.form !== 'other') return { kind: 'neutral', says: 'Not a token', detail: '' };
  const { name, says } = credentialWords(token.credential);
  return { kind: 'neutral', says: `Not a JWT: ${name}`, detail: says };
}

function brokenWords(token: ParsedToken, broken: Finding | undefined): VerdictWords {
  const entry = broken && findingEntry(broken.code);
  const where = broken ? placeWords(broken, token) : '';
  if (token.form === 'malformed')
    return { kind: 'wrong', says: 'Not a whole token', detail: periodWords(token.periods) };
  const says = `Malformed ${formName(token)}`;
  if (!broken || !entry) return { kind: 'wrong', says, detail: '' };
  return { kind: 'wrong', says, detail: where === '' ? entry.term : `${entry.term}: ${where}` };
}

function periodWords(periods: number): string {
  const has = periods === 0 ? 'no period' : periods === 1 ? 'one period' : `${numberText(periods)} periods`;
  return `It has ${has}. A signed token needs exactly two, an encrypted one four. What can be read of it is below.`;
}

/** What the form is called, short. */
function formName(token: ParsedToken): string {
  switch (token.form) {
    case 'jws':
      return contentOf(token) === 'claims' ? 'JWT' : 'JWS';
    case 'unsecured':
      return 'unsecured JWT';
    case 'detached':
      return 'JWS without its payload';
    case 'jwe':
      return 'JWE';
    case 'jws-json':
      return 'JWS in JSON';
    case 'jwe-json':
      return 'JWE in JSON';
    case 'sd-jwt':
      return 'SD-JWT';
    case 'malformed':
    case 'other':
    case 'key-material':
    case 'empty':
      return 'token';
  }
}

function shapeWords(token: ParsedToken): string {
  switch (token.form) {
    case 'jws': {
      const content = contentWords(token.content);
      return content === null ? WELL_FORMED_JWT.detail : content;
    }
    case 'detached':
      return 'The payload travels elsewhere.';
    case 'jwe':
      return 'Five segments. The claims are encrypted.';
    case 'sd-jwt': {
      const { length } = token.disclosures;
      return `${length} ${length === 1 ? 'disclosure' : 'disclosures'}${token.keyBinding ? ', and a key-binding token' : ''}.`;
    }
    default:
      return 'Every part reads as its standard asks.';
  }
}
