/**
 * The host in the one form in which hosts are compared: labels in lower case
 * and in ASCII, "bücher" as "xn--bcher-kva" (RFC 6265bis §5.1.2). The URL
 * parser does just that.
 */
export function canonicalHost(url: string): string {
  return new URL(url).hostname;
}

/** An address is no name: nothing stands above it. */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}
