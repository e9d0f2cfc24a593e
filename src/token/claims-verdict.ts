import type { RegisteredClaim } from './claims.ts';
import type { FindingList } from './finding-list.ts';
import type { NumericDate } from './numeric-date.ts';
import { placeOf, type Segment } from './segment.ts';
import { shown } from './visible.ts';

/**
 * The third verdict: about time and types alone, as RFC 7519 §4.1 has them, whoever the token is for.
 * `no-expiry`: in force, and for ever. `no-claims`: there is no claims set to read.
 */
export interface ClaimsVerdict {
  readonly state: 'no-claims' | 'wrong-type' | 'expired' | 'not-yet-valid' | 'no-expiry' | 'current';
  /** Seconds from now to `exp`, zero or negative once it has come; null without a readable `exp`. */
  readonly secondsToExpiry: number | null;
  /** Seconds from now to `nbf`, zero or negative once it has come; null without a readable `nbf`. */
  readonly secondsToStart: number | null;
}

/** `now` in Unix seconds; `leeway` in seconds, for clocks that disagree. */
export interface ClaimsTime {
  readonly now: number;
  readonly leeway?: number;
}

/** Judges the dates and reports what is past or ahead. */
export function judgeClaims(
  payload: Segment,
  claims: readonly RegisteredClaim[],
  { now, leeway = 0 }: ClaimsTime,
  findings: FindingList,
): ClaimsVerdict {
  const exp = findDate(claims, 'exp');
  const nbf = findDate(claims, 'nbf');
  const iat = findDate(claims, 'iat');
  // RFC 7519 §4.1.4: "on or after" is too late, so equality is already expired.
  const isExpired = exp !== null && now >= exp.date.seconds + leeway;
  // §4.1.5: "before" is too early, so equality is in time.
  const isEarly = nbf !== null && now < nbf.date.seconds - leeway;
  if (isExpired) {
    const since = now - exp.date.seconds;
    report(payload, 'claim-expired', exp, { since }, findings);
  }
  if (isEarly) {
    const until = nbf.date.seconds - now;
    report(payload, 'claim-not-yet-valid', nbf, { until }, findings);
  }
  if (iat !== null && iat.date.seconds > now + leeway) {
    const ahead = iat.date.seconds - now;
    report(payload, 'claim-issued-ahead', iat, { ahead }, findings);
  }
  reportOrder(payload, exp, nbf ?? iat, findings);
  return {
    state: hasWrongType(claims)
      ? 'wrong-type'
      : isExpired
        ? 'expired'
        : isEarly
          ? 'not-yet-valid'
          : exp === null
            ? 'no-expiry'
            : 'current',
    secondsToExpiry: exp === null ? null : exp.date.seconds - now,
    secondsToStart: nbf === null ? null : nbf.date.seconds - now,
  };
}

interface DatedClaim {
  readonly claim: RegisteredClaim;
  readonly date: NumericDate;
}

function findDate(claims: readonly RegisteredClaim[], name: string): DatedClaim | null {
  const claim = claims.find((candidate) => candidate.name === name);
  return claim?.value.kind === 'date' ? { claim, date: claim.value.date } : null;
}

function report(
  payload: Segment,
  code: 'claim-expired' | 'claim-not-yet-valid' | 'claim-issued-ahead',
  { claim, date }: DatedClaim,
  detail: Record<string, number>,
  findings: FindingList,
): void {
  const { json } = payload;
  const place = placeOf(payload, json?.valueRange(claim.node) ?? null, claim.node);
  findings.add(code, place, { literal: shown(date.literal), ...detail });
}

/** A token that ends before it begins is never in force. */
function reportOrder(payload: Segment, exp: DatedClaim | null, start: DatedClaim | null, findings: FindingList): void {
  if (exp === null || start === null || exp.date.seconds > start.date.seconds) return;
  const range = payload.json?.valueRange(exp.claim.node) ?? null;
  const place = placeOf(payload, range, exp.claim.node);
  findings.add('claim-date-order', place, { name: 'exp', after: start.claim.name });
}

/** A wrong type in one of RFC 7519's own claims: what it was meant to say cannot be checked. */
function hasWrongType(claims: readonly RegisteredClaim[]): boolean {
  return claims.some(({ value, rule }) => value.kind === 'wrong-type' && rule.source.document === 'RFC 7519');
}
