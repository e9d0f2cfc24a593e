import { Component, type ErrorInfo, lazy, type ReactNode, Suspense } from 'react';
import { Button } from './button.tsx';
import type { FailureProps } from './failure.tsx';
import { NotLoadedError } from './lazy-view.tsx';
import styles from './error-boundary.module.css';

// Most pages never need the words for it, and it must not fail itself.
const Failure = lazy(() =>
  import('./failure.tsx').then(
    ({ Failure: view }) => ({ default: view }),
    () => ({ default: PlainFailure }),
  ),
);

interface ErrorBoundaryProps {
  /** What failed, as a reader calls it: `The diagram`. */
  readonly name: string;
  /** When this changes the panel is tried again: the cursor, for instance. */
  readonly resetKey?: unknown;
  readonly onError?: (error: unknown, info: ErrorInfo) => void;
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | null;
}

/** One around each panel: a fault in it is said in its place, and everything else goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info);
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failure && before.resetKey !== this.props.resetKey) this.retry();
  }

  private readonly retry = (): void => {
    const error = this.state.failure?.error;
    if (error instanceof NotLoadedError) error.forget();
    this.setState({ failure: null });
  };

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const said: FailureProps = { name: this.props.name, error: failure.error, onRetry: this.retry };
    const plain = <PlainFailure {...said} />;
    if (failure.error instanceof NotLoadedError) return plain;
    return (
      <Suspense fallback={plain}>
        <Failure {...said} />
      </Suspense>
    );
  }
}

/** What can be said with nothing but what is there already. */
function PlainFailure({ name, error, onRetry }: FailureProps) {
  const isMissing = error instanceof NotLoadedError;
  return (
    <span role="alert" className={styles['plain']}>
      {`${name} ${isMissing ? 'could not be loaded. Is there a network?' : 'failed.'}`}{' '}
      <Button size="s" onClick={onRetry}>
        Try again
      </Button>
      {/* Firefox does not ask again for a module that it could not fetch, as long as the page lives. */}
      {isMissing && (
        <Button size="s" onClick={() => location.reload()}>
          Reload the page
        </Button>
      )}
    </span>
  );
}
