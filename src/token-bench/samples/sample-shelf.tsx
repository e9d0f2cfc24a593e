import { Icon } from '#kit/icon.tsx';
import { useBench, useBenchState } from '../bench.ts';
import { putSample } from './put-sample.ts';
import { SAMPLES } from './samples.ts';
import styles from './sample-shelf.module.css';

/** Where to begin with an empty field: samples, each with what it teaches. */
export function SampleShelf() {
  const bench = useBench();
  const handedOver = useBenchState((state) => state.handedOver);
  return (
    <section className={styles['shelf']} aria-label="Samples">
      <h2 className={styles['title']}>No token at hand? Each of these teaches something.</h2>
      <ul className={styles['list']}>
        {SAMPLES.map((sample) => (
          <li key={sample.id}>
            <button
              type="button"
              className={styles['sample']}
              onClick={() => void putSample(bench, sample, Math.floor(Date.now() / 1000))}
            >
              <span className={styles['name']}>
                {sample.name}
                <Icon name="arrow" />
              </span>
              <span className={styles['teaches']}>{sample.teaches}</span>
            </button>
          </li>
        ))}
        {handedOver !== null && (
          <li>
            <button type="button" className={styles['sample']} onClick={() => bench.handOver(handedOver)}>
              <span className={styles['name']}>
                The one from the workbench
                <Icon name="arrow" />
              </span>
              <span className={styles['teaches']}>The credential that was handed over last.</span>
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
