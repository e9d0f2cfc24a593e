import { COLUMNS } from '#core/align.ts';
import { useElementSize } from '#kit/element-size.ts';
import { elapsedText } from '#projections/wording/elapsed-text.ts';
import { OUTLOOK_WORDS } from '#projections/lifetimes/lifetime-words.ts';
import { Axis } from './axis.tsx';
import type { LifetimesProps } from './lifetimes-props.ts';
import { timeScale } from './scale.ts';
import { SideLives } from './side-lives.tsx';
import styles from './lifetimes.module.css';

/** How wide the axis is taken to be until it has been measured. */
const FIRST_WIDTH = 600;

/** The life of every credential of both systems over one axis, with the clock on it as something to take in the hand. */
export function Lifetimes(props: LifetimesProps) {
  const { view, names, moments, isTrueToScale, at, outlooks, clock, present, controls } = props;
  const [plot, size] = useElementSize();
  const scale = timeScale(moments, size?.width ?? FIRST_WIDTH, isTrueToScale);
  const stops = COLUMNS.flatMap((column) =>
    view[column].lifetimes.flatMap(({ ends, ahead }) => [
      ...ends.map((end) => end.at),
      ...(ahead !== null && view[column].refreshesAhead ? [ahead] : []),
    ]),
  );
  return (
    <section aria-label="Lifetimes" className={styles['lifetimes']}>
      <div className={styles['head']}>
        {controls}
        <div className={styles['axisRow']}>
          <div ref={plot} className={styles['axisPlace']}>
            <Axis
              scale={scale}
              at={clock.at}
              isPreview={clock.isPreview}
              present={present}
              stops={[present, ...stops]}
              valueText={valueText(props)}
              onPreview={props.onPreview}
              onLetGo={props.onLetGo}
            />
          </div>
        </div>
      </div>
      {props.instead ??
        COLUMNS.map((column) => (
          <SideLives
            key={column}
            side={view[column]}
            name={names[column]}
            scale={scale}
            at={at[column]}
            isPreview={clock.isPreview}
            outlooks={outlooks[column]}
            column={column}
            onExplain={props.onExplain}
          />
        ))}
    </section>
  );
}

/** `2:30. Session: must log in. JWT: in, after a refresh.` */
function valueText({ clock, names, outlooks }: LifetimesProps): string {
  const said = COLUMNS.map((column) => {
    const words = outlooks[column].map(({ outlook }) => OUTLOOK_WORDS[outlook]);
    return words.length === 0 ? '' : `${names[column]}: ${words.join(', ')}.`;
  });
  return [`${elapsedText(clock.at)}.`, ...said].filter((text) => text !== '').join(' ');
}
