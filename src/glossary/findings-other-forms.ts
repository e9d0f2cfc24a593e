import type { FindingEntry, OpenFamily } from './entry.ts';
import { jwtPractices, rfc } from './sources.ts';

/** Encrypted tokens, the JSON serialisation, and tokens that disclose claims one by one. */
export const OTHER_FORM_FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  'jwe-claims-hidden': {
    term: 'Encrypted',
    says: 'Five parts: the content can be read only with the key. What can be read is the header, and how long each part is.',
    advice: 'Supply the key to decrypt it here. Nothing leaves this page.',
    source: rfc(7516, '3'),
  },
  'enc-missing': {
    term: 'No `enc`',
    says: 'An encrypted token must say how its content is encrypted.',
    advice: 'Refuse it.',
    source: rfc(7516, '4.1.2'),
  },
  'enc-unknown': {
    term: 'Unknown `enc`',
    says: 'No registered way of encrypting content has this name.',
    advice: 'Ask the issuer what it means.',
    source: rfc(7516, '4.1.2'),
  },
  'jwe-key-present': {
    term: 'A key where none belongs',
    says: 'With this `alg` no key travels along, yet the second part is not empty.',
    advice: 'Refuse it.',
    source: rfc(7516, '5.2'),
  },
  'jwe-key-missing': {
    term: 'Encrypted key missing',
    says: 'With this `alg` the key must travel along, and the second part is empty.',
    advice: 'Copy the token again, whole.',
    source: rfc(7516, '5.2'),
  },
  'jwe-iv-length': {
    term: 'Starting value of the wrong length',
    says: 'The third part must have exactly as many bytes as `enc` asks for.',
    advice: 'Refuse it.',
    source: rfc(7518, '5'),
  },
  'jwe-tag-length': {
    term: 'Seal of the wrong length',
    says: 'The last part must have exactly as many bytes as `enc` asks for. A shorter seal is easier to guess.',
    advice: 'Refuse it.',
    source: rfc(7518, '5'),
  },
  'p2c-high': {
    term: 'Too many rounds',
    says: 'The token asks the receiver for a huge amount of work before anything is checked.',
    advice: 'Cap `p2c` before you begin.',
    source: jwtPractices('3.13'),
  },
  'p2c-low': {
    term: 'Too few rounds',
    says: 'So few rounds make the password easy to guess for whoever has the token.',
    advice: 'Use more rounds, or a real key instead of a password.',
    source: rfc(7518, '4.8.1.2'),
  },
  'zip-compressed': {
    term: 'Compressed',
    says: 'A small token may unpack to something huge, and the length of what is compressed can give secrets away.',
    advice: 'Limit the unpacked size, or refuse compression.',
    source: jwtPractices('3.15'),
  },
  'serialization-json': {
    term: 'Not the compact form',
    says: 'A JWT has the compact form with dots. This is the JSON form, which has room for parts that no signature covers.',
    advice: 'Expect one form, and refuse the other.',
    source: jwtPractices('3.14'),
  },
  'serialization-member-missing': {
    term: 'Member missing',
    says: 'This form needs a member that is not there.',
    advice: 'Compare it with the standard’s example.',
    source: rfc(7515, '7.2'),
  },
  'serialization-member-type': {
    term: 'Member of the wrong type',
    says: 'This member must be of another type.',
    advice: 'Compare it with the standard’s example.',
    source: rfc(7515, '7.2'),
  },
  'serialization-mixed': {
    term: 'Two forms at once',
    says: 'It has members of the form with one signature and of the form with several. Two readers may verify different parts.',
    advice: 'Refuse it.',
    source: rfc(7515, '7.2.2'),
  },
  'serialization-name-twice': {
    term: 'In both headers',
    says: 'A parameter stands in the protected and in the unprotected header. It must stand in one.',
    advice: 'Refuse it.',
    source: rfc(7515, '7.2.1'),
  },
  'sd-jwt-unclosed': {
    term: 'No `~` at the end',
    says: 'Without a key-binding token at the end, the text must end with `~`.',
    advice: 'Copy it again, whole.',
    source: rfc(9901, '4'),
  },
  'sd-jwt-unsecured': {
    term: 'Not signed',
    says: 'A token that discloses claims one by one must be signed by its issuer.',
    advice: 'Refuse it.',
    source: rfc(9901, '4.1'),
  },
  'disclosure-empty': {
    term: 'Empty disclosure',
    says: 'Two `~` with nothing between them.',
    advice: 'Copy it again, whole.',
    source: rfc(9901, '4'),
  },
  'disclosure-not-array': {
    term: 'Disclosure is no list',
    says: 'A disclosure is a list: a salt, perhaps a name, and a value.',
    advice: 'Refuse it.',
    source: rfc(9901, '4.2'),
  },
  'disclosure-length': {
    term: 'Disclosure of the wrong length',
    says: 'The list must have three elements for a claim, two for an element of a list.',
    advice: 'Refuse it.',
    source: rfc(9901, '4.2'),
  },
  'disclosure-salt': {
    term: 'No salt',
    says: 'The first element must be a random text. Without it the hidden value could be guessed from its fingerprint.',
    advice: 'Refuse it.',
    source: rfc(9901, '4.2.1'),
  },
  'disclosure-name': {
    term: 'Forbidden name',
    says: 'A disclosed claim must not be called `_sd` or `...`.',
    advice: 'Refuse it.',
    source: rfc(9901, '4.2.1'),
  },
  'disclosure-duplicate': {
    term: 'The same disclosure twice',
    says: 'Each may be shown once.',
    advice: 'Refuse it.',
    source: rfc(9901, '4'),
  },
  'kb-jwt-typ': {
    term: 'Key binding of the wrong type',
    says: 'The holder’s own token at the end must have the type `kb+jwt`.',
    advice: 'Refuse it.',
    source: rfc(9901, '4.3'),
  },
  'kb-jwt-claim-missing': {
    term: 'Key binding incomplete',
    says: 'The holder’s own token must say when, for whom, for which request and for which disclosures it was made.',
    advice: 'Refuse it: it could be one that was used before.',
    source: rfc(9901, '4.3'),
  },
};
