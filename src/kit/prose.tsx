import styles from './prose.module.css';

/** Text of a lesson or the glossary. `Backticks` mark code; nothing else is markup. */
export function Prose({ text }: { readonly text: string }) {
  return text.split(/`([^`]+)`/).map((part, index) =>
    index % 2 === 1 ? (
      // The parts of one text never change places.
      <code key={index} className={styles['code']}>
        {part}
      </code>
    ) : (
      part
    ),
  );
}
