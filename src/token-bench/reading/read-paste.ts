import type { FindingEntry } from '#glossary/entry.ts';
import { findingEntry } from '#glossary/findings.ts';
import { extractTokens } from '#token/extract.ts';
import type { Finding } from '#token/findings.ts';
import { parseToken } from '#token/parse.ts';
import { formatWords } from '../verdicts/format-words.ts';
import { readContent } from './read-plain.ts';
import type { Reading, ReadRequest } from './reading.ts';

/** Finds the tokens in a paste and reads the chosen one. Never throws. */
export function readPaste({ pasted, chosen, now }: ReadRequest): Reading {
  const extraction = extractTokens(pasted);
  const index = Math.min(chosen, Math.max(0, extraction.candidates.length - 1));
  const token = parseToken(extraction.candidates[index]?.text ?? '');
  const read = { extraction, chosen: index, token };
  const content = readContent(token, now);
  const found = [...token.findings, ...content.claims.findings, ...content.lint];
  return { ...read, format: formatWords(read), explained: explain(found), ...content };
}

function explain(findings: readonly Finding[]): Reading['explained'] {
  const explained: Record<string, FindingEntry> = {};
  for (const { code } of findings) {
    const words = findingEntry(code);
    if (words !== null) explained[code] = words;
  }
  return explained;
}
