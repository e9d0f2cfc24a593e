import type { Phase } from '#core/events.ts';

/** What a row is called, in the future too. */
export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  act: 'Act',
  ask: 'Ask',
  check: 'Check',
  recognise: 'Recognise',
  work: 'Work',
  remember: 'Remember',
  forget: 'Forget',
  answer: 'Answer',
  keep: 'Keep',
  drop: 'Drop',
  wait: 'Wait',
  configure: 'Configure',
  operate: 'Operate',
  stop: 'Stop',
  start: 'Start',
};
