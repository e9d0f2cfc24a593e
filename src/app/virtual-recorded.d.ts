/** Made at build by `tools/vite/recorded-lessons.ts`. */
declare module 'virtual:recorded-lessons' {
  import type { Trace } from '#core/trace.ts';

  /** By lesson's id: loads the traces of the lesson's own two sides, left then right. */
  export const recordedLessons: Readonly<Record<string, () => Promise<{ readonly traces: readonly Trace[] }>>>;
}

declare module 'virtual:recorded-lessons/*' {
  import type { Trace } from '#core/trace.ts';

  /** Left, then right. */
  export const traces: readonly Trace[];
}
