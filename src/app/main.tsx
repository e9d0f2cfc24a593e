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
import { listenForKeys } from './keys/listen.ts';
import { openFragment, resumable } from './opening.ts';
import { playOnTimers } from './playing.ts';
import { isHome } from './place.ts';
import { readLastVisit, readPreferences } from './preferences.ts';
import { App } from './shell/app.tsx';
import { timeline } from './timeline.ts';

const { theme, keysOn } = readPreferences();
const lastVisit = readLastVisit();
appStore.setState({ theme, keysOn, resume: isHome(location.hash) ? resumable(lastVisit) : null });
applyTheme(theme, document.documentElement);
if (lastVisit) {
  timeline.actions.setBets(lastVisit.betsOn);
  timeline.actions.restoreAnswers(lastVisit.answers);
}

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

followSteps();
window.addEventListener('hashchange', () => void openFragment(location.hash));
playOnTimers();
listenForKeys();
// The first lesson is on screen from its recording before the simulation is asked for.
void opened.then(goLive);
