import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { MemberList } from './member-list.tsx';
import { segmentHue, segmentTitle } from './segment-looks.ts';
import styles from './segment-panel.module.css';

export interface SegmentPanelProps {
  readonly segment: Segment;
  readonly form: ParsedToken['form'];
}

/** One part of a token in its colour: its characters, and its JSON or its bytes. */
export function SegmentPanel({ segment, form }: SegmentPanelProps) {
  const title = segmentTitle(segment, form === 'sd-jwt');
  return (
    <section className={styles['panel']} data-hue={segmentHue(segment.name)} aria-label={title}>
      <header className={styles['head']}>
        <h3 className={styles['title']}>{title}</h3>
        <p className={styles['size']}>{`${segment.text.length} characters, ${segment.bytes.length} bytes`}</p>
      </header>
      <p className={styles['encoded']}>{segment.text.slice(0, 4000)}</p>
      {segment.json && <MemberList json={segment.json} title={title} family={familyOf(segment, form)} />}
    </section>
  );
}

function familyOf({ name }: Segment, form: ParsedToken['form']) {
  if (name === 'payload') return 'claim' as const;
  if (name !== 'header') return null;
  return form === 'jwe' || form === 'jwe-json' ? ('jwe-header' as const) : ('jws-header' as const);
}
