import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme, isTheme } from '#kit/theme.ts';
import { createBrowserBench } from '#token-bench/create-bench.ts';
import { BenchPage } from '#token-bench/page/bench-page.tsx';
import { putSample } from '#token-bench/samples/put-sample.ts';
import { SAMPLES } from '#token-bench/samples/samples.ts';

/** For looking at the page while it is made: `?sample=good&theme=dark` or `?t=<text>`. Not shipped. */
const options = new URLSearchParams(location.search);
const theme = options.get('theme');
applyTheme(isTheme(theme) ? theme : 'light', document.documentElement);

const bench = createBrowserBench();
const sample = SAMPLES.find(({ id }) => id === options.get('sample'));
if (sample) void putSample(bench, sample, Math.floor(Date.now() / 1000));
else bench.paste(options.get('t') ?? '');

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <BenchPage bench={bench} />
    </StrictMode>,
  );
}
