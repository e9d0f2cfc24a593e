import { useStore } from 'zustand/react';
import { appStore, type AppState } from './app-store.ts';

export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(appStore, selector);
}
