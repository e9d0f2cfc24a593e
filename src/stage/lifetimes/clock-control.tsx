import { type ReactNode, useId, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { readDuration } from '#projections/wording/read-duration.ts';
import styles from './clock-control.module.css';

interface ClockControlProps {
  /** What ends next by itself, and how far off it is; null when nothing does. */
  readonly next: { readonly label: string; readonly title: string; readonly onGo: () => void } | null;
  /** Why the clock cannot be moved just now; null where it can. */
  readonly whyNot: string | null;
  /** The longest time that can pass at once, in seconds, and how it is said. */
  readonly longest: { readonly seconds: number; readonly text: string };
  readonly onPass: (seconds: number) => void;
  /** What else there is to choose. */
  readonly children?: ReactNode;
}

const AMOUNTS = [
  ['+1 min', 60],
  ['+5 min', 300],
  ['+30 min', 1_800],
  ['+1 h', 3_600],
] as const;

/** Lets time pass: by a step, by an amount of one’s own, or to what ends next. */
export function ClockControl({ next, whyNot, longest, onPass, children }: ClockControlProps) {
  const isOff = whyNot !== null;
  const pass = (seconds: number): void => {
    if (!isOff) onPass(seconds);
  };
  return (
    <fieldset aria-label="Move the clock" className={styles['control']}>
      <span className={styles['amounts']}>
        {AMOUNTS.map(([label, seconds]) => (
          <Button
            key={label}
            size="s"
            aria-disabled={isOff}
            title={whyNot ?? `Lets ${label.slice(1)} pass, here`}
            onClick={() => pass(seconds)}
          >
            {label}
          </Button>
        ))}
      </span>
      <OwnAmount longest={longest} whyNot={whyNot} onPass={pass} />
      <Button
        size="s"
        icon="clock"
        aria-disabled={isOff || next === null}
        title={whyNot ?? next?.title ?? 'Nothing that is valid now ends by itself'}
        onClick={() => !isOff && next?.onGo()}
        className={styles['next']}
      >
        <span className={styles['nextText']}>{next ? `To ${next.label}` : 'Nothing ends next'}</span>
      </Button>
      {children}
    </fieldset>
  );
}

interface OwnAmountProps {
  readonly longest: ClockControlProps['longest'];
  readonly whyNot: string | null;
  readonly onPass: (seconds: number) => void;
}

function OwnAmount({ longest, whyNot, onPass }: OwnAmountProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className={styles['own']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const seconds = readDuration(text);
        const wrong = problemOf(text, seconds, longest);
        setProblem(wrong);
        if (wrong !== null || seconds === null || whyNot !== null) return;
        onPass(seconds);
        setText('');
      }}
    >
      <input
        aria-label="Own amount of time, hours and minutes"
        placeholder="h:mm"
        autoComplete="off"
        spellCheck={false}
        className={styles['field']}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button size="s" type="submit" aria-disabled={whyNot !== null} title={whyNot ?? 'Lets that much time pass, here'}>
        Pass
      </Button>
      {problem !== null && (
        <span role="alert" id={`${id}-problem`} className={styles['problem']}>
          {problem}
        </span>
      )}
    </form>
  );
}

/** What is wrong with an amount, and what would be right; null for a good one. */
function problemOf(text: string, seconds: number | null, longest: ClockControlProps['longest']): string | null {
  if (text.trim() === '') return 'How much time? Hours and minutes: 1:30, or 90 min.';
  if (/^\s*\d+\s*$/.test(text)) {
    return `“${text.trim().slice(0, 20)}” of what? Write h:mm, such as 1:30, or a unit: 30 min, 45 s.`;
  }
  if (seconds === null) {
    return `“${text.trim().slice(0, 20)}” is no length of time. Write h:mm, such as 1:30, or a unit: 30 min, 45 s.`;
  }
  if (seconds === 0) return 'Some time has to pass: one second at least (0:00:01).';
  if (seconds > longest.seconds) return `That is too long: ${longest.text} at most. No credential here lives longer.`;
  return null;
}
