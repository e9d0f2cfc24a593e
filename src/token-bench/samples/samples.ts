import { encodeText } from './encode-text.ts';

/** What signs is loaded with the first sample. */
async function signSample(header: string, payload: string, secret: string): Promise<string> {
  return (await import('./sign-sample.ts')).signSample(header, payload, secret);
}

/** A token that teaches something. */
export interface Sample {
  readonly id: string;
  readonly name: string;
  /** What to look at. */
  readonly teaches: string;
  /** @param now Unix seconds: most samples are made when they are asked for, so that their dates mean something. */
  readonly make: (now: number) => Promise<MadeSample>;
}

interface MadeSample {
  readonly text: string;
  readonly keyText?: string;
}

const HOUR = 3600;
const DAY = 86_400;
const ACCESS = '{"typ":"at+jwt","alg":"HS256"}';
/** Public, so that the samples can be verified: it protects nothing. */
const SECRET = 'a-string-secret-at-least-256-bits-long';

function claims(iat: number, exp: number): string {
  return `{"iss":"https://app.example","aud":"https://app.example/api","sub":"42","user_name":"John Doe","role":"admin","jti":"6b1f3c","iat":${iat},"exp":${exp}}`;
}

export const SAMPLES: readonly Sample[] = [
  {
    id: 'good',
    name: 'A good one',
    teaches: 'An access token as it should be: in force for an hour, and signed. Its secret comes with it.',
    make: async (now) => ({ text: await signSample(ACCESS, claims(now, now + HOUR), SECRET), keyText: SECRET }),
  },
  {
    id: 'expired',
    name: 'An expired one',
    teaches: 'The signature matches, and the token is worthless all the same: three verdicts, not one.',
    make: async (now) => ({
      text: await signSample(ACCESS, claims(now - 3 * DAY, now - 3 * DAY + HOUR), SECRET),
      keyText: SECRET,
    }),
  },
  {
    id: 'none',
    name: 'Not signed: alg none',
    teaches: 'Somebody wrote “admin” into it, and took the signature off. Servers have believed such tokens.',
    make: async (now) => ({
      text: `${encodeText('{"alg":"none","typ":"JWT"}')}.${encodeText(claims(now, now + HOUR))}.`,
    }),
  },
  {
    id: 'weak',
    name: 'A guessable secret',
    teaches: 'Signed with a word. Let the page guess it, below: it takes a moment, and then anybody can sign.',
    make: async (now) => ({
      text: await signSample('{"alg":"HS256","typ":"JWT"}', claims(now, now + DAY), 'qwerty123'),
      keyText: '',
    }),
  },
  {
    id: 'twice',
    name: 'One name twice',
    teaches: 'It says “member” and “admin”. Which of the two counts depends on who reads it.',
    make: async (now) => ({
      text: await signSample(
        ACCESS,
        `{"sub":"42","role":"member","rol\\u0065":"admin","iat":${now},"exp":${now + HOUR}}`,
        SECRET,
      ),
      keyText: SECRET,
    }),
  },
  {
    id: 'jwe',
    name: 'Encrypted (JWE)',
    teaches: 'Five parts, and no claims to read: its key opens it, and inside is another token.',
    make: async () => (await import('./fixed-samples.ts')).JWE_SAMPLE,
  },
  {
    id: 'sd-jwt',
    name: 'Selective disclosure (SD-JWT)',
    teaches: 'The holder shows some claims and keeps others: each disclosure has its digest in the signed part.',
    make: async () => (await import('./fixed-samples.ts')).SD_JWT_SAMPLE,
  },
  {
    id: 'tutorial',
    name: 'A tutorial’s token',
    teaches: 'The tutorial prints its JSON with an “iss”. The token has none: believe the bytes, not the page.',
    make: async () => (await import('./fixed-samples.ts')).TUTORIAL_SAMPLE,
  },
  {
    id: 'php-session',
    name: 'A tutorial’s session file',
    teaches:
      'No token at all: a PHP session. It says s:10 for “John Doe”, which has 8 bytes, and PHP will not read it.',
    make: async () => (await import('./fixed-samples.ts')).PHP_SESSION_SAMPLE,
  },
];
