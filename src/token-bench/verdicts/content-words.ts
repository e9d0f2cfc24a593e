import type { PayloadContent } from '#token/token-forms.ts';

/** Why a payload is no claims set; null if it is one. */
export function contentWords(content: PayloadContent): string | null {
  switch (content) {
    case 'claims':
      return null;
    case 'broken-json':
      return 'A legal JWS, but not a JWT: its payload is broken JSON.';
    case 'json':
      return 'A legal JWS, but not a JWT: its payload is JSON, not an object.';
    case 'nested':
      return 'Its payload is another token.';
    case 'text':
      return 'A legal JWS, but not a JWT: its payload is text.';
    case 'binary':
      return 'A legal JWS, but not a JWT: its payload is bytes without a text.';
    case 'empty':
      return 'Its payload is empty.';
  }
}
