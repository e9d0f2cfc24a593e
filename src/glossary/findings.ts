import { type FindingEntry, lookUp, type OpenFamily } from './entry.ts';
import { CONTENT_FINDING_ENTRIES } from './findings-content.ts';
import { ENCODING_FINDING_ENTRIES } from './findings-encoding.ts';
import { HEADER_FINDING_ENTRIES } from './findings-header.ts';
import { JSON_FINDING_ENTRIES } from './findings-json.ts';
import { OTHER_FORM_FINDING_ENTRIES } from './findings-other-forms.ts';

/**
 * Everything the token room can find, by its code. Keyed by string, because this room knows that one only by name: a test holds the two
 * lists together. Kept apart from `glossary.ts`, since only the token bench needs it.
 */
export const FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  ...ENCODING_FINDING_ENTRIES,
  ...JSON_FINDING_ENTRIES,
  ...HEADER_FINDING_ENTRIES,
  ...OTHER_FORM_FINDING_ENTRIES,
  ...CONTENT_FINDING_ENTRIES,
};

/** The words for a finding, null for a code that is not one. */
export function findingEntry(code: string): FindingEntry | null {
  return lookUp(FINDING_ENTRIES, code);
}
