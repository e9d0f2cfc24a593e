import type { Citation, Reason } from '#core/reasons.ts';

/** What one rule says of a cookie, and where the rule is written. */
export type Ruling =
  | {
      readonly ok: true;
      readonly reason: 'ok';
      readonly cites: readonly Citation[];
    }
  | {
      readonly ok: false;
      readonly reason: Exclude<Reason, 'ok'>;
      readonly cites: readonly Citation[];
    };

export type Refusal = Extract<Ruling, { readonly ok: false }>;

/** Whether something is the case, by the rule cited. */
export interface Finding {
  readonly holds: boolean;
  readonly cite: Citation;
}

/**
 * The document the jar follows: "Cookies: HTTP State Management Mechanism",
 * draft-ietf-httpbis-rfc6265bis-22 (December 2025), approved and waiting for
 * its RFC number. It replaces RFC 6265.
 */
export function bis(section: string): Citation {
  return { document: 'RFC 6265bis', section };
}

export function allow(...cites: readonly Citation[]): Ruling {
  return { ok: true, reason: 'ok', cites };
}

export function refuse(
  reason: Refusal['reason'],
  ...cites: readonly Citation[]
): Refusal {
  return { ok: false, reason, cites };
}

/**
 * The first refusal; where there is none, the permission that rests on all the
 * rules that spoke, each cited once.
 */
export function firstRefusal(rulings: readonly Ruling[]): Ruling {
  const refusal = rulings.find((ruling) => !ruling.ok);
  if (refusal) return refusal;
  const bySection = new Map<string, Citation>();
  for (const cite of rulings.flatMap((ruling) => ruling.cites))
    bySection.set(cite.section ?? '', cite);
  return allow(...bySection.values());
}
