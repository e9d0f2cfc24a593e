import { claimRule, type ClaimRule } from './claim-names.ts';
import { readClaimValue, reportClaimValue, type ClaimValue } from './claim-values.ts';
import { judgeClaims, type ClaimsTime, type ClaimsVerdict } from './claims-verdict.ts';
import { FindingList } from './finding-list.ts';
import type { Finding } from './findings.ts';
import type { Segment } from './segment.ts';
import type { ParsedToken } from './token-forms.ts';

export interface RegisteredClaim {
  readonly name: string;
  /** The member's node in the payload's tree. */
  readonly node: number;
  readonly rule: ClaimRule;
  readonly value: ClaimValue;
}

export interface ClaimsReading {
  /** In the order of the payload, without members that a later one of the same name shadows. */
  readonly claims: readonly RegisteredClaim[];
  readonly findings: readonly Finding[];
  readonly verdict: ClaimsVerdict;
}

const NO_CLAIMS: ClaimsReading = {
  claims: [],
  findings: [],
  verdict: { state: 'no-claims', secondsToExpiry: null, secondsToStart: null },
};

/** Reads the registered claims of a payload (see `claimsSegment`) and judges them at a given time. */
export function readClaims(payload: Segment | null, time: ClaimsTime): ClaimsReading {
  const json = payload?.json ?? null;
  if (payload === null || json?.isObject !== true) return NO_CLAIMS;
  const findings = new FindingList();
  const claims: RegisteredClaim[] = [];
  for (let node = json.firstChild(0); node >= 0; node = json.nextSibling(node)) {
    const rule = json.isShadowed(node) ? null : claimRule(json.name(node) ?? '');
    if (rule === null) continue;
    const value = readClaimValue(json, node, rule.type);
    reportClaimValue(payload, json, node, rule, value, findings);
    claims.push({ name: json.name(node) ?? '', node, rule, value });
  }
  const verdict = judgeClaims(payload, claims, time, findings);
  return { claims, findings: findings.finish(), verdict };
}

/** The claim of this name, or null. */
export function findClaim(reading: ClaimsReading, name: string): RegisteredClaim | null {
  return reading.claims.find((claim) => claim.name === name) ?? null;
}

/** The segment that holds a claims set, be it incomplete, or null. */
export function claimsSegment(token: ParsedToken): Segment | null {
  const payload = payloadOf(token);
  return payload?.json?.isObject === true ? payload : null;
}

function payloadOf(token: ParsedToken): Segment | null {
  switch (token.form) {
    case 'jws':
    case 'unsecured':
    case 'detached':
    case 'jws-json':
      return token.payload;
    case 'sd-jwt':
      return token.issuer.payload;
    case 'malformed':
      return token.segments.find(({ name }) => name === 'payload') ?? null;
    case 'jwe':
    case 'jwe-json':
    case 'other':
    case 'key-material':
    case 'empty':
      return null;
  }
}
