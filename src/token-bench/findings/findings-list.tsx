import { useState } from 'react';
import { hover, useLink } from '#anatomy/link.ts';
import { contentFindingEntry } from '#glossary/findings-content.ts';
import { Button } from '#kit/button.tsx';
import { Icon, type IconName } from '#kit/icon.tsx';
import { Prose } from '#kit/prose.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { type Finding, findingSource, type Severity } from '#token/findings.ts';
import { useBenchState } from '../bench.ts';
import { judgeNow } from '../claims/judge-now.ts';
import { useNow } from '../claims/wall-clock.ts';
import type { Reading } from '../reading/reading.ts';
import { detailWords, findingSegment, placeWords } from './finding-words.ts';
import styles from './findings-list.module.css';

const GRAVITY: Readonly<Record<Severity, number>> = { invalid: 0, warning: 1, note: 2 };

/** So many are shown before the reader asks for the rest. */
const SHOWN = 5;
/** So many are shown in any case, notes too. */
const FEW = 2;

/** All that was found, the gravest first: why it matters, what to do, and where it is written. */
export function FindingsList() {
  const reading = useBenchState((state) => state.reading);
  return reading && reading.token.form !== 'empty' ? <Findings reading={reading} /> : null;
}

function Findings({ reading }: { readonly reading: Reading }) {
  const judged = judgeNow(reading, useNow());
  const [isOpen, setOpen] = useState(false);
  const all = [...reading.token.findings, ...judged.findings, ...reading.lint].toSorted(
    (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity],
  );
  const grave = all.filter(({ severity }) => severity !== 'note');
  const closed = all.length <= FEW ? all : grave.slice(0, SHOWN);
  const shown = isOpen ? all : closed;
  const rest = all.length - closed.length;
  return (
    <section className={styles['findings']} aria-label="Findings">
      <h2 className={styles['title']}>{titleOf(all)}</h2>
      <ul className={styles['list']}>
        {shown.map((finding, index) => (
          <FindingItem key={`${finding.code} ${index}`} finding={finding} reading={reading} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Only the gravest' : `${rest} more${grave.length <= SHOWN ? ', worth knowing' : ''}`}
        </Button>
      )}
    </section>
  );
}

function titleOf(findings: readonly Finding[]): string {
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  const words = [
    plural(count('invalid'), 'rule broken', 'rules broken'),
    plural(count('warning'), 'warning', 'warnings'),
    plural(count('note'), 'note', 'notes'),
  ].filter((part) => part !== '');
  return words.length === 0 ? 'Nothing to remark' : words.join(', ');
}

function plural(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

const ICONS: Readonly<Record<Severity, IconName>> = { invalid: 'cross', warning: 'warning', note: 'arrow' };
const SPOKEN: Readonly<Record<Severity, string>> = { invalid: 'Rule broken: ', warning: 'Warning: ', note: 'Note: ' };

function FindingItem({ finding, reading }: { readonly finding: Finding; readonly reading: Reading }) {
  const link = useLink();
  const words = reading.explained[finding.code] ?? contentFindingEntry(finding.code);
  const source = words?.source ?? findingSource(finding.code);
  const segment = findingSegment(finding, reading.token);
  const place = placeWords(finding, reading.token);
  const { bytes } = finding;
  const light = () => {
    if (segment && bytes && bytes.end > bytes.start)
      hover(link, { segment, bytes, node: finding.node, from: 'finding' });
  };
  return (
    // Pointing at it only lights what it speaks of; the words say where that is.
    <li
      className={styles['item']}
      data-severity={finding.severity}
      onPointerEnter={light}
      onPointerLeave={() => hover(link, null)}
    >
      <h3 className={styles['term']}>
        <Icon name={ICONS[finding.severity]} />
        <span>
          <VisuallyHidden>{SPOKEN[finding.severity]}</VisuallyHidden>
          {words?.term ?? finding.code}
        </span>
      </h3>
      {words && (
        <p>
          <Prose text={words.says} /> <Prose text={words.advice} />
        </p>
      )}
      <p className={styles['facts']}>
        {place !== '' && <span>{place}</span>}
        {detailWords(finding).map(({ label, value }) => (
          <span key={label}>
            {`${label} `}
            <code>{value}</code>
          </span>
        ))}
        <SourceLink source={source} />
      </p>
    </li>
  );
}

interface SourceWords {
  readonly document: string;
  readonly section?: string;
  readonly url?: string;
}

function SourceLink({ source: { document, section, url } }: { readonly source: SourceWords }) {
  const name = section === undefined || section === '' ? document : `${document} §${section}`;
  return url === undefined ? (
    <span>{name}</span>
  ) : (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {name}
    </a>
  );
}
