import {
  findingSeverity,
  type Finding,
  type FindingCode,
  type FindingDetail,
  type Range,
  type SegmentName,
  type Severity,
} from './findings.ts';

/** A hostile token can break one rule a million times: this many are listed per segment, the rest are counted. */
const LISTED_PER_RULE = 20;

/** Where a finding is; everything but the segment is optional. */
export interface Place {
  readonly segment: SegmentName;
  readonly index?: number;
  readonly characters?: Range | null;
  readonly bytes?: Range | null;
  readonly node?: number | null;
  /** Milder than the rule's default. */
  readonly severity?: Severity;
}

interface Tally {
  readonly code: FindingCode;
  readonly place: Place;
  listed: number;
  unlisted: number;
}

const NO_DETAIL: FindingDetail = {};

/** Collects findings; the list stays short whatever the input. */
export class FindingList {
  readonly #findings: Finding[] = [];
  readonly #tallies = new Map<FindingCode, Map<SegmentName, Tally>>();

  add(code: FindingCode, place: Place, detail: FindingDetail = NO_DETAIL): void {
    const tally = this.#tally(code, place);
    if (tally.listed >= LISTED_PER_RULE) {
      tally.unlisted += 1;
      return;
    }
    tally.listed += 1;
    this.#findings.push(finding(code, place, detail));
  }

  /** True when a further finding of this code would only be counted: the caller may skip working out its detail. */
  isFull(code: FindingCode, place: Place): boolean {
    return this.#tally(code, place).listed >= LISTED_PER_RULE;
  }

  /** Counts findings without listing them. */
  addUnlisted(code: FindingCode, place: Place, count: number): void {
    if (count > 0) this.#tally(code, place).unlisted += count;
  }

  /** All findings in the order they were made, then one `token-more-findings` per rule that was cut short. */
  finish(): readonly Finding[] {
    const tallies = [...this.#tallies.values()].flatMap((ofCode) => [...ofCode.values()]);
    for (const { code, place, unlisted } of tallies) {
      if (unlisted === 0) continue;
      const { segment, index = 0 } = place;
      this.#findings.push(finding('token-more-findings', { segment, index }, { code, count: unlisted }));
    }
    this.#tallies.clear();
    return this.#findings;
  }

  #tally(code: FindingCode, place: Place): Tally {
    let ofCode = this.#tallies.get(code);
    if (ofCode === undefined) this.#tallies.set(code, (ofCode = new Map()));
    let tally = ofCode.get(place.segment);
    if (tally === undefined) {
      ofCode.set(place.segment, (tally = { code, place, listed: 0, unlisted: 0 }));
    }
    return tally;
  }
}

function finding(code: FindingCode, place: Place, detail: FindingDetail): Finding {
  return {
    code,
    severity: place.severity ?? findingSeverity(code),
    segment: place.segment,
    index: place.index ?? 0,
    characters: place.characters ?? null,
    bytes: place.bytes ?? null,
    node: place.node ?? null,
    detail,
  };
}
