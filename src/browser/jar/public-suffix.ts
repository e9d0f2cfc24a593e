import { isAddress } from './canonical-host.ts';
import { bis } from './ruling.ts';

export const PUBLIC_SUFFIX_CITE = bis('5.7');

/**
 * A public suffix is a name under which anybody may register one, such as
 * "com": a cookie for all of it would reach strangers. Browsers carry a list of
 * some ten thousand (publicsuffix.org). This simulated internet has none but
 * single labels, "example" above all, so one label is the whole rule; "co.uk"
 * would wrongly pass.
 */
export function isPublicSuffix(domain: string): boolean {
  return !domain.includes('.') && !isAddress(domain);
}

/**
 * The name that somebody registered: the public suffix and one label more
 * ("app.example" for "blog.app.example").
 */
export function registrableDomain(host: string): string {
  return isAddress(host) ? host : host.split('.').slice(-2).join('.');
}
