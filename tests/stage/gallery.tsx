import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Column } from '#core/align.ts';
import { Select } from '#kit/select.tsx';
import { applyTheme, isTheme } from '#kit/theme.ts';
import { Diagram } from '#stage/diagram/diagram.tsx';
import { LESSON, longModel, NAMES, PHONE_LANES, rowTextOf } from './fixtures.ts';

/** For looking at the views while they are made: `?k=8&theme=dark&rows=10000&lanes=5&bet=8`. Not shipped. */
const options = new URLSearchParams(location.search);
const theme = options.get('theme');
applyTheme(isTheme(theme) ? theme : 'light', document.documentElement);

const base = options.has('rows') ? longModel(Number(options.get('rows'))) : LESSON;
const model = options.has('lanes') ? { ...base, lanes: { left: PHONE_LANES, right: PHONE_LANES } } : base;

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

function Gallery() {
  const [k, setK] = useState(Number(options.get('k') ?? 8));
  const [column, setColumn] = useState<Column>('left');
  const bet = options.get('bet');

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
      <div className="diagram">
        <Diagram
          model={model}
          k={k}
          names={NAMES}
          column={column}
          onColumn={setColumn}
          leftHeader={<Header name="Session" variant="PHP, session files" />}
          rightHeader={<Header name="JWT" variant="access + refresh" />}
          rowText={rowTextOf(model)}
          onSelectRow={(index) => setK(index + 1)}
          onExplain={() => undefined}
          reveal={options.has('all') ? 'all' : 'reached'}
          differs={options.has('differs') ? new Set(['users/request/recognise/0']) : undefined}
          bet={bet === null ? undefined : { index: Number(bet) }}
        />
      </div>
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Gallery />);
