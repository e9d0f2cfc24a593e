import { segmentTitle } from '#anatomy/segment-looks.ts';
import { SegmentPanel } from '#anatomy/segment-panel.tsx';
import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { contentOf } from '#token/verdict.ts';
import { toVisible } from '#token/visible.ts';
import { TimeBar } from '../claims/time-bar.tsx';
import { DisclosureNote, InnerToken, SealedContent } from '../inside/inside.tsx';
import type { Reading } from '../reading/reading.ts';
import { SignedInput } from '../verdicts/signed-input.tsx';
import styles from './token-parts.module.css';

/** Everything that can be read of the token, part by part, whatever the verdicts say. */
export function TokenParts({ reading }: { readonly reading: Reading }) {
  const { token } = reading;
  return (
    <div className={styles['parts']}>
      {(token.form === 'jwe' || token.form === 'jwe-json') && <SealedContent token={token} />}
      {token.segments.map((segment) => (
        <SegmentPanel
          key={`${segment.name} ${segment.index}`}
          segment={segment}
          form={token.form}
          title={titleOf(segment, token)}
        >
          <PartNote segment={segment} reading={reading} />
        </SegmentPanel>
      ))}
      {(token.form === 'jws-json' || token.form === 'jwe-json') && (
        <SegmentPanel segment={token.document} form={token.form} title="The JSON around it" isBrief />
      )}
    </div>
  );
}

/** A disclosure is called by what it discloses. */
function titleOf(segment: Segment, token: ParsedToken): string | undefined {
  const disclosure = token.form === 'sd-jwt' ? token.disclosures.find((one) => one.segment === segment) : undefined;
  if (!disclosure || disclosure.name === null) return undefined;
  return `${segmentTitle(segment)}: ${toVisible(disclosure.name, 40)}`;
}

function PartNote({ segment, reading }: { readonly segment: Segment; readonly reading: Reading }) {
  const { token } = reading;
  switch (segment.name) {
    case 'payload':
      return segment.index === 0 ? (
        <>
          <TimeBar reading={reading} />
          {contentOf(token) === 'nested' && <InnerToken token={token} />}
        </>
      ) : null;
    case 'signature':
      return <SignedInput token={token} segment={segment} />;
    case 'disclosure':
      return token.form === 'sd-jwt' ? <DisclosureNote token={token} segment={segment} /> : null;
    default:
      return null;
  }
}
