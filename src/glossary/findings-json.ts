import type { FindingEntry, OpenFamily } from './entry.ts';
import { rfc } from './sources.ts';

/** The JSON inside a token. */
export const JSON_FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  'json-empty': {
    term: 'No JSON',
    says: 'There is nothing here but blanks.',
    advice: 'An empty object is written `{}`.',
    source: rfc(8259, '2'),
  },
  'json-trailing-comma': {
    term: 'Comma before the end',
    says: 'JavaScript forgives a comma after the last member, JSON does not.',
    advice: 'Remove it.',
    source: rfc(8259, '2'),
  },
  'json-text-after': {
    term: 'Text after the end',
    says: 'The JSON is over, and something follows. One reader stops here, another refuses the whole.',
    advice: 'Look whether two objects were put one after the other.',
    source: rfc(8259, '2'),
  },
  'json-control-character': {
    term: 'Bare control character',
    says: 'A line break or the like stands inside a string as it is. It must be written as an escape, such as `\\n`.',
    advice: 'Let a JSON library write the text instead of joining strings.',
    source: rfc(8259, '7'),
  },
  'json-escape': {
    term: 'Unknown escape',
    says: 'After a backslash only a few characters are allowed.',
    advice: 'Write a backslash itself as `\\\\`.',
    source: rfc(8259, '7'),
  },
  'json-unclosed': {
    term: 'Not closed',
    says: 'The text ends inside a string, a list or an object.',
    advice: 'The end is missing: copy the token again.',
    source: rfc(8259, '2'),
  },
  'json-number': {
    term: 'Not a JSON number',
    says: 'JSON knows no leading zero or plus, no hexadecimal, no dot without digits on both sides.',
    advice: 'Write it in plain decimal.',
    source: rfc(8259, '6'),
  },
  'json-word': {
    term: 'Unknown word',
    says: 'Only `true`, `false` and `null` may stand bare, in small letters.',
    advice: 'Put text in double quotes. `NaN` and `undefined` do not exist in JSON.',
    source: rfc(8259, '3'),
  },
  'json-quotes': {
    term: 'Wrong quotes',
    says: 'Strings need straight double quotes.',
    advice: 'Replace single or curly quotes.',
    source: rfc(8259, '7'),
  },
  'json-comment': {
    term: 'Comment',
    says: 'JSON has no comments.',
    advice: 'Remove it, or make it a member of its own.',
    source: rfc(8259, '2'),
  },
  'json-name': {
    term: 'Name without quotes',
    says: 'The name of a member must be a string in double quotes.',
    advice: 'Put it in double quotes.',
    source: rfc(8259, '4'),
  },
  'json-colon': {
    term: 'Missing colon',
    says: 'Between a name and its value there must be a colon.',
    advice: 'Look at the place just before.',
    source: rfc(8259, '4'),
  },
  'json-comma': {
    term: 'Missing comma',
    says: 'Two members or elements stand next to each other without a comma.',
    advice: 'Look at the place just before.',
    source: rfc(8259, '2'),
  },
  'json-unexpected': {
    term: 'Unexpected character',
    says: 'Here a value should begin, or the JSON should be over.',
    advice: 'Look at the place just before.',
    source: rfc(8259, '2'),
  },
  'json-duplicate-name': {
    term: 'The same name twice',
    says: 'Most readers keep the last value, some the first. Two services can understand two different things.',
    advice: 'Refuse the token. A signature does not help: it covers both.',
    source: rfc(7519, '4'),
  },
  'json-deep': {
    term: 'Deeply nested',
    says: 'So many levels can bring down a reader that works with a stack.',
    advice: 'Set a limit before parsing.',
    source: rfc(8259, '9'),
  },
  'number-unsafe-integer': {
    term: 'Too large for many readers',
    says: 'Beyond 2^53 JavaScript and many others round whole numbers. Two ids can become the same.',
    advice: 'Write large ids as strings.',
    source: rfc(7493, '2.2'),
  },
  'number-imprecise': {
    term: 'More digits than are kept',
    says: 'Readers keep about 17 digits, so this number is rounded.',
    advice: 'Write it as a string if every digit counts.',
    source: rfc(8259, '6'),
  },
  'number-overflow': {
    term: 'Number out of reach',
    says: 'Many readers make this infinity, some refuse it.',
    advice: 'Check the range before you trust the value.',
    source: rfc(8259, '6'),
  },
  'number-underflow': {
    term: 'Number too small',
    says: 'Many readers make this zero.',
    advice: 'Check the range before you trust the value.',
    source: rfc(8259, '6'),
  },
  'number-rewritten': {
    term: 'Written in another way',
    says: 'Read and written again, this number looks different, as `1.0` becomes `1`. The signature would no longer fit.',
    advice: 'Never write a token’s JSON anew in order to verify it: use the bytes that came.',
    source: rfc(8259, '6'),
  },
};
