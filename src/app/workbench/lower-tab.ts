import { createStore } from 'zustand/vanilla';

export type LowerTab = 'storage';

/** Which view stands under the diagram. Not part of a link: it says how somebody looks, not at what. */
export const lowerTab = createStore<{ readonly selected: LowerTab }>(() => ({ selected: 'storage' }));

export const showLower = (selected: LowerTab): void => lowerTab.setState({ selected });
