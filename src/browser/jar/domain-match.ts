import { isAddress } from './canonical-host.ts';
import { bis, type Finding } from './ruling.ts';

const CITE = bis('5.1.3');

/**
 * Whether a host lies within a domain (RFC 6265bis §5.1.3). Both are canonical.
 */
export function domainMatch(host: string, domain: string): Finding {
  // A host lies within itself.
  if (host === domain) return { holds: true, cite: CITE };
  // Otherwise it must end in the domain, at a dot ("notapp.example" does not
  // lie within "app.example"), and be a name: in an address the digits on the
  // right are no parent of those on the left.
  return { holds: host.endsWith(`.${domain}`) && !isAddress(host), cite: CITE };
}
