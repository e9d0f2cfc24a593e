import type { FindingRule } from './findings.ts';

/** What a claims set can break on its own or against a given time. Found by `readClaims`. */
export const CLAIM_FINDINGS = {
  'claim-type': ['invalid', 'RFC 7519', '4.1', ['name', 'expected', 'found', 'shown']],
  'claim-expired': ['invalid', 'RFC 7519', '4.1.4', ['literal', 'since']],
  'claim-not-yet-valid': ['invalid', 'RFC 7519', '4.1.5', ['literal', 'until']],
  'claim-issued-ahead': ['warning', 'RFC 7519', '4.1.6', ['literal', 'ahead']],
  'claim-date-unit': ['warning', 'RFC 7519', '2', ['name', 'literal', 'unit', 'seconds']],
  'claim-date-fraction': ['note', 'RFC 7519', '2', ['name', 'literal']],
  'claim-date-early': ['warning', 'RFC 7519', '2', ['name', 'literal']],
  'claim-date-beyond-calendar': ['warning', 'RFC 7519', '2', ['name', 'literal']],
  'claim-date-order': ['warning', 'RFC 7519', '4.1', ['name', 'after']],
} as const satisfies Record<string, FindingRule>;
