import { decodeBase64url } from './base64url.ts';
import { inflateRaw } from './inflate.ts';
import { decodeUtf8 } from './utf8.ts';

/** A SAML message (OASIS saml-core-2.0): XML, as it is or wrapped for a form (base64) or a redirect (DEFLATE, then base64). */
export interface Saml {
  readonly kind: 'saml';
  readonly wrapping: 'xml' | 'base64' | 'deflate';
  /** The name of the outermost element, `Response`, `Assertion`, `AuthnRequest`, …, without its prefix. */
  readonly element: string;
}

/** How much is looked at to find the outermost element. */
const LOOK = 4096;

const ELEMENT =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:[\w-]{1,40}:)?(Response|Assertion|AuthnRequest|LogoutRequest|LogoutResponse|ArtifactResolve|ArtifactResponse|EntityDescriptor)[\s>]/;

export function recogniseSaml(text: string): Saml | null {
  const plain = elementOf(text.slice(0, LOOK));
  if (plain !== null) return { kind: 'saml', wrapping: 'xml', element: plain };
  if (!/^[A-Za-z0-9+/_-]{16}[^.]*$/.test(text)) return null;
  const { bytes } = decodeBase64url(text.slice(0, LOOK));
  const direct = elementOf(decodeUtf8(bytes));
  if (direct !== null) return { kind: 'saml', wrapping: 'base64', element: direct };
  const inflated = elementOf(decodeUtf8(inflateRaw(bytes, LOOK).bytes));
  return inflated === null ? null : { kind: 'saml', wrapping: 'deflate', element: inflated };
}

/** Both the element's name and SAML's namespace must be there: other XML has a `Response` too. */
function elementOf(text: string): string | null {
  const element = ELEMENT.exec(text)?.[1];
  return element !== undefined && text.includes('urn:oasis:names:tc:SAML:') ? element : null;
}
