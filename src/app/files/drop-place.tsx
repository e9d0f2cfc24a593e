import { useEffect, useState } from 'react';
import styles from './files.module.css';

/** Reading files is no part of the first screen. */
const open = (file: File): void => void import('./opening-files.ts').then(({ openFile }) => openFile(file));

/** A file can be dropped anywhere on the workbench; while one is held over it, the page says so. */
export function DropPlace() {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      open(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return isOver && <div className={styles['drop']}>Drop the file to open it</div>;
}
