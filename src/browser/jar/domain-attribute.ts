import { canonicalHost } from './canonical-host.ts';
import { domainMatch } from './domain-match.ts';
import { attributeValues, type SetCookie } from './parse-set-cookie.ts';
import { isPublicSuffix, PUBLIC_SUFFIX_CITE } from './public-suffix.ts';
import { allow, bis, refuse, type Ruling } from './ruling.ts';

const CITE = bis('5.6.3');

interface DomainReading {
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly ruling: Ruling;
}

/** Which hosts get the cookie (RFC 6265bis §5.6.3 and §5.7 steps 7 to 10). */
export function readDomain(setCookie: SetCookie, url: string): DomainReading {
  const host = canonicalHost(url);
  const hostOnly = { domain: host, hostOnly: true, ruling: allow(CITE) };
  const attribute = (attributeValues(setCookie, 'domain').at(-1) ?? '')
    .replace(/^\./, '')
    .toLowerCase();

  // Without a Domain (an empty last one counts as none) the cookie goes to
  // exactly the host that set it.
  if (attribute === '') return { ...hostOnly, ruling: allow() };
  // A Domain is written in ASCII; anything else is refused rather than guessed
  // at.
  if (!/^\p{ASCII}*$/u.test(attribute))
    return { ...hostOnly, ruling: refuse('cookie-domain-mismatch', CITE) };
  // A public suffix is refused, unless the host is that very name: then the
  // cookie is for the host alone.
  if (isPublicSuffix(attribute)) {
    return attribute === host
      ? hostOnly
      : {
          ...hostOnly,
          ruling: refuse('cookie-public-suffix', PUBLIC_SUFFIX_CITE),
        };
  }
  // A host may name itself or a domain it lies within, never a sibling, a
  // stranger or a host below it.
  const match = domainMatch(host, attribute);
  if (!match.holds)
    return {
      ...hostOnly,
      ruling: refuse('cookie-domain-mismatch', CITE, match.cite),
    };
  return { domain: attribute, hostOnly: false, ruling: allow(CITE) };
}
