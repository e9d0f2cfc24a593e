import { useEffect } from 'react';
import { createBrowserBench } from '#token-bench/create-bench.ts';
import { BenchPage } from '#token-bench/page/bench-page.tsx';
import { appStore } from './app-store.ts';
import { useApp } from './use-app.ts';

/** What is on the bench stays there while the reader looks at the workbench, and is forgotten with the page. */
const bench = createBrowserBench();

/** The token bench, with what the workbench handed over: once, in memory. */
export function BenchPlace() {
  const handOver = useApp((state) => state.handOver);
  useEffect(() => {
    if (handOver === null) return;
    bench.handOver(handOver);
    appStore.setState({ handOver: null });
  }, [handOver]);
  return <BenchPage bench={bench} />;
}
