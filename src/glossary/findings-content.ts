import { type FindingEntry, lookUp, type OpenFamily } from './entry.ts';
import { CLAIM_FINDING_ENTRIES } from './findings-claims.ts';
import { LINT_FINDING_ENTRIES } from './findings-lint.ts';

/** What can be found in a token whose form is sound. Kept apart from the rest of the findings, which most tokens give no cause for. */
export const CONTENT_FINDING_ENTRIES: OpenFamily<FindingEntry> = { ...CLAIM_FINDING_ENTRIES, ...LINT_FINDING_ENTRIES };

/** The words for such a finding, null for any other code. */
export function contentFindingEntry(code: string): FindingEntry | null {
  return lookUp(CONTENT_FINDING_ENTRIES, code);
}
