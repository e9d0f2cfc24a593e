import type { ComponentProps, ComponentType } from 'react';
import { lazyView } from '#kit/lazy-view.tsx';
import { Part } from '#kit/part.tsx';

// What few tokens have inside comes with the first that has it.
const Sealed = lazyView(() => import('./sealed-content.tsx').then((module) => module.SealedContent));
const Inner = lazyView(() => import('./inner-token.tsx').then((module) => module.InnerToken));
const Disclosure = lazyView(() => import('./disclosure-note.tsx').then((module) => module.DisclosureNote));
const Other = lazyView(() => import('./other-credential-note.tsx').then((module) => module.OtherCredentialNote));

export const SealedContent = inPart('What is inside', Sealed);
export const InnerToken = inPart('The token inside', Inner);
export const DisclosureNote = inPart('What vouches for it', Disclosure);
export const OtherCredentialNote = inPart('What it is', Other);

function inPart<Props extends object>(name: string, View: ComponentType<Props>): ComponentType<Props> {
  return function InPart(props: ComponentProps<typeof View>) {
    return (
      <Part name={name}>
        <View {...props} />
      </Part>
    );
  };
}
