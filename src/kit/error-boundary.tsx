import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Verdict } from './verdict.tsx';
import styles from './error-boundary.module.css';

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

  private readonly retry = (): void => this.setState({ failure: null });

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <div role="alert" className={styles['failure']}>
        <p>
          <Verdict kind="wrong">{`${this.props.name} failed`}</Verdict>
        </p>
        <p className={styles['message']}>{messageOf(failure.error)}</p>
        <p>The rest of the page goes on. Another step may work, or try this one again.</p>
        <Button size="s" onClick={this.retry}>
          Try again
        </Button>
      </div>
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
