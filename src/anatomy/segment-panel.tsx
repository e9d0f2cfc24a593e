import type { ReactNode } from 'react';
import { numberText } from '#kit/number-text.ts';
import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { decodeUtf8 } from '#token/utf8.ts';
import { nameFamily } from './explain-member.ts';
import { MemberList } from './member-list.tsx';
import { segmentHue, segmentTitle } from './segment-looks.ts';
import { VisibleText } from './visible-text.tsx';
import { Weave } from './weave.tsx';
import styles from './segment-panel.module.css';

export interface SegmentPanelProps {
  readonly segment: Segment;
  readonly form: ParsedToken['form'];
  /** Words in place of the part's own title. */
  readonly title?: string | undefined;
  /** Each member on one line, cut where it is longer: for what is shown elsewhere in full. */
  readonly isBrief?: boolean;
  /** Stands between the members and the bytes. */
  readonly children?: ReactNode;
}

const TEXT_SHOWN = 2000;

/** One part of a token in its colour: what it says, and its characters over its bytes. */
export function SegmentPanel({ segment, form, title, isBrief, children }: SegmentPanelProps) {
  const { name, text, bytes, json } = segment;
  const heading = title ?? segmentTitle(segment, form === 'sd-jwt');
  const isText = json === null && name === 'payload' && bytes.length > 0 && looksLikeText(bytes);
  return (
    <section
      className={styles['panel']}
      data-hue={segmentHue(name)}
      data-sealed={name === 'ciphertext' || undefined}
      aria-label={heading}
    >
      <header className={styles['stub']}>
        <h3 className={styles['title']}>{heading}</h3>
        <p className={styles['size']}>
          {segment.base64url && <span>{`${numberText(text.length)} characters`}</span>}
          <span>{`${numberText(bytes.length)} bytes`}</span>
        </p>
      </header>
      <div className={styles['body']}>
        {json && json.size > 0 && (
          <MemberList
            segment={segment}
            json={json}
            title={heading}
            family={nameFamily(segment, form)}
            isBrief={isBrief ?? false}
          />
        )}
        {isText && (
          <p className={styles['text']}>
            <VisibleText text={decodeUtf8(bytes.subarray(0, TEXT_SHOWN * 3))} limit={TEXT_SHOWN} />
          </p>
        )}
        {children}
        {bytes.length === 0 && <p className={styles['empty']}>{emptyWords(name)}</p>}
        {bytes.length > 0 && (
          <div className={styles['weave']}>
            <Weave segment={segment} title={heading} asText={json !== null || isText} />
          </div>
        )}
      </div>
    </section>
  );
}

/** No control characters but line breaks and tabs among the first bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, TEXT_SHOWN).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function emptyWords(name: Segment['name']): string {
  switch (name) {
    case 'signature':
      return 'Empty: nothing protects this token.';
    case 'payload':
      return 'Empty: what is signed travels elsewhere, or there is nothing.';
    case 'encrypted-key':
      return 'Empty: the key is agreed on, or known already.';
    default:
      return 'Empty.';
  }
}
