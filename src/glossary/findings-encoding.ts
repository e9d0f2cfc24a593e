import type { FindingEntry, OpenFamily } from './entry.ts';
import { jwtPractices, OURS, rfc, unicodeSecurity } from './sources.ts';

/** The token as a string of characters, and the text that its segments hold. */
export const ENCODING_FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  'token-empty': {
    term: 'Nothing here',
    says: 'There is no token in what was pasted.',
    advice: 'Paste the token itself, a header line, a cookie or a whole request.',
    source: rfc(7515, '7.1'),
  },
  'token-segment-count': {
    term: 'Wrong number of dots',
    says: 'A signed token needs exactly two dots, an encrypted one four. With another number nobody can say which part is which.',
    advice: 'Look for a piece that was cut off while copying, or for two tokens stuck together.',
    source: rfc(7515, '5.2'),
  },
  'token-segment-empty': {
    term: 'Empty part',
    says: 'Nothing stands between two dots where there must be something.',
    advice: 'Copy the token again, whole.',
    source: rfc(7515, '5.2'),
  },
  'token-more-findings': {
    term: 'And more of the same',
    says: 'The same rule is broken in more places than are listed.',
    advice: 'Mend the first ones; the rest usually has the same cause.',
    source: OURS,
  },
  'token-parts-unread': {
    term: 'Parts left unread',
    says: 'There are more parts of this kind than any token needs. Only the first of them are read.',
    advice: 'Look whether several tokens were pasted together.',
    source: OURS,
  },
  'base64url-whitespace': {
    term: 'Blank inside',
    says: 'A space, a line break or an invisible blank. The format allows none: usually a mail program or a terminal wrapped the line.',
    advice: 'Let the repair take it out, and check that nothing else was lost.',
    source: rfc(7515, '2'),
  },
  'base64url-padding': {
    term: 'Padding',
    says: '`=` at the end belongs to ordinary base64. Here it must be left off, and a strict server refuses it.',
    advice: 'Remove the `=` where the token is made, not where it is checked.',
    source: rfc(7515, '2'),
  },
  'base64url-alphabet': {
    term: 'Ordinary base64',
    says: '`+` and `/` belong to ordinary base64; here they are `-` and `_`. Mind that a signature covers the characters as they stand.',
    advice: 'Encode with the URL-safe alphabet.',
    source: rfc(4648, '5'),
  },
  'base64url-character': {
    term: 'Foreign character',
    says: 'This character is in no base64 alphabet, so it stands for no bits.',
    advice: 'Copy the token again; a decoder that skips such characters lets one token be spelled in many ways.',
    source: rfc(4648, '3.3'),
  },
  'base64url-length': {
    term: 'One character too many or too few',
    says: 'Four characters make three bytes. One single character left over makes none, so something is missing.',
    advice: 'Copy the token again: the end was probably cut off.',
    source: rfc(4648, '4'),
  },
  'base64url-trailing-bits': {
    term: 'Leftover bits',
    says: 'The last character carries bits that belong to no byte, and they are not zero. Another last character gives the same bytes: the token can be spelled differently.',
    advice: 'Refuse it, and never use the token’s text as a key of a denylist: use issuer and `jti`.',
    source: rfc(4648, '3.5'),
  },
  'utf8-invalid': {
    term: 'Not UTF-8',
    says: 'These bytes are no text in UTF-8. Programs that guess here read different things.',
    advice: 'Encode the JSON as UTF-8 before base64url.',
    source: rfc(3629, '3'),
  },
  'utf8-bom': {
    term: 'Byte order mark',
    says: 'Three invisible bytes before the JSON. Some readers skip them, others refuse the whole.',
    advice: 'Write the JSON without a byte order mark.',
    source: rfc(8259, '8.1'),
  },
  'utf16-text': {
    term: 'UTF-16',
    says: 'Every other byte is zero: this is UTF-16, and JSON in a token must be UTF-8.',
    advice: 'Encode as UTF-8. It is a common slip on Windows.',
    source: jwtPractices('3.7'),
  },
  'text-lone-surrogate': {
    term: 'Half a character',
    says: 'One half of a pair without the other. Each program shows and compares it in its own way.',
    advice: 'Find out where the text was cut in the middle of a character.',
    source: rfc(8259, '8.2'),
  },
  'text-bidi-control': {
    term: 'Direction mark',
    says: 'An invisible mark that turns the reading direction. What you see may not be what is there.',
    advice: 'Compare the escaped form, and refuse such characters in names and ids.',
    source: unicodeSecurity(),
  },
  'text-control-character': {
    term: 'Control character',
    says: 'A character that is not meant to be seen, such as a line break. In a log or a header it can do harm.',
    advice: 'Refuse it in ids and names; escape it wherever it is shown.',
    source: rfc(8259, '7'),
  },
  'text-invisible': {
    term: 'Invisible character',
    says: 'It takes no room on the screen, so two different texts look the same.',
    advice: 'Compare the escaped form.',
    source: unicodeSecurity(),
  },
  'name-confusable': {
    term: 'Looks like another name',
    says: 'This name looks like a well-known one but has other letters. A reader is fooled; a program does not find it.',
    advice: 'Use plain ASCII for names of claims.',
    source: unicodeSecurity('4'),
  },
  'name-mixed-script': {
    term: 'Letters from several scripts',
    says: 'Letters of different scripts stand in one name. That is rarely an accident.',
    advice: 'Look at the escaped form, letter by letter.',
    source: unicodeSecurity('5.1'),
  },
};
