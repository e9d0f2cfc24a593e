import type { FindingEntry, OpenFamily } from './entry.ts';
import { cookies, jwtPractices, owaspJwt, rfc } from './sources.ts';

/** What is legal and still unwise: keys, algorithms, what anybody can read, and size. */
export const LINT_FINDING_ENTRIES: OpenFamily<FindingEntry> = {
  'alg-confusion': {
    term: 'Two kinds of key mixed up',
    says: 'The header points to a public key but asks for a shared secret. A careless verifier takes the public key, which everybody has, as the secret.',
    advice: 'Tie each key to one algorithm.',
    source: jwtPractices('2.1'),
  },
  'alg-deprecated': {
    term: 'Outdated algorithm',
    says: 'This algorithm is advised against today.',
    advice: 'Move to a current one; accept both only while you move.',
    source: jwtPractices('3.2'),
  },
  'alg-polymorphic': {
    term: 'Name leaves the curve open',
    says: 'This name does not say which curve is used; newer names do.',
    advice: 'Use the exact name where both sides know it.',
    source: rfc(9864, '2.2'),
  },
  'alg-shared-secret': {
    term: 'Shared secret',
    says: 'Whoever can verify this token can also write one, so it does not prove which of them did.',
    advice: 'Between several services use a private and a public key.',
    source: rfc(7515, '10.5'),
  },
  'signature-length': {
    term: 'Signature of the wrong length',
    says: 'Signatures of this algorithm always have the same length, and this one has not.',
    advice: 'The end was cut off, or the signature was made by another algorithm.',
    source: rfc(7518, '3'),
  },
  'signature-rsa-length': {
    term: 'Unusual RSA signature',
    says: 'The signature is as long as the key, and keys have at least 2048 bits.',
    advice: 'Check the size of the key.',
    source: rfc(7518, '3.3'),
  },
  'signature-der': {
    term: 'Signature in DER',
    says: 'This is the form of certificates. Tokens want the two numbers side by side, each at full length.',
    advice: 'Convert it where the token is made.',
    source: rfc(7518, '3.4'),
  },
  'header-key-embedded': {
    term: 'Brings its own key',
    says: 'The token carries the key to verify it with. That proves only that somebody had some key.',
    advice: 'Use keys you had before. Ignore this one.',
    source: rfc(7515, '10.3'),
  },
  'header-key-private': {
    term: 'Private key inside',
    says: 'The private half of a key is in the header, for everybody to read. Whoever sees the token can write others.',
    advice: 'Replace the key at once.',
    source: rfc(7515, '4.1.3'),
  },
  'header-key-url': {
    term: 'Says where to fetch the key',
    says: 'The sender names an address for the key. Who follows it lets the forger choose the key, and sends requests where the forger likes.',
    advice: 'Do not fetch it. Allow only addresses that you listed beforehand.',
    source: jwtPractices('3.10'),
  },
  'header-url-insecure': {
    term: 'Key over plain http',
    says: 'On the way anybody could swap the key.',
    advice: 'Only https, and only addresses that you listed.',
    source: rfc(7515, '4.1.2'),
  },
  'header-url-local': {
    term: 'Points into the inside',
    says: 'The address is one inside a network. A server that follows it asks its own neighbours on behalf of a stranger.',
    advice: 'Do not fetch it.',
    source: jwtPractices('3.10'),
  },
  'kid-path': {
    term: '`kid` looks like a path',
    says: 'A server that opens a file of this name can be led to a file whose content the forger knows.',
    advice: 'Look `kid` up in a fixed list of keys.',
    source: jwtPractices('3.10'),
  },
  'kid-sql': {
    term: '`kid` looks like SQL',
    says: 'Put into a query as text, this could make the database answer with a key of the forger’s.',
    advice: 'Look `kid` up in a fixed list, or pass it as a parameter.',
    source: jwtPractices('3.10'),
  },
  'kid-ldap': {
    term: '`kid` looks like LDAP',
    says: 'Put into a directory search as text, this could change what is searched.',
    advice: 'Look `kid` up in a fixed list of keys.',
    source: jwtPractices('3.10'),
  },
  'kid-command': {
    term: '`kid` looks like a command',
    says: 'Put into a command line as text, this could run something.',
    advice: 'Look `kid` up in a fixed list of keys.',
    source: jwtPractices('3.10'),
  },
  'kid-url': {
    term: '`kid` is an address',
    says: 'Some servers fetch it. Then the sender chooses the key.',
    advice: 'Look `kid` up in a fixed list of keys.',
    source: jwtPractices('3.10'),
  },
  'payload-secret-name': {
    term: 'Named like a secret',
    says: 'Anybody who holds the token can read this. Signing does not hide anything.',
    advice: 'Leave secrets out of the payload.',
    source: owaspJwt('Token Information Disclosure'),
  },
  'payload-secret-value': {
    term: 'Looks like a secret',
    says: 'The value has the form of a key or a password, and anybody who holds the token can read it.',
    advice: 'Take it out, and replace it wherever it was used.',
    source: owaspJwt('Token Information Disclosure'),
  },
  'payload-personal-data': {
    term: 'About a person',
    says: 'The token goes through logs, proxies and other people’s servers, and all of them can read this.',
    advice: 'Keep only what the receiver needs, or encrypt the token.',
    source: rfc(7519, '12'),
  },
  'payload-card-number': {
    term: 'Looks like a card number',
    says: 'It passes the check that card numbers pass, and anybody can read it.',
    advice: 'Take it out.',
    source: rfc(7519, '12'),
  },
  'payload-token-inside': {
    term: 'Another credential inside',
    says: 'The value is a token itself. Whoever gets this one gets that one too.',
    advice: 'Leave it out, unless the receiver must have it.',
    source: rfc(7519, '12'),
  },
  'text-markup': {
    term: 'Markup',
    says: 'The text holds HTML or a script. It is shown here as text only; a page that inserts it would run it.',
    advice: 'Treat every claim as text from a stranger.',
    source: jwtPractices('3.10'),
  },
  'size-cookie': {
    term: 'Too large for a cookie',
    says: 'Browsers drop a cookie of more than 4096 bytes without a word.',
    advice: 'Put less inside, or send it in a header.',
    source: cookies('5.6'),
  },
  'size-header': {
    term: 'Too large for a header',
    says: 'Many servers refuse header fields of about 8 kB, and this one goes along with every request.',
    advice: 'Put less inside.',
    source: rfc(9110, '5.4'),
  },
};
