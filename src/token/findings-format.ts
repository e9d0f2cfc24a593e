import type { FindingRule } from './findings.ts';

/**
 * What a token's own bytes can break: its segments, their encoding, their JSON, the rules for headers. Found by `parseToken`.
 * The severity is the default; the same rule is only a warning in a payload, because a JWS may carry anything.
 */
export const FORMAT_FINDINGS = {
  // the token as a string
  'token-empty': ['invalid', 'RFC 7515', '7.1', []],
  'token-segment-count': ['invalid', 'RFC 7515', '5.2', ['periods', 'expected']],
  'token-segment-empty': ['invalid', 'RFC 7515', '5.2', ['position']],
  'token-parts-unread': ['note', 'Claimcheck', '', ['name', 'read', 'count']],
  'token-more-findings': ['note', 'Claimcheck', '', ['code', 'count']],

  // base64url
  'base64url-whitespace': ['invalid', 'RFC 7515', '2', ['character', 'count']],
  'base64url-padding': ['invalid', 'RFC 7515', '2', ['count']],
  'base64url-alphabet': ['invalid', 'RFC 4648', '5', ['character', 'canonical', 'count']],
  'base64url-character': ['invalid', 'RFC 4648', '3.3', ['character', 'count']],
  'base64url-length': ['invalid', 'RFC 4648', '4', ['letters']],
  'base64url-trailing-bits': ['warning', 'RFC 4648', '3.5', ['character', 'canonical', 'bits']],

  // text
  'utf8-invalid': ['invalid', 'RFC 3629', '3', ['byte', 'count']],
  'utf8-bom': ['invalid', 'RFC 8259', '8.1', []],
  'utf16-text': ['invalid', 'RFC 8725bis', '3.7', ['encoding']],
  'text-lone-surrogate': ['warning', 'RFC 8259', '8.2', ['shown']],
  'text-bidi-control': ['warning', 'UTS #39', '', ['shown']],
  'text-control-character': ['warning', 'RFC 8259', '7', ['shown']],
  'text-invisible': ['warning', 'UTS #39', '', ['shown']],
  'name-confusable': ['warning', 'UTS #39', '4', ['name', 'looksLike']],
  'name-mixed-script': ['warning', 'UTS #39', '5.1', ['name', 'scripts']],

  // JSON
  'json-empty': ['invalid', 'RFC 8259', '2', []],
  'json-trailing-comma': ['invalid', 'RFC 8259', '2', []],
  'json-text-after': ['invalid', 'RFC 8259', '2', ['count']],
  'json-control-character': ['invalid', 'RFC 8259', '7', ['byte']],
  'json-escape': ['invalid', 'RFC 8259', '7', []],
  'json-unclosed': ['invalid', 'RFC 8259', '2', ['inside']],
  'json-number': ['invalid', 'RFC 8259', '6', []],
  'json-word': ['invalid', 'RFC 8259', '3', []],
  'json-quotes': ['invalid', 'RFC 8259', '7', []],
  'json-comment': ['invalid', 'RFC 8259', '2', []],
  'json-name': ['invalid', 'RFC 8259', '4', []],
  'json-colon': ['invalid', 'RFC 8259', '4', []],
  'json-comma': ['invalid', 'RFC 8259', '2', []],
  'json-unexpected': ['invalid', 'RFC 8259', '2', ['character']],
  'json-duplicate-name': ['warning', 'RFC 7519', '4', ['name', 'spelled']],
  'json-deep': ['note', 'RFC 8259', '9', ['levels']],
  'number-unsafe-integer': ['warning', 'RFC 7493', '2.2', ['literal', 'read']],
  'number-imprecise': ['warning', 'RFC 8259', '6', ['literal', 'read']],
  'number-overflow': ['warning', 'RFC 8259', '6', ['literal', 'read']],
  'number-underflow': ['warning', 'RFC 8259', '6', ['literal', 'read']],
  'number-rewritten': ['warning', 'RFC 8259', '6', ['literal', 'read']],

  // header parameters
  'header-not-object': ['invalid', 'RFC 7515', '5.2', ['found']],
  'header-parameter-type': ['invalid', 'RFC 7515', '4.1', ['name', 'expected', 'found']],
  'alg-missing': ['invalid', 'RFC 7515', '4.1.1', []],
  'alg-none': ['warning', 'RFC 8725bis', '3.2', []],
  'alg-none-with-signature': ['invalid', 'RFC 7518', '3.6', ['bytes']],
  'alg-spelling': ['invalid', 'RFC 7515', '4.1.1', ['alg', 'meant']],
  'alg-unknown': ['warning', 'RFC 7515', '4.1.1', ['alg']],
  'alg-not-for-signing': ['invalid', 'RFC 7518', '3.1', ['alg']],
  'alg-not-for-encryption': ['invalid', 'RFC 7518', '4.1', ['alg']],
  'crit-not-array': ['invalid', 'RFC 7515', '4.1.11', ['found']],
  'crit-empty': ['invalid', 'RFC 7515', '4.1.11', []],
  'crit-not-string': ['invalid', 'RFC 7515', '4.1.11', ['found']],
  'crit-duplicate': ['warning', 'RFC 7515', '4.1.11', ['name']],
  'crit-registered': ['warning', 'RFC 7515', '4.1.11', ['name']],
  'crit-absent': ['invalid', 'RFC 7515', '4.1.11', ['name']],
  'crit-unknown': ['invalid', 'RFC 7515', '4.1.11', ['name']],
  'crit-unprotected': ['invalid', 'RFC 7515', '4.1.11', []],
  'b64-unencoded': ['note', 'RFC 7797', '3', []],
  'b64-not-critical': ['invalid', 'RFC 7797', '6', []],
  'b64-in-jwt': ['invalid', 'RFC 7797', '7', []],
  'b64-character': ['invalid', 'RFC 7797', '5.2', ['character']],

  // payload and signature
  'payload-empty': ['note', 'RFC 7515', 'F', []],
  'payload-not-json': ['note', 'RFC 7519', '7.2', ['content']],
  'payload-not-object': ['warning', 'RFC 7519', '7.2', ['found']],
  'payload-nested': ['note', 'RFC 7519', '5.2', []],
  'payload-nested-undeclared': ['warning', 'RFC 7519', '5.2', []],
  'signature-empty': ['invalid', 'RFC 7515', '5.2', ['alg']],

  // JWE
  'jwe-claims-hidden': ['note', 'RFC 7516', '3', []],
  'enc-missing': ['invalid', 'RFC 7516', '4.1.2', []],
  'enc-unknown': ['warning', 'RFC 7516', '4.1.2', ['enc']],
  'jwe-key-present': ['invalid', 'RFC 7516', '5.2', ['alg', 'bytes']],
  'jwe-key-missing': ['invalid', 'RFC 7516', '5.2', ['alg']],
  'jwe-iv-length': ['invalid', 'RFC 7518', '5', ['enc', 'bytes', 'expected']],
  'jwe-tag-length': ['invalid', 'RFC 7518', '5', ['enc', 'bytes', 'expected']],
  'p2c-high': ['warning', 'RFC 8725bis', '3.13', ['count', 'limit']],
  'p2c-low': ['warning', 'RFC 7518', '4.8.1.2', ['count', 'minimum']],
  'zip-compressed': ['warning', 'RFC 8725bis', '3.15', ['zip']],

  // JSON serialisation
  'serialization-json': ['warning', 'RFC 8725bis', '3.14', ['syntax']],
  'serialization-member-missing': ['invalid', 'RFC 7515', '7.2', ['name']],
  'serialization-member-type': ['invalid', 'RFC 7515', '7.2', ['name', 'expected', 'found']],
  'serialization-mixed': ['invalid', 'RFC 7515', '7.2.2', ['name', 'with']],
  'serialization-name-twice': ['invalid', 'RFC 7515', '7.2.1', ['name']],

  // SD-JWT
  'sd-jwt-unclosed': ['invalid', 'RFC 9901', '4', []],
  'sd-jwt-unsecured': ['invalid', 'RFC 9901', '4.1', []],
  'disclosure-empty': ['invalid', 'RFC 9901', '4', ['position']],
  'disclosure-not-array': ['invalid', 'RFC 9901', '4.2', ['found']],
  'disclosure-length': ['invalid', 'RFC 9901', '4.2', ['elements']],
  'disclosure-salt': ['invalid', 'RFC 9901', '4.2.1', ['found']],
  'disclosure-name': ['invalid', 'RFC 9901', '4.2.1', ['name']],
  'disclosure-duplicate': ['invalid', 'RFC 9901', '4', ['position']],
  'kb-jwt-typ': ['invalid', 'RFC 9901', '4.3', ['found']],
  'kb-jwt-claim-missing': ['invalid', 'RFC 9901', '4.3', ['name']],
} as const satisfies Record<string, FindingRule>;
