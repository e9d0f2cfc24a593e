import { RunError } from '#core/ports.ts';
import { appStore } from './app-store.ts';
import { keepFilesForOffline } from './offline/keep-files.ts';
import { timeline } from './timeline.ts';

/** Loads the simulation (MSW, jose, the world) and hands it to the timeline. Where it cannot run, the recorded lessons go on. */
export async function goLive(): Promise<void> {
  appStore.setState({ live: 'starting' });
  try {
    const { startLive } = await import('./live/live.ts');
    const live = await startLive({ baseUrl: new URL('./', document.baseURI).href.split('#')[0] ?? '' });
    timeline.actions.attachRunner(live.runner);
    appStore.setState({ live: live.via });
    if (live.via === 'service-worker') keepFilesForOffline();
  } catch (error) {
    const problem = error instanceof RunError ? error : new RunError('failed', { cause: error });
    // What is asked for from now on is refused with the reason, instead of waiting for a simulation that never comes.
    timeline.actions.attachRunner({ run: () => Promise.reject(problem) });
    appStore.setState({ live: problem.code });
  }
}
