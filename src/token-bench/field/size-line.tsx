import { numberText } from '#kit/number-text.ts';
import { COOKIE_LIMIT, HEADER_LIMIT } from '#token/lint-size.ts';
import { useBenchState } from '../bench.ts';
import styles from './size-line.module.css';

/** How long the token is, against what a cookie and a header line may hold. */
export function SizeLine() {
  const length = useBenchState((state) => state.reading?.token.text.length ?? 0);
  if (length === 0) return null;
  return (
    <p className={styles['size']}>
      {`${numberText(length)} characters`}
      <Share of={COOKIE_LIMIT} length={length} name="a 4 kB cookie" />
      <Share of={HEADER_LIMIT} length={length} name="an 8 kB header" />
    </p>
  );
}

function Share({ of, length, name }: { readonly of: number; readonly length: number; readonly name: string }) {
  const percent = (length / of) * 100;
  const words = percent < 1 ? 'under 1 %' : `${numberText(Math.round(percent))} %`;
  return (
    <span className={styles['share']} data-over={percent > 100 || undefined}>
      <span className={styles['bar']} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, percent)}%` }} />
      </span>
      {percent > 100 ? `${words}: too long for ${name}` : `${words} of ${name}`}
    </span>
  );
}
