import type { FindingRule } from './findings.ts';

/** What is legal and still unwise, after RFC 8725 and its revision. Found by `lintToken`. */
export const LINT_FINDINGS = {
  // claims and types that are missing
  'exp-missing': ['warning', 'RFC 7519', '4.1.4', []],
  'iat-missing': ['note', 'RFC 7519', '4.1.6', []],
  'iss-missing': ['warning', 'RFC 8725bis', '3.8', []],
  'sub-missing': ['note', 'RFC 8725bis', '3.8', []],
  'aud-missing': ['warning', 'RFC 8725bis', '3.9', []],
  'jti-missing': ['note', 'RFC 7519', '4.1.7', []],
  'typ-missing': ['warning', 'RFC 8725bis', '3.11', []],
  'typ-generic': ['note', 'RFC 8725bis', '3.11', ['typ']],
  'lifetime-long': ['warning', 'RFC 6750', '5.3', ['seconds']],
  'claim-name-spelling': ['warning', 'RFC 7519', '7.3', ['name', 'meant']],

  // algorithms and keys
  'alg-confusion': ['warning', 'RFC 8725bis', '2.1', ['alg', 'name']],
  'alg-deprecated': ['warning', 'RFC 8725bis', '3.2', ['alg']],
  'alg-polymorphic': ['note', 'RFC 9864', '2.2', ['alg', 'instead']],
  'alg-shared-secret': ['note', 'RFC 7515', '10.5', ['alg']],
  'signature-length': ['invalid', 'RFC 7518', '3', ['alg', 'bytes', 'expected']],
  'signature-rsa-length': ['warning', 'RFC 7518', '3.3', ['alg', 'bytes']],
  'signature-der': ['invalid', 'RFC 7518', '3.4', ['alg', 'bytes', 'expected']],
  'header-key-embedded': ['warning', 'RFC 7515', '10.3', ['name']],
  'header-key-private': ['invalid', 'RFC 7515', '4.1.3', ['name']],
  'header-key-url': ['warning', 'RFC 8725bis', '3.10', ['name', 'host']],
  'header-url-insecure': ['invalid', 'RFC 7515', '4.1.2', ['name', 'scheme']],
  'header-url-local': ['warning', 'RFC 8725bis', '3.10', ['name', 'host']],
  'kid-path': ['warning', 'RFC 8725bis', '3.10', ['kid']],
  'kid-sql': ['warning', 'RFC 8725bis', '3.10', ['kid']],
  'kid-ldap': ['warning', 'RFC 8725bis', '3.10', ['kid']],
  'kid-command': ['warning', 'RFC 8725bis', '3.10', ['kid']],
  'kid-url': ['warning', 'RFC 8725bis', '3.10', ['kid']],

  // what anyone who holds the token can read
  'payload-secret-name': ['warning', 'OWASP JWT', 'Token Information Disclosure', ['name']],
  'payload-secret-value': ['warning', 'OWASP JWT', 'Token Information Disclosure', ['name', 'kind']],
  'payload-personal-data': ['note', 'RFC 7519', '12', ['name', 'kind']],
  'payload-card-number': ['warning', 'RFC 7519', '12', ['name', 'kind']],
  'payload-token-inside': ['note', 'RFC 7519', '12', ['name']],
  'text-markup': ['note', 'RFC 8725bis', '3.10', ['name', 'kind']],

  // size
  'size-cookie': ['warning', 'RFC 6265bis', '5.6', ['characters', 'limit']],
  'size-header': ['warning', 'RFC 9110', '5.4', ['characters', 'limit']],
} as const satisfies Record<string, FindingRule>;
