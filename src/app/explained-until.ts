import { appStore } from './app-store.ts';
import { timeline } from './timeline.ts';

/** An explanation lasts until the next step: then the lesson speaks again. Returns how to stop. */
export function explainUntilNextStep(): () => void {
  return timeline.store.subscribe(({ cursor }, before) => {
    if (cursor !== before.cursor) appStore.setState({ explained: null });
  });
}
