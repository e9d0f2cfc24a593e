import { type ChangeEvent, useId, useState } from 'react';
import type { Column } from '#core/align.ts';
import { SETTING_SPECS, type SettingSpec } from '#core/setting-specs.ts';
import { allowedValues, readSetting, writeSetting } from '#core/setting-text.ts';
import { entry } from '#glossary/glossary.ts';
import { Prose } from '#kit/prose.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { readDuration } from '#projections/wording/read-duration.ts';
import { shortDuration } from '#projections/wording/durations.ts';
import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { branchOf } from '#timeline/shown.ts';
import { isLive } from '../app-store.ts';
import { useApp } from '../use-app.ts';
import styles from './side-settings.module.css';

/** Everything that can be set about the run on one side. A change makes a new run; the old one stays in the picker. */
export function SideSettings({ column }: { readonly column: Column }) {
  const branch = useTimeline((state) => branchOf(state, column));
  const canRun = useApp((state) => isLive(state.live));
  if (!branch) return null;
  const { scheme, settings } = branch.spec;
  return (
    <div className={styles['settings']}>
      <p>Each change makes a new run beside the old one: undo goes back, and the picker has them all.</p>
      {!canRun && <Verdict kind="warning">Changes need the simulation, which is not running.</Verdict>}
      {SETTING_SPECS.filter(({ schemes }) => schemes.includes(scheme)).map((spec) => (
        <Setting key={spec.id} spec={spec} column={column} value={writeSetting(settings[spec.id])} disabled={!canRun} />
      ))}
    </div>
  );
}

interface SettingProps {
  readonly spec: SettingSpec;
  readonly column: Column;
  readonly value: string;
  readonly disabled: boolean;
}

function Setting({ spec, column, value, disabled }: SettingProps) {
  const { setSetting } = useTimelineActions();
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();
  const choose = (text: string): void => {
    const written = spec.kind === 'seconds' ? String(readDuration(text) ?? text) : text;
    const reading = readSetting(spec.option, written);
    setRefused(reading.ok ? null : text);
    if (reading.ok && written !== value) setSetting(column, reading.patch);
  };
  return (
    <div className={styles['setting']}>
      <label htmlFor={id} className={styles['label']}>
        {spec.label}
      </label>
      <Control
        id={id}
        spec={spec}
        value={value}
        disabled={disabled}
        describedBy={`${id}-says`}
        isRefused={refused !== null}
        onChoose={choose}
      />
      <p id={`${id}-says`} className={styles['says']}>
        {refused === null ? (
          <Prose text={entry('setting', spec.id).says} />
        ) : (
          <Verdict kind="wrong">{`“${refused}” was not set: this takes ${allowedText(spec)}.`}</Verdict>
        )}
      </p>
    </div>
  );
}

/** What can be typed or chosen. */
function allowedText(spec: SettingSpec): string {
  if (spec.kind !== 'seconds') return allowedValues(spec);
  return `a time from ${shortDuration(spec.min)} to ${shortDuration(spec.max)}, typed as 1 h 30 min, as 1:30 or as 5400 seconds`;
}

interface ControlProps {
  readonly id: string;
  readonly spec: SettingSpec;
  readonly value: string;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly isRefused: boolean;
  readonly onChoose: (text: string) => void;
}

function Control({ id, spec, value, disabled, describedBy, isRefused, onChoose }: ControlProps) {
  const common = { id, disabled, 'aria-describedby': describedBy, className: styles['control'] };
  if (spec.kind === 'seconds') {
    return (
      <input
        {...common}
        key={value}
        defaultValue={shortDuration(Number(value))}
        aria-invalid={isRefused}
        onBlur={(event) => onChoose(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChoose(event.currentTarget.value.trim());
        }}
      />
    );
  }
  const choices = spec.kind === 'switch' ? ['off', 'on'] : spec.choices;
  return (
    <select
      {...common}
      value={value}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => onChoose(event.currentTarget.value)}
    >
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}
