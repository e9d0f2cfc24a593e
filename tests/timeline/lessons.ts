import type { Lesson } from '#lessons/lesson.ts';

/** A small lesson with one of everything. */
export const LESSON: Lesson = {
  id: 'small',
  version: 3,
  title: 'Small',
  question: 'Who is still in?',
  objective: 'Know it.',
  buildsOn: [],
  minutes: 1,
  seed: 7,
  left: { scheme: 'php-session' },
  right: { scheme: 'jwt', settings: { accessLifetime: 900 } },
  intents: [
    { id: 'login', kind: 'login', device: 'laptop', person: 'john' },
    { id: 'users', kind: 'list-users', device: 'laptop' },
    { id: 'logout', kind: 'logout', device: 'laptop' },
  ],
  beats: [
    { id: 'asks', at: [{ intent: 'users', phase: 'ask' }], title: 'Asks', text: 'It asks.', notes: '' },
    { id: 'in', at: [{ intent: 'login', phase: 'act' }], title: 'In', text: 'It logs in.', notes: '' },
    { id: 'never', at: [{ intent: 'nobody', phase: 'act' }], title: 'Never', text: '', notes: '' },
  ],
  bets: [
    {
      id: 'status',
      before: [{ intent: 'users', phase: 'answer' }],
      question: 'Which status?',
      options: [
        { id: '200', label: '200', holds: { on: 'right', count: { intent: 'users', kind: 'response', status: 200 } } },
        { id: '401', label: '401', holds: { on: 'right', count: { intent: 'users', kind: 'response', status: 401 } } },
      ],
      because: 'So it is.',
    },
    {
      id: 'session-only',
      before: [{ intent: 'logout', phase: 'forget' }],
      question: 'What happens to the file?',
      options: [
        {
          id: 'gone',
          label: 'gone',
          holds: { on: 'left', count: { store: 'files', op: 'delete', intent: 'logout' } },
        },
        {
          id: 'stays',
          label: 'stays',
          holds: { not: { on: 'left', count: { store: 'files', op: 'delete', intent: 'logout' } } },
        },
      ],
      because: 'So it is.',
      only: { left: 'php-session' },
    },
  ],
  changes: [
    {
      id: 'phone',
      label: 'the phone joins',
      text: 'Look at the phone.',
      column: 'both',
      edits: [
        {
          kind: 'insert',
          before: 'logout',
          intent: { id: 'phone', kind: 'login', device: 'phone', person: 'john' },
        },
      ],
    },
    {
      id: 'denylist-on',
      label: 'a denylist',
      text: 'Look at the logout.',
      column: 'right',
      edits: [{ kind: 'set', settings: { denylist: true } }],
      only: 'jwt',
    },
    {
      id: 'replay',
      label: 'the copy is used',
      text: 'Look at the answer.',
      column: 'right',
      edits: [
        {
          kind: 'insert',
          before: 'logout',
          intent: { id: 'copy', kind: 'copy-credential', device: 'laptop', to: 'attacker' },
        },
        {
          kind: 'insert',
          before: null,
          intent: { id: 'replay', kind: 'list-users', device: 'attacker', credential: 'copied' },
        },
      ],
    },
  ],
  goal: {
    prompt: 'End the token at once.',
    hint: 'A list.',
    settings: ['denylist', 'accessLifetime'],
    changes: ['replay'],
    column: 'right',
    check: { on: 'right', count: { intent: 'replay', kind: 'response', status: 401 } },
    fewest: { label: 'store reads', count: { kind: 'store', op: 'read', purpose: 'authentication' } },
    solutions: [],
    wrong: [],
    praise: 'Well done.',
  },
};

export const OTHER_LESSON: Lesson = { ...LESSON, id: 'other', title: 'Other', version: 1 };
