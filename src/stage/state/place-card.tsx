import { type Column, COLUMNS } from '#core/align.ts';
import type { Citation } from '#core/reasons.ts';
import { Popover } from '#kit/popover.tsx';
import { Prose } from '#kit/prose.tsx';
import type { Claim } from '#projections/state/claims-about-places.ts';
import { READER_NAMES, READERS } from '#projections/state/place-readers.ts';
import { END_NAMES, ENDS } from '#projections/state/place-survival.ts';
import type { StatePlace } from '#projections/state/state-models.ts';
import { counted } from '#projections/wording/counted.ts';
import { bytesText } from './bytes-text.ts';
import styles from './place-card.module.css';

interface PlaceCardProps {
  readonly place: StatePlace;
  readonly names: Readonly<Record<Column, string>>;
}

/** A place's name, which opens the reason for everything that its row says. */
export function PlaceCard({ place, names }: PlaceCardProps) {
  const { title, ownerName, readers, survives, howCounted } = place;
  return (
    <Popover
      className={styles['trigger']}
      trigger={
        <>
          <span className={styles['title']}>{title}</span> <span className={styles['owner']}>{ownerName}</span>
        </>
      }
    >
      {/* It may be higher than its place, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={`${title}, ${ownerName}`} className={styles['card']} tabIndex={0}>
        <p className={styles['name']}>
          {title}, {ownerName}
        </p>
        <p className={styles['counted']}>
          {sizesText(place, names)}. Counted: {howCounted}.
        </p>
        {readers && <Reasons title="Who can read it" ids={READERS} names={READER_NAMES} claims={readers} />}
        {survives && <Reasons title="What it survives" ids={ENDS} names={END_NAMES} claims={survives} />}
      </section>
    </Popover>
  );
}

function sizesText({ sizes }: StatePlace, names: PlaceCardProps['names']): string {
  return COLUMNS.flatMap((column) => {
    const size = sizes[column];
    if (!size) return [];
    return [`${names[column]}: ${counted(size.entries, 'entry', 'entries')}, ${bytesText(size.bytes)}`];
  }).join('; ');
}

interface ReasonsProps<Id extends string> {
  readonly title: string;
  readonly ids: readonly Id[];
  readonly names: Readonly<Record<Id, string>>;
  readonly claims: Readonly<Record<Id, Claim>>;
}

function Reasons<Id extends string>({ title, ids, names, claims }: ReasonsProps<Id>) {
  return (
    <>
      <p className={styles['heading']}>{title}</p>
      <dl className={styles['reasons']}>
        {ids.map((id) => (
          <div key={id} className={styles['reason']}>
            <dt>{names[id]}</dt>
            {claims[id].reasons.map(({ holds, because, cite, of }) => (
              <dd key={because}>
                <strong>{holds === 'partly' ? 'Partly' : holds ? 'Yes' : 'No'}</strong>
                {of && ` (${of.join(', ')})`}: <Prose text={because} />{' '}
                <cite className={styles['source']}>{citeText(cite)}</cite>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}

/** `RFC 6265bis §5.7`, `HTML standard, Web storage`. */
function citeText({ document, section }: Citation): string {
  if (section === undefined) return document;
  return /^[\d.]+$/.test(section) ? `${document} §${section}` : `${document}, ${section}`;
}
