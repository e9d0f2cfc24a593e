import { Button } from './button.tsx';
import { Verdict } from './verdict.tsx';
import styles from './error-boundary.module.css';

export interface FailureProps {
  /** What failed, as a reader calls it. */
  readonly name: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In the place of a panel that failed: what happened, and what to do. */
export function Failure({ name, error, onRetry }: FailureProps) {
  return (
    <div role="alert" className={styles['failure']}>
      <p>
        <Verdict kind="wrong">{`${name} failed`}</Verdict>
      </p>
      <p className={styles['message']}>{error instanceof Error ? error.message : String(error)}</p>
      <p>The rest of the page goes on. Another step may work, or try this one again.</p>
      <Button size="s" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
