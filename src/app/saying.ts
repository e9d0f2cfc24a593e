import { createStore } from 'zustand/vanilla';

/** What has just been done, for a moment. Said again it is another object. */
export const saidStore = createStore<{ readonly said: { readonly text: string } | null }>(() => ({ said: null }));

/** Says what has just been done: to see and to hear. */
export const say = (text: string): void => saidStore.setState({ said: { text } });
