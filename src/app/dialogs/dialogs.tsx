import { lazy, Suspense } from 'react';
import { Dialog } from '#kit/dialog.tsx';
import { openDialog, type DialogName } from '../app-store.ts';
import { useApp } from '../use-app.ts';

// None of these is part of the first screen.
const Lessons = lazy(() => import('./lessons.tsx').then(({ Lessons: view }) => ({ default: view })));
const Help = lazy(() => import('./help.tsx').then(({ Help: view }) => ({ default: view })));
const Share = lazy(() => import('./share.tsx').then(({ Share: view }) => ({ default: view })));
const SideSettings = lazy(() => import('./side-settings.tsx').then(({ SideSettings: view }) => ({ default: view })));
const Words = lazy(() => import('./words.tsx').then(({ Words: view }) => ({ default: view })));
const Palette = lazy(() => import('./palette.tsx').then(({ Palette: view }) => ({ default: view })));

const TITLES: Readonly<Record<DialogName, string>> = {
  lessons: 'All lessons',
  help: 'Help',
  share: 'Share this step',
  'settings-left': 'Settings on the left',
  'settings-right': 'Settings on the right',
  words: 'The steps in words',
};

export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const palette = useApp((state) => state.palette);
  return (
    <>
      <Dialog
        title={dialog ? TITLES[dialog] : ''}
        open={dialog !== null}
        onClose={() => openDialog(null)}
        width={dialog === 'lessons' || dialog === 'words' ? 'l' : 'm'}
      >
        <Suspense fallback={<p>Loading…</p>}>{dialog && <DialogBody name={dialog} />}</Suspense>
      </Dialog>
      {palette && (
        <Suspense>
          <Palette />
        </Suspense>
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
  }
}
