import { Button } from '#kit/button.tsx';
import type { ParsedToken } from '#token/token-forms.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { useBench } from '../bench.ts';
import styles from './inside.module.css';

/** A payload that is a token itself can be put on the bench in place of the outer one. */
export function InnerToken({ token }: { readonly token: ParsedToken }) {
  const payload = token.segments.find(({ name }) => name === 'payload');
  return payload ? <OpenInner bytes={payload.bytes} says="The payload is another token." /> : null;
}

export function OpenInner({ bytes, says }: { readonly bytes: Uint8Array; readonly says: string }) {
  const bench = useBench();
  return (
    <p className={styles['inner']}>
      <span>{says}</span>
      <Button size="s" icon="pass" onClick={() => bench.openInner(decodeUtf8(bytes))}>
        Open the token inside
      </Button>
    </p>
  );
}
