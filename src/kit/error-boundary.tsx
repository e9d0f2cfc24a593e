import { Component, type ErrorInfo, lazy, type ReactNode, Suspense } from 'react';

// Most pages never need the words for it.
const Failure = lazy(() => import('./failure.tsx').then(({ Failure: view }) => ({ default: view })));

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
      <Suspense fallback={<p role="alert">{`${this.props.name} failed`}</p>}>
        <Failure name={this.props.name} error={failure.error} onRetry={this.retry} />
      </Suspense>
    );
  }
}
