import { useId } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps<Value extends string> {
  readonly label: string;
  /** Shows the label before the control; otherwise it is only said. */
  readonly labelShown?: boolean;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** The browser's own select, dressed: on a phone it opens the phone's picker. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelShown, value, options, onChange, disabled } = props;
  const id = useId();
  const text = labelShown ? label : <VisuallyHidden>{label}</VisuallyHidden>;
  return (
    <span className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {text}
      </label>
      <select
        id={id}
        className={styles['select']}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
