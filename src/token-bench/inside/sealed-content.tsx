import { SegmentPanel } from '#anatomy/segment-panel.tsx';
import { Icon } from '#kit/icon.tsx';
import { Prose } from '#kit/prose.tsx';
import { scanJson } from '#token/json-scan.ts';
import { parseToken } from '#token/parse.ts';
import type { Segment } from '#token/segment.ts';
import type { CompactJwe, JsonJwe } from '#token/token-forms.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { useBenchState } from '../bench.ts';
import { decryptionWords } from './decryption-words.ts';
import { OpenInner } from './inner-token.tsx';
import styles from './inside.module.css';

/** What is inside an encrypted token, once a key opens it. */
export function SealedContent({ token }: { readonly token: CompactJwe | JsonJwe }) {
  const opening = useBenchState((state) => state.opening);
  if (opening?.token !== token) return null;
  const { decryption } = opening;
  return (
    <div className={styles['sealed']}>
      <p className={styles['lead']}>
        <Icon name="lock" />
        <span>
          <Prose text={decryptionWords(decryption)} />
        </span>
      </p>
      {decryption.state === 'decrypted' && <Content bytes={decryption.plaintext} />}
    </div>
  );
}

function Content({ bytes }: { readonly bytes: Uint8Array }) {
  const isToken = looksLikeToken(bytes);
  return (
    <SegmentPanel segment={contentSegment(bytes, isToken)} form="jws" title="Content">
      {isToken && <OpenInner bytes={bytes} says="The content is a token of its own." />}
    </SegmentPanel>
  );
}

function looksLikeToken(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x65 || bytes[1] !== 0x79) return false;
  const { form } = parseToken(decodeUtf8(bytes));
  return form === 'jws' || form === 'jwe' || form === 'unsecured';
}

const contents = new WeakMap<Uint8Array, Segment>();

/** The content as a part that is not encoded; the same object for the same bytes, so that what is lit stays lit. */
function contentSegment(bytes: Uint8Array, isToken: boolean): Segment {
  const known = contents.get(bytes);
  if (known) return known;
  const tree = isToken ? null : scanJson(bytes);
  const json = tree !== null && tree.isWellFormed ? tree : null;
  const segment: Segment = { name: 'payload', index: 0, start: null, text: '', base64url: null, bytes, json };
  contents.set(bytes, segment);
  return segment;
}
