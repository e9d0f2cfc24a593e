import { iconPath, type IconName } from '#kit/icon.tsx';
import type { CellModel } from '#projections/models.ts';
import { type Arrow, placeArrow } from './arrow-place.ts';
import { type Box, type IconPlace, placeBox } from './box-place.ts';
import type { ColumnFrame, Frame } from './layout.ts';
import { placeGap, type TextPlace } from './text-place.ts';
import styles from './cell-drawing.module.css';

interface CellDrawingProps {
  readonly cell: CellModel;
  readonly column: ColumnFrame;
  readonly frame: Frame;
  /** What the other run does here, where it is not the same: words that it has not are marked. */
  readonly beside: CellModel | null;
}

/** What one system does in one row. Its words are said by the row's buttons: a listener hears none of this. */
export function CellDrawing({ cell, column, frame, beside }: CellDrawingProps) {
  switch (cell.type) {
    case 'arrow':
      return <ArrowDrawing cell={cell} column={column} frame={frame} beside={beside} />;
    case 'box':
      return <BoxDrawing cell={cell} column={column} frame={frame} beside={beside} />;
    case 'gap':
      return <Text place={placeGap(cell.label, column, frame)} tone="gap" />;
  }
}

/** Whether the other run does the same kind of thing, in other words: where it does something else, the whole cell says so. */
function isNew(cell: Arrow | Box, beside: CellModel | null, part: 'label' | 'sublabel'): boolean {
  return beside?.type === cell.type && beside[part] !== cell[part];
}

interface PartProps<Cell extends CellModel> extends CellDrawingProps {
  readonly cell: Cell;
}

function ArrowDrawing({ cell, column, frame, beside }: PartProps<Arrow>) {
  const place = placeArrow(cell, column, frame);
  const failed = cell.status !== null && cell.status >= 400;
  return (
    <g data-line={cell.line} className={styles['arrow']}>
      <circle cx={place.x1} cy={place.y} r={2.5 * frame.scale} className={styles['head']} />
      <line x1={place.x1} y1={place.y} x2={place.x2} y2={place.y} className={styles['line']} />
      <polygon points={place.head} className={styles['head']} />
      <Text place={place.label} tone={failed ? 'failed' : 'label'} marked={isNew(cell, beside, 'label')} />
      {place.sublabel && <Text place={place.sublabel} tone="sublabel" marked={isNew(cell, beside, 'sublabel')} />}
    </g>
  );
}

const ACT_ICONS: Readonly<Record<Box['act'], IconName>> = {
  crypto: 'key',
  keep: 'tray',
  drop: 'bin',
  decide: 'check',
  miss: 'cross',
  person: 'person',
  clock: 'clock',
  setting: 'setting',
};

/** In units: cryptography has sharp corners, a verdict round ends. */
const CORNERS: Readonly<Record<Box['act'], number>> = {
  crypto: 2,
  keep: 8,
  drop: 8,
  decide: 14,
  miss: 14,
  person: 8,
  clock: 14,
  setting: 2,
};

function BoxDrawing({ cell, column, frame, beside }: PartProps<Box>) {
  const place = placeBox(cell, column, frame);
  const outcome = cell.ok === false ? 'cross' : 'check';
  const icon = cell.act === 'decide' && cell.ok === false ? 'cross' : ACT_ICONS[cell.act];
  return (
    <g data-act={cell.act} data-ok={cell.ok ?? undefined}>
      <rect
        x={place.x}
        y={place.y}
        width={place.width}
        height={place.height}
        rx={CORNERS[cell.act] * frame.scale}
        className={styles['box']}
      />
      {!cell.credential && <Drawn name={icon} place={place.icon} />}
      {place.outcome && <Drawn name={outcome} place={place.outcome} />}
      <Text place={place.label} tone="boxed" marked={isNew(cell, beside, 'label')} />
      {place.sublabel && <Text place={place.sublabel} tone="sublabel" marked={isNew(cell, beside, 'sublabel')} />}
      {place.aside && <Text place={place.aside} tone="gap" />}
    </g>
  );
}

interface DrawnProps {
  readonly name: IconName;
  readonly place: IconPlace;
}

function Drawn({ name, place }: DrawnProps) {
  const { x, y, size } = place;
  return <path d={iconPath(name)} transform={`translate(${x} ${y}) scale(${size / 16})`} className={styles['icon']} />;
}

interface TextProps {
  readonly place: TextPlace;
  readonly tone: 'label' | 'failed' | 'sublabel' | 'boxed' | 'gap';
  /** The other run says something else here. */
  readonly marked?: boolean;
}

function Text({ place, tone, marked }: TextProps) {
  return (
    <>
      {tone !== 'boxed' && <rect {...place.patch} className={styles['patch']} />}
      <text
        x={place.x}
        y={place.baseline}
        fontSize={place.size}
        className={styles['text']}
        data-tone={tone}
        data-marked={marked || undefined}
      >
        {place.text}
      </text>
    </>
  );
}
