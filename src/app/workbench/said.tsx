import { useEffect } from 'react';
import { useStore } from 'zustand/react';
import { saidStore } from '../saying.ts';
import styles from './said.module.css';

const SAID_FOR = 4_000;

/** A word on what has just been done, over the page for a moment: nothing moves for it. */
export function Said() {
  const said = useStore(saidStore, (state) => state.said);

  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => saidStore.setState({ said: null }), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <output className={styles['said']} data-shown={said !== null || undefined}>
      {said?.text}
    </output>
  );
}
