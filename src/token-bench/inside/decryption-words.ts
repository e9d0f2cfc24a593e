import type { Decryption } from '#auth/jwe-decrypt.ts';
import { findingEntry } from '#glossary/findings.ts';
import { numberText } from '#kit/number-text.ts';
import { keyName, misfitWords } from '../keys/key-words.ts';

/** What came of opening an encrypted token, in words; null once it is open. */
export function decryptionWords(decryption: Decryption): string {
  switch (decryption.state) {
    case 'decrypted':
      return `Opened with the ${keyName(decryption.key)}. That the content is true does not follow from that.`;
    case 'failed':
      return 'It does not open. Another key, or something was changed: by design nobody can tell which.';
    case 'refused':
      return refusedWords(decryption);
    case 'cannot-decrypt-here':
      return `${CANNOT[decryption.reason]} That says nothing against the token.`;
    case 'key-mismatch':
      return misfitWords(decryption.misfit);
    case 'no-key':
      return 'Its claims cannot be read without a key. Paste the key it was encrypted for to open it, here, in this page.';
  }
}

function refusedWords(refusal: Extract<Decryption, { state: 'refused' }>): string {
  switch (refusal.reason) {
    case 'format':
      return `Not opened: ${findingEntry(refusal.code)?.term ?? refusal.code}.`;
    case 'iterations':
      return `Not opened: it asks for ${numberText(refusal.count)} rounds of password hashing, and ${numberText(refusal.limit)} are the limit here. A huge number is an attack on the receiver.`;
    case 'inflated-size':
      return `Not opened: it unpacks to more than ${numberText(refusal.limit)} bytes, which is the limit here.`;
    case 'inflate':
      return 'It opens, but what is inside cannot be unpacked.';
    case 'header':
      return 'Not opened: its header does not say what is needed.';
  }
}

const CANNOT = {
  'alg-unsupported': 'This way of handing over the key cannot be undone here.',
  'enc-unsupported': 'This kind of encryption cannot be undone here.',
  'zip-unsupported': 'This kind of compression cannot be undone here.',
  'no-webcrypto': 'Browsers withhold cryptography from pages on plain http.',
} as const;
