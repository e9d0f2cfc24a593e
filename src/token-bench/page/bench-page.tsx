import { LinkContext, useOwnLink } from '#anatomy/link.ts';
import { Button } from '#kit/button.tsx';
import { classNames } from '#kit/class-names.ts';
import { useElementSize } from '#kit/element-size.ts';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { BenchContext, type Bench, useBench, useBenchState } from '../bench.ts';
import { TokenField } from '../field/token-field.tsx';
import { FindingsList } from '../findings/findings-list.tsx';
import { KeyField } from '../keys/key-field.tsx';
import { SampleShelf } from '../samples/sample-shelf.tsx';
import { useTokenLink } from '../share/use-token-link.ts';
import { VerdictStrip } from '../verdicts/verdict-strip.tsx';
import { OtherCredentialNote } from '../inside/inside.tsx';
import { Privacy } from './privacy.tsx';
import { ToolLinks } from '../workshop/tool-links.tsx';
import { Workshop } from '../workshop/workshop.tsx';
import { TokenParts } from './token-parts.tsx';
import styles from './bench-page.module.css';

/** The token bench: paste anything, read everything, trust nothing. */
export function BenchPage({ bench }: { readonly bench: Bench }) {
  const link = useOwnLink();
  useTokenLink(bench);
  return (
    <BenchContext value={bench}>
      <LinkContext value={link}>
        <div className={styles['page']}>
          <VisuallyHidden>
            <h1>Token bench</h1>
          </VisuallyHidden>
          <div className={styles['sides']}>
            <EnterSide />
            <div className={styles['side']}>
              <VerdictStrip />
              <Read />
            </div>
          </div>
          <Workshop />
        </div>
      </LinkContext>
    </BenchContext>
  );
}

/** The side where things go in stays in view while the other scrolls, so that what is lit on both can be seen: by its end where it is tall. */
function EnterSide() {
  const [sizeRef, size] = useElementSize();
  const style = size ? { insetBlockStart: `min(1rem, calc(100dvh - ${size.height}px - 1rem))` } : undefined;
  return (
    <div ref={sizeRef} className={classNames(styles['side'], styles['entering'])} style={style}>
      <div className={styles['enter']}>
        <TokenField />
        <Privacy />
      </div>
      <KeyField />
      <FindingsList />
      <ToolLinks />
    </div>
  );
}

/** What can be read, or where to begin. */
function Read() {
  const reading = useBenchState((state) => state.reading);
  const isEmpty = useBenchState((state) => state.pasted.trim() === '');
  if (isEmpty) return <SampleShelf />;
  return (
    <div className={styles['read']}>
      <WayBack />
      {reading?.token.form === 'other' && <OtherCredentialNote token={reading.token} />}
      {reading && <TokenParts reading={reading} />}
    </div>
  );
}

function WayBack() {
  const bench = useBench();
  const depth = useBenchState((state) => state.outer.length);
  if (depth === 0) return null;
  return (
    <p>
      <Button size="s" icon="previous" onClick={bench.closeInner}>
        Back to the token around it
      </Button>
    </p>
  );
}
