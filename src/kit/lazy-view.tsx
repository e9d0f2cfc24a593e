import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** A view’s file could not be fetched: the network is gone, or the app was replaced by a newer one meanwhile. */
export class NotLoadedError extends Error {
  /** Makes the next drawing of that view ask for the file again. */
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super('The file of a view could not be fetched', { cause });
    this.name = 'NotLoadedError';
    this.forget = forget;
  }
}

/**
 * A view whose file comes when the view is wanted. Unlike React’s own `lazy`, it can be asked for again after it failed:
 * an `ErrorBoundary` around it does, when its reader says so.
 */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let view = ask();

  function ask(): LazyExoticComponent<ComponentType<Props>> {
    const asked = lazy(async () => {
      try {
        return { default: await load() };
      } catch (cause) {
        throw new NotLoadedError(cause, () => {
          if (view === asked) view = ask();
        });
      }
    });
    return asked;
  }

  return function LazyView(props: Props) {
    const View: ComponentType<Props> = view;
    return <View {...props} />;
  };
}
