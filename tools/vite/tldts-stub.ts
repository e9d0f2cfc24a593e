/**
 * Stands in for `tldts`, the 113 kB list of public suffixes which MSW's cookie jar brings along. The simulated browser has
 * its own jar and no request of ours carries a real cookie, so each host may count as its own registrable domain.
 */
export function getDomain(host: string): string {
  return host;
}
