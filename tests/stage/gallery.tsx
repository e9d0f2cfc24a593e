import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Column } from '#core/align.ts';
import { Select } from '#kit/select.tsx';
import { applyTheme, isTheme } from '#kit/theme.ts';
import { BytesChart } from '#stage/bytes/bytes-chart.tsx';
import { CodePanel } from '#stage/code/code-panel.tsx';
import { DiagramText } from '#stage/diagram/diagram-text.tsx';
import { Diagram } from '#stage/diagram/diagram.tsx';
import { Flight } from '#stage/flight/flight.tsx';
import { HttpMessages } from '#stage/http/http-messages.tsx';
import { Storage } from '#stage/storage/storage.tsx';
import {
  BYTES,
  CODE,
  HTTP,
  LESSON,
  longModel,
  NAMES,
  PHONE_LANES,
  rowTextOf,
  SOURCES,
  storageAt,
  TOKEN_KINDS,
} from './fixtures.ts';
import { KitSheet } from './kit-sheet.tsx';

/** For looking at the views while they are made: `?k=8&theme=dark&rows=10000&lanes=5&bet=8&side=http`. Not shipped. */
const options = new URLSearchParams(location.search);
const theme = options.get('theme');
applyTheme(isTheme(theme) ? theme : 'light', document.documentElement);

const base = options.has('rows') ? longModel(Number(options.get('rows'))) : LESSON;
const model = options.has('lanes') ? { ...base, lanes: { left: PHONE_LANES, right: PHONE_LANES } } : base;
const rowText = rowTextOf(model);
const KEPT_AT = 7;

function Header({ name, variant }: { readonly name: string; readonly variant: string }) {
  return (
    <>
      <h2>{name}</h2>
      <Select
        label={`${name} variant`}
        value={variant}
        options={[{ value: variant, label: variant }]}
        onChange={() => undefined}
      />
    </>
  );
}

function Side({ k }: { readonly k: number }) {
  switch (options.get('side')) {
    case 'code':
      return <CodePanel view={CODE} names={NAMES} sources={SOURCES} tokenKinds={TOKEN_KINDS} />;
    case 'bytes':
      return <BytesChart view={BYTES} names={NAMES} onExplain={() => undefined} />;
    case 'text':
      return <DiagramText model={model} k={k} rowText={rowText} />;
    default:
      return (
        <HttpMessages
          view={HTTP}
          standing={{ left: 'acts', right: 'acts' }}
          names={NAMES}
          curlOf={() => 'curl'}
          onExplainHeader={() => undefined}
        />
      );
  }
}

function Gallery() {
  const [k, setK] = useState(Number(options.get('k') ?? 8));
  const [column, setColumn] = useState<Column>('left');
  const bet = options.get('bet');
  const storage = storageAt(
    k < KEPT_AT ? 'start' : k === KEPT_AT ? 'keeping' : k === 15 ? 'dropping' : k > 15 ? 'start' : 'kept',
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'ArrowRight') setK((old) => Math.min(old + 1, model.rows.length));
      if (event.key === 'ArrowLeft') setK((old) => Math.max(old - 1, 0));
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <main className="gallery">
      <div className="left">
        <div className="diagram">
          <Diagram
            model={model}
            k={k}
            names={NAMES}
            column={column}
            onColumn={setColumn}
            leftHeader={<Header name="Session" variant="PHP, session files" />}
            rightHeader={<Header name="JWT" variant="access + refresh" />}
            rowText={rowText}
            onSelectRow={(index) => setK(index + 1)}
            onExplain={() => undefined}
            reveal={options.has('all') ? 'all' : 'reached'}
            differs={options.has('differs') ? new Set(['users/request/recognise/0']) : undefined}
            bet={bet === null ? undefined : { index: Number(bet), onPlace: () => undefined }}
          />
        </div>
        <Storage
          view={storage}
          names={NAMES}
          column={column}
          onExplain={() => undefined}
          onOpenCredential={() => undefined}
          reserved={{ left: [1, 1, 1, 1], right: [1, 3, 1, 1] }}
        />
        <Flight model={model} k={k} storage={storage} />
      </div>
      <aside className="side">
        <Side k={k} />
      </aside>
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(options.has('kit') ? <KitSheet /> : <Gallery />);
