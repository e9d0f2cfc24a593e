import { claimsSegment } from '#token/claims.ts';
import { type ClaimsVerdict, judgeClaims } from '#token/claims-verdict.ts';
import { FindingList } from '#token/finding-list.ts';
import type { Finding, FindingCode } from '#token/findings.ts';
import type { Reading } from '../reading/reading.ts';

/** Findings that come and go with the clock. */
const OF_THE_CLOCK: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'claim-expired',
  'claim-not-yet-valid',
  'claim-issued-ahead',
  'claim-date-order',
]);

export interface JudgedNow {
  readonly verdict: ClaimsVerdict;
  readonly findings: readonly Finding[];
}

/** The claims judged at this second: cheap, because only the registered ones are looked at again. */
export function judgeNow({ token, claims }: Reading, now: number): JudgedNow {
  const payload = claimsSegment(token);
  if (payload === null) return { verdict: claims.verdict, findings: claims.findings };
  const list = new FindingList();
  const verdict = judgeClaims(payload, claims.claims, { now }, list);
  const lasting = claims.findings.filter(({ code }) => !OF_THE_CLOCK.has(code));
  return { verdict, findings: [...list.finish(), ...lasting] };
}
