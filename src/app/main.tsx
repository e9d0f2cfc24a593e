import '#kit/reset.css';
import '#kit/fonts.css';
import '#kit/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme } from '#kit/theme.ts';
import { TimelineContext } from '#timeline/react.ts';
import { followSteps } from './address.ts';
import { appStore } from './app-store.ts';
import { goLive } from './going-live.ts';
import { openFragment } from './opening.ts';
import { readPreferences } from './preferences.ts';
import { App } from './shell/app.tsx';
import { timeline } from './timeline.ts';

const { theme, keysOn } = readPreferences();
appStore.setState({ theme, keysOn });
applyTheme(theme, document.documentElement);

// Asked for before anything is drawn: the lesson’s files are on their way meanwhile.
const opened = openFragment(location.hash);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <TimelineContext value={timeline}>
        <App />
      </TimelineContext>
    </StrictMode>,
  );
}

window.addEventListener('hashchange', () => void openFragment(location.hash));
void makeUsable();
// The first lesson is on screen from its recording before the simulation is asked for.
void opened.then(goLive);

/** What is needed only once somebody does something: it arrives while they look. Keys pressed before that are not lost. */
async function makeUsable(): Promise<void> {
  const early: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent): unknown => early.push(event);
  window.addEventListener('keydown', keep);
  const [
    { listenForKeys },
    { playOnTimers },
    { restoreLastVisit, keepVisit },
    { explainUntilNextStep },
    { keepRunsOnceThere },
  ] = await untilThere(() =>
    Promise.all([
      import('./keys/listen.ts'),
      import('./playing.ts'),
      import('./last-visit.ts'),
      import('./explained-until.ts'),
      import('./branches/runs-to-keep.ts'),
      opened,
    ]),
  );
  window.removeEventListener('keydown', keep);
  listenForKeys(early);
  playOnTimers();
  restoreLastVisit();
  explainUntilNextStep();
  followSteps(keepVisit);
  await keepRunsOnceThere(() => untilThere(() => import('./branches/keep-runs.ts')));
}

/** What could not be fetched is asked for again whenever the network comes back or a key is pressed. */
async function untilThere<Files>(load: () => Promise<Files>): Promise<Files> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => {
      for (const sign of ['online', 'keydown']) window.addEventListener(sign, resolve, { once: true });
    });
    return untilThere(load);
  }
}
