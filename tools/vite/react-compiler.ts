import babel from '@rolldown/plugin-babel';
import { reactCompilerPreset } from '@vitejs/plugin-react';
import type { Logger } from 'babel-plugin-react-compiler';
import type { Plugin } from 'vite';

/**
 * React Compiler which never skips in silence: a component that it cannot compile, or that opts out, fails the build.
 * Left alone it would ship such a component unmemoised, and one slow component can cost every step its frame.
 */
export function reactCompiler(): Promise<Plugin> {
  const logger: Logger = { logEvent: (file, event) => failOn(file, event) };
  const plugin = babel({ presets: [reactCompilerPreset({ panicThreshold: 'all_errors', logger })] });
  // A Rolldown plugin is a Vite plugin; the two packages' types differ in one optional field, which our strictness sees.
  return plugin as Promise<Plugin>;
}

type CompilerEvent = Parameters<Logger['logEvent']>[1];

function failOn(file: string | null, event: CompilerEvent): void {
  switch (event.kind) {
    case 'CompileSkip':
      throw new Error(`${place(file, event.fnLoc)}: React Compiler skipped this function: ${event.reason}`);
    case 'CompileError':
      throw new Error(`${place(file, event.fnLoc)}: React Compiler: ${describe(event.detail)}`);
    case 'PipelineError':
      throw new Error(`${place(file, event.fnLoc)}: React Compiler: ${event.data}`);
    default:
  }
}

function place(file: string | null, at: { readonly start: { readonly line: number } } | null): string {
  return `${file ?? 'unknown file'}:${at?.start.line ?? '?'}`;
}

function describe(detail: { readonly reason: string; readonly description?: string | null | undefined }): string {
  return detail.description ? `${detail.reason} (${detail.description})` : detail.reason;
}
