import { showDate, spanShort } from '#anatomy/dates.ts';
import type { ClaimsReading } from '#token/claims.ts';
import { contentOf } from '#token/verdict.ts';
import type { ClaimsVerdict } from '#token/claims-verdict.ts';
import type { Reading } from '../reading/reading.ts';
import type { VerdictWords } from './verdict-words.ts';

/** The third verdict in words. `countdown` changes every second and is not read out. */
export interface ClaimsWords extends VerdictWords {
  readonly countdown: string | null;
}

/** Claims are judged by themselves: a valid signature makes no expired token good, and a good date no forged one. */
export function claimsWords({ token, claims }: Reading, verdict: ClaimsVerdict): ClaimsWords {
  const { state, secondsToExpiry, secondsToStart } = verdict;
  const doubtful = unitWords(claims, verdict);
  if (doubtful !== null) return doubtful;
  switch (state) {
    case 'no-claims':
      return {
        kind: 'neutral',
        says: 'No claims to judge',
        detail: whyNone(token.form, contentOf(token)),
        countdown: null,
      };
    case 'wrong-type': {
      const wrong = claims.claims.find(({ value }) => value.kind === 'wrong-type');
      return {
        kind: 'wrong',
        says: 'Wrong type',
        detail: `\`${wrong?.name ?? ''}\` is not what its standard asks for.`,
        countdown: null,
      };
    }
    case 'expired':
      return {
        kind: 'wrong',
        says: 'Expired',
        detail: 'From the second in `exp` on it must be refused.',
        countdown: `${spanShort(secondsToExpiry ?? 0)} ago`,
      };
    case 'not-yet-valid':
      return {
        kind: 'wrong',
        says: 'Not valid yet',
        detail: 'Before `nbf` it must be refused.',
        countdown: `for another ${spanShort(secondsToStart ?? 0)}`,
      };
    case 'no-expiry':
      return { kind: 'warning', says: 'Never expires', detail: 'There is no `exp`.', countdown: null };
    case 'current':
      return {
        kind: 'valid',
        says: 'In force',
        detail: 'By its dates alone. Who it is for, only the receiver can check.',
        countdown: `for ${spanShort(secondsToExpiry ?? 0)}`,
      };
  }
}

/** A date that probably counts a smaller unit is judged as it is written, and said to be doubtful. */
function unitWords({ claims }: ClaimsReading, { state }: ClaimsVerdict): ClaimsWords | null {
  const exp = claims.find(({ name }) => name === 'exp');
  if (state !== 'current' || exp?.value.kind !== 'date') return null;
  const { probableUnit, probableEpochMilliseconds } = exp.value.date;
  if (probableUnit === 'seconds') return null;
  const date = showDate(probableEpochMilliseconds);
  const read = date === null ? '' : ` Read so, it ends on ${date.utc} UTC.`;
  return {
    kind: 'warning',
    says: 'In force, to the letter',
    detail: `\`exp\` is probably in ${probableUnit}, where seconds are asked for.${read}`,
    countdown: null,
  };
}

function whyNone(form: Reading['token']['form'], content: ReturnType<typeof contentOf>): string {
  if (form === 'jwe' || form === 'jwe-json') return 'They are encrypted.';
  if (content === 'nested') return 'They are in the token inside.';
  return form === 'detached' ? 'The payload travels elsewhere.' : 'There is no claims set to read.';
}
