import { createStore } from 'zustand/vanilla';

export type LowerTab = 'storage' | 'lifetimes' | 'state' | 'sql';

/** Which view stands under the diagram. Not part of a link: it says how somebody looks, not at what. */
export const lowerTab = createStore<{ readonly selected: LowerTab; readonly isLarge: boolean }>(() => ({
  selected: 'storage',
  isLarge: false,
}));

export const showLower = (selected: LowerTab): void => lowerTab.setState({ selected });
