import { RunError } from '#core/ports.ts';
import { appStore } from './app-store.ts';
import { timeline } from './timeline.ts';

/** Loads the simulation (MSW, jose, the world) and hands it to the timeline. Where it cannot run, the recorded lessons go on. */
export async function goLive(): Promise<void> {
  try {
    const { startLive } = await import('./live/live.ts');
    const live = await startLive({ baseUrl: new URL('./', document.baseURI).href.split('#')[0] ?? '' });
    timeline.actions.attachRunner(live.runner);
    appStore.setState({ live: live.via });
  } catch (error) {
    appStore.setState({ live: error instanceof RunError ? error.code : 'failed' });
  }
}
