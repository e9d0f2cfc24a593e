import { type Column, COLUMNS } from '#core/align.ts';
import { areaId } from '#core/state.ts';
import { Button } from '#kit/button.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { READER_NAMES, READERS } from '#projections/state/place-readers.ts';
import { END_NAMES, ENDS, type EndId } from '#projections/state/place-survival.ts';
import type { StateGroup, StatePlace, StateView } from '#projections/state/state-models.ts';
import { bytesText } from './bytes-text.ts';
import { Claims } from './claims.tsx';
import { PlaceCard } from './place-card.tsx';
import { Size } from './size.tsx';
import actStyles from './act-button.module.css';
import styles from './where-state-lives.module.css';

interface WhereStateLivesProps {
  readonly view: StateView;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** Why nothing can be tried just now; null where it can. */
  readonly notice: string | null;
  /** What makes each end happen: `Reload page`. */
  readonly labels: Readonly<Record<EndId, string>>;
  readonly titleOf: (end: EndId) => string;
  /** Makes it happen here and now, so that a column can be seen to be right. */
  readonly onAct: (end: EndId) => void;
}

const GROUP_NAMES = { browser: 'With the client', server: 'At the server' } as const;

const GROUP_NOTES = {
  browser: 'on the user’s devices',
  server: 'in its memory, on its disk, in its database',
} as const;

/** Every place where something is remembered, of both systems: how much, who can read it, and what it survives. */
export function WhereStateLives({ view, names, notice, labels, titleOf, onAct }: WhereStateLivesProps) {
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label="Where state lives" className={styles['region']} tabIndex={0}>
      {notice !== null && <p className={styles['notice']}>{notice}</p>}
      <table className={styles['table']}>
        <caption className={styles['caption']}>
          Where {names.left} and {names.right} keep what they remember at this step
        </caption>
        <thead className={styles['head']}>
          <tr>
            <th scope="col" className={styles['place']}>
              Place
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles['size']}>
                {names[column]}
              </th>
            ))}
            <th scope="col" className={styles['readers']}>
              <span className={styles['title']}>Who can read it</span>
              <span className={styles['labels']} aria-hidden="true">
                {READERS.map((id) => (
                  <span key={id}>{READER_HEADS[id]}</span>
                ))}
              </span>
            </th>
            <th scope="col" className={styles['ends']}>
              <span className={styles['title']}>What survives, if you</span>
              <span className={styles['labels']}>
                {ENDS.map((id) => (
                  // Never `disabled`: whoever has just pressed one keeps the focus on it.
                  <Button
                    key={id}
                    size="s"
                    className={actStyles['act']}
                    aria-disabled={notice !== null}
                    title={titleOf(id)}
                    onClick={() => notice === null && onAct(id)}
                  >
                    {labels[id]}
                  </Button>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        {view.map((group) => (
          <Group key={group.place} group={group} names={names} />
        ))}
      </table>
      <p className={styles['note']}>
        The sums leave out what is there with every kind of login: accounts and failed attempts. Open a place to see
        why, and how its bytes are counted.
      </p>
    </section>
  );
}

/** The readers, as a column's head has room for them. */
const READER_HEADS: Readonly<Record<(typeof READERS)[number], string>> = {
  'page-script': 'page script',
  'other-origin': 'other origin',
  'other-tab': 'other tab',
  device: 'at the device',
  decoder: 'who decodes',
  server: 'the server',
  'other-server': 'other server',
};

function Group({ group, names }: { readonly group: StateGroup; readonly names: Readonly<Record<Column, string>> }) {
  const { place, places, total } = group;
  return (
    <tbody className={styles['group']} data-place={place}>
      <tr className={styles['sum']}>
        <th scope="rowgroup" className={styles['place']}>
          {GROUP_NAMES[place]}
        </th>
        {COLUMNS.map((column) => (
          <td key={column} className={styles['size']} data-label={names[column]}>
            {bytesText(total[column])}
          </td>
        ))}
        <td colSpan={2} className={styles['rest']}>
          {GROUP_NOTES[place]}
        </td>
      </tr>
      {places.map((one) => (
        <Row key={keyOf(one)} place={one} names={names} />
      ))}
    </tbody>
  );
}

/** Two rows of one place speak of different sides. */
function keyOf({ area, sizes }: StatePlace): string {
  return `${areaId(area)}/${COLUMNS.filter((column) => sizes[column] !== null).join()}`;
}

function Row({ place, names }: { readonly place: StatePlace; readonly names: Readonly<Record<Column, string>> }) {
  const { sizes, readers, survives } = place;
  const isEmpty = readers === null || survives === null;
  return (
    <tr className={styles['row']} data-empty={isEmpty || undefined}>
      <th scope="row" className={styles['place']}>
        <PlaceCard place={place} names={names} />
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className={styles['size']} data-label={sizes[column] ? names[column] : undefined}>
          <Size size={sizes[column]} />
        </td>
      ))}
      {isEmpty ? (
        <td colSpan={2} className={styles['rest']}>
          <VisuallyHidden>nothing here at this step</VisuallyHidden>
        </td>
      ) : (
        <>
          <td className={styles['readers']}>
            <Claims verb="Read by" ids={READERS} names={READER_NAMES} claims={readers} />
          </td>
          <td className={styles['ends']}>
            <Claims verb="Survives" ids={ENDS} names={END_NAMES} claims={survives} />
          </td>
        </>
      )}
    </tr>
  );
}
