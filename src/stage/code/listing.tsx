import { useLayoutEffect, useRef } from 'react';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { lightOf, type LitListing } from './listings.ts';
import styles from './listing.module.css';

interface ListingProps {
  readonly listing: LitListing;
  readonly tokenKinds: readonly string[];
}

/** Pixels of what comes before that stay in sight above the lit lines. */
const CONTEXT = 36;

/** One stretch of source in a box of its own, scrolled to the lines that ran. */
export function Listing({ listing, tokenKinds }: ListingProps) {
  const box = useRef<HTMLElement>(null);
  const { file, lines, last, numbers } = listing;
  const where = last.startLine === last.endLine ? `line ${last.startLine}` : `lines ${last.startLine}–${last.endLine}`;

  useLayoutEffect(() => {
    const element = box.current;
    const line = element?.querySelector<HTMLElement>(`[data-line="${last.from}"]`);
    if (element && line) element.scrollTo({ top: Math.max(0, line.offsetTop - CONTEXT), behavior: 'instant' });
  }, [last.from]);

  return (
    <figure className={styles['listing']}>
      <figcaption className={styles['caption']}>
        <code>{file.replace(/^src\//, '')}</code> <span className={styles['where']}>{where}</span>
      </figcaption>
      {/* A box that scrolls has to be reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={box} className={styles['box']} tabIndex={0} aria-label={`Source of ${file}, ${where} lit`}>
        <ol className={styles['lines']}>
          {lines.map((tokens, index) => {
            const light = lightOf(listing, index);
            return (
              // Lines of a listing never change places.
              <li key={index} className={styles['line']} data-line={index} data-light={light ?? undefined}>
                <span className={styles['number']} aria-hidden="true">
                  {numbers?.[index]}
                </span>
                <code className={styles['code']}>
                  {light === 'last' && index === last.from && <VisuallyHidden>Ran last: </VisuallyHidden>}
                  {tokens.map(([kind, text], place) => (
                    <span key={place} data-kind={tokenKinds[kind]}>
                      {text}
                    </span>
                  ))}
                  {'\n'}
                </code>
              </li>
            );
          })}
        </ol>
      </section>
    </figure>
  );
}
