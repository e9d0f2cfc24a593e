import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';
import { Dialog } from '#kit/dialog.tsx';
import { appStore, type DialogName } from '../app-store.ts';
import { useApp } from '../use-app.ts';

// None of these is part of the first screen.
const Lessons = lazyView(() => import('./lessons.tsx').then(({ Lessons: view }) => view));
const Help = lazyView(() => import('./help.tsx').then(({ Help: view }) => view));
const Share = lazyView(() => import('./share.tsx').then(({ Share: view }) => view));
const SideSettings = lazyView(() => import('./side-settings.tsx').then(({ SideSettings: view }) => view));
const Words = lazyView(() => import('./words.tsx').then(({ Words: view }) => view));
const FileProblem = lazyView(() => import('../files/file-problem.tsx').then(({ FileProblem: view }) => view));
const Palette = lazyView(() => import('./palette.tsx').then(({ Palette: view }) => view));

const TITLES: Readonly<Record<DialogName, string>> = {
  lessons: 'All lessons',
  help: 'Help',
  share: 'Share this step',
  'settings-left': 'Settings on the left',
  'settings-right': 'Settings on the right',
  words: 'The steps in words',
  'file-problem': 'This file cannot be opened',
};

export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const palette = useApp((state) => state.palette);
  return (
    <>
      <Dialog
        title={dialog ? TITLES[dialog] : ''}
        open={dialog !== null}
        onClose={() => appStore.setState({ dialog: null })}
        width={dialog === 'lessons' || dialog === 'words' ? 'l' : 'm'}
      >
        <Part name={dialog ? TITLES[dialog] : ''} resetKey={dialog} fallback={<p>Loading…</p>}>
          {dialog && <DialogBody name={dialog} />}
        </Part>
      </Dialog>
      {palette && (
        <Part name="The list of commands">
          <Palette />
        </Part>
      )}
    </>
  );
}

function DialogBody({ name }: { readonly name: DialogName }) {
  switch (name) {
    case 'lessons':
      return <Lessons />;
    case 'help':
      return <Help />;
    case 'share':
      return <Share />;
    case 'settings-left':
      return <SideSettings column="left" />;
    case 'settings-right':
      return <SideSettings column="right" />;
    case 'words':
      return <Words />;
    case 'file-problem':
      return <FileProblem />;
  }
}
