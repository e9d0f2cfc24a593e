import type { JsonFault, JsonFaultCode } from './json-tree.ts';

/** Faults are listed up to this many and counted beyond it. */
const LISTED_FAULTS = 64;

/** Collects the broken rules of one JSON text. */
export class JsonFaults {
  readonly listed: JsonFault[] = [];
  unlisted = 0;

  add(code: JsonFaultCode, start: number, end: number): void {
    if (this.listed.length < LISTED_FAULTS) this.listed.push({ code, start, end });
    else this.unlisted += 1;
  }
}

/** What a byte that cannot stand here was probably meant as. */
export function unexpectedCode(byte: number, next: number | undefined): JsonFaultCode {
  if (byte === 0x27 || byte === 0x60) return 'json-quotes';
  const isComment = byte === 0x23 || (byte === 0x2f && (next === 0x2f || next === 0x2a));
  return isComment ? 'json-comment' : 'json-unexpected';
}
