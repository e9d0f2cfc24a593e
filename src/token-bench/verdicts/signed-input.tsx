import { numberText } from '#kit/number-text.ts';
import { Prose } from '#kit/prose.tsx';
import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { useBenchState } from '../bench.ts';
import styles from './signed-input.module.css';

/** What this signature covers, and what a key says of it where the token has several. */
export function SignedInput({ token, segment }: { readonly token: ParsedToken; readonly segment: Segment }) {
  const signatures = useBenchState((state) => state.verification?.signatures) ?? [];
  const own =
    token.form === 'sd-jwt'
      ? signatures[segment.index]
      : signatures.find(({ signature }) => signature.index === segment.index);
  if (token.form === 'jws-json' || token.form === 'sd-jwt') {
    if (!own) return null;
    const { says, detail } = own.says;
    return (
      <p className={styles['signed']}>
        <b>{ROLES[own.signature.role]}</b> {`${says}. `}
        <Prose text={detail} />
      </p>
    );
  }
  const isCompact = token.form === 'jws' || token.form === 'detached';
  if (!isCompact || segment.text === '') return null;
  const covered = token.header.text.length + 1 + token.payload.text.length;
  return (
    <p className={styles['signed']}>
      Signed are the characters <span data-hue="header">{cut(token.header.text)}</span>
      <span>.</span>
      <span data-hue="payload">{cut(token.payload.text)}</span>
      {`, all ${numberText(covered)} of them, byte for byte: not the JSON.`}
    </p>
  );
}

const ROLES = { signature: 'Signature:', issuer: 'Of the issuer:', 'key-binding': 'Of the holder:' } as const;

/** The beginning and the end, so that it can be found above. */
function cut(text: string): string {
  return text.length > 13 ? `${text.slice(0, 6)}…${text.slice(-4)}` : text;
}
