import { findingEntry } from '#glossary/findings.ts';
import type { FindingCode } from '#token/findings.ts';

/** What a broken rule is called. */
export function findingTerm(code: FindingCode): string {
  return findingEntry(code)?.term ?? code;
}
