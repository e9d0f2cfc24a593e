import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

interface PartProps {
  /** As a reader calls it: `The diagram`. */
  readonly name: string;
  /** When this changes a part that failed is tried again. */
  readonly resetKey?: unknown;
  /** What stands in its place until its file is there. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page that may still be on its way, and whose faults are its own. */
export function Part({ name, resetKey, fallback, children }: PartProps) {
  return (
    <ErrorBoundary name={name} resetKey={resetKey}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  );
}
