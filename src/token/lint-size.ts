import type { FindingList } from './finding-list.ts';

/** Bytes of a cookie's name and value together that a browser must keep (RFC 6265bis §5.6). */
export const COOKIE_LIMIT = 4096;
/** No standard sets it; common servers refuse longer header lines (Apache 8190, nginx 8 k by default). */
export const HEADER_LIMIT = 8192;

/** Where a token of this length no longer fits. */
export function lintSize(text: string, findings: FindingList): void {
  const characters = text.length;
  const place = { segment: 'token' } as const;
  if (characters > COOKIE_LIMIT) {
    findings.add('size-cookie', place, { characters, limit: COOKIE_LIMIT });
  }
  if ('Authorization: Bearer '.length + characters > HEADER_LIMIT) {
    findings.add('size-header', place, { characters, limit: HEADER_LIMIT });
  }
}
