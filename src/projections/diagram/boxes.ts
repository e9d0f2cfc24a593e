import { isDevice } from '#core/actors.ts';
import { MICROS_PER_SECOND } from '#core/costs.ts';
import type { EventOf, TraceEvent } from '#core/events.ts';
import type { NetworkProblem } from '#core/own-facts.ts';
import { isTransaction } from '#core/sql.ts';
import { type AreaName, changeType } from '#core/state.ts';
import { unixSecond } from '#core/trace.ts';
import { ACTION_LABELS, STEP_LABELS } from './action-labels.ts';
import { clockText } from '../clock.ts';
import { storedModel } from '../credential.ts';
import { entryName, textOf } from '../entries.ts';
import { counted } from '../wording/counted.ts';
import { passText, settingsText } from '../wording/headings.ts';
import type { Lanes } from './lanes.ts';
import type { CellModel, CredentialModel } from '../models.ts';
import { verdictOf } from './principal.ts';
import { REASON_WORDS } from '../wording/reason-words.ts';
import { statementLabel, statementOutcome } from '../wording/sql-words.ts';
import { fitLabel, fitNames, fitSublabel, SUBLABEL_MAX } from '../wording/shorten.ts';

type BoxModel = Extract<CellModel, { readonly type: 'box' }>;
type BoxEvent = Exclude<TraceEvent, { readonly kind: 'request' | 'response' | 'store' }>;

interface BoxWords {
  readonly act: BoxModel['act'];
  readonly label: string;
  readonly sublabel: string | null;
  readonly ok?: boolean | null;
  readonly credential?: CredentialModel | null;
}

/** Something done in one place as a box on its lifeline. `cell` is all that happens in the row, `aside` what does not. */
export function boxModel(event: BoxEvent, cell: readonly TraceEvent[], lanes: Lanes, aside: string | null): BoxModel {
  const { act, label, sublabel, ok = null, credential = null } = boxWords(event, cell);
  return {
    type: 'box',
    lane: laneOf(event, lanes),
    act,
    label: fitLabel(label),
    sublabel: sublabel === null ? null : fitSublabel(sublabel),
    aside,
    ok,
    credential,
    event: event.id,
  };
}

function boxWords(event: BoxEvent, cell: readonly TraceEvent[]): BoxWords {
  switch (event.kind) {
    case 'crypto':
      return cryptoWords(event, cell);
    case 'change':
      return changeWords(event, cell);
    case 'decision':
      return decisionWords(event);
    case 'action':
      return actionWords(event, cell);
    case 'step':
      return { act: 'decide', label: STEP_LABELS[event.name], sublabel: null };
    case 'clock':
      return {
        act: 'clock',
        label: passText((event.to - event.from) / MICROS_PER_SECOND),
        sublabel: `${clockText(unixSecond(event.from))} → ${clockText(unixSecond(event.to))}`,
      };
    case 'setting':
      return { act: 'setting', label: 'settings change', sublabel: settingsText(event.after) };
    case 'statement':
      return statementWords(event);
    case 'operation':
      return operationWords(event, cell);
    case 'failure':
      return { act: 'decide', label: 'network error', sublabel: FAILURE_LABELS[event.problem], ok: false };
  }
}

/** At the database's console, by hand. */
function statementWords({ sql, outcome }: EventOf<'statement'>): BoxWords {
  const { problem, rows, byConsole } = outcome;
  const label = statementLabel(sql.statement);
  if (byConsole) return { act: 'person', label, sublabel: 'it was left open' };
  const came = isTransaction(sql.statement) ? '' : ` · ${statementOutcome(sql.statement, { rows })}`;
  const sublabel = problem ? problem.message : `at the console${came}`;
  return { act: 'person', label, sublabel, ok: problem ? false : null };
}

function operationWords({ name, subject }: EventOf<'operation'>, cell: readonly TraceEvent[]): BoxWords {
  const changes = cell.filter(({ kind }) => kind === 'change').length;
  switch (name) {
    case 'delete-files':
      return {
        act: 'drop',
        label: subject === 'all' ? 'delete every session file' : 'delete a session file',
        sublabel: subject === 'all' || changes === 0 ? counted(changes, 'file') : subject,
      };
    case 'stop-server':
      return { act: 'setting', label: 'the server stops', sublabel: 'its memory is lost' };
    case 'start-server':
      // Where nothing is signed, it has no secrets.
      return {
        act: 'setting',
        label: 'the server starts',
        sublabel: changes > 0 ? 'and reads its secrets again' : null,
      };
  }
}

const FAILURE_LABELS: Readonly<Record<NetworkProblem, string>> = {
  'server-stopped': 'the server stopped midway',
  'server-down': 'the server is down',
  'page-gone': 'the page that asked is gone',
  'not-sendable': 'no header can hold this',
};

function laneOf(event: BoxEvent, lanes: Lanes): number {
  const { actor } = event;
  // Where it happens, whoever does it.
  if (event.kind === 'statement' || (event.kind === 'operation' && event.name === 'delete-files')) return lanes.stores;
  if (isDevice(actor)) return lanes.browsers[actor] ?? 0;
  return actor === 'database' ? lanes.stores : lanes.server;
}

function cryptoWords(event: EventOf<'crypto'>, cell: readonly TraceEvent[]): BoxWords {
  const { op, algorithm, subject, detail } = event;
  const verdict = verdictOf(cell);
  const ok = verdict ? verdict.accepted : event.ok;
  switch (op) {
    case 'sign':
      return { act: 'crypto', ...signWords(event, cell) };
    case 'verify': {
      // A good signature is no promise: what refused the token is said beside it.
      const isGoodButRefused = event.ok && verdict && !verdict.accepted;
      const outcome = isGoodButRefused ? ` good, but ${REASON_WORDS[verdict.reason]}` : ` · ${goodness(event.ok)}`;
      return { act: 'crypto', label: `verify ${subject}`, sublabel: `${algorithm}${outcome}`, ok };
    }
    case 'derive':
      if (ok === null) return { act: 'crypto', label: `hash the ${subject}`, sublabel: algorithm };
      return { act: 'crypto', label: 'hash the password', sublabel: `${algorithm} · ${fitness(ok)}`, ok };
    case 'hash':
      return { act: 'crypto', label: `hash the ${subject}`, sublabel: algorithm };
    case 'random':
      return { act: 'crypto', label: `draw a ${subject}`, sublabel: `${Number(detail['bytes'] ?? 0) * 8} random bits` };
  }
}

function signWords({ algorithm, subject }: EventOf<'crypto'>, cell: readonly TraceEvent[]): Omit<BoxWords, 'act'> {
  const signed = cell.flatMap((event) => (event.kind === 'crypto' && event.op === 'sign' ? [event.subject] : []));
  if (signed.length > 1) {
    return { label: `sign ${signed.length} tokens, ${algorithm}`, sublabel: fitNames(signed, SUBLABEL_MAX) };
  }
  const key = algorithm.startsWith('HS') ? 'JWT_SECRET' : 'the private key';
  return { label: `sign ${subject}`, sublabel: `${algorithm}, with ${key}` };
}

function goodness(ok: boolean | null): string {
  return ok === false ? 'wrong signature' : 'good signature';
}

function fitness(ok: boolean | null): string {
  return ok === false ? 'no match' : 'it fits';
}

const AREA_LABELS: Readonly<Record<AreaName, string>> = {
  cookies: 'cookie jar, by itself',
  localStorage: 'localStorage, by script',
  sessionStorage: 'sessionStorage, by script',
  memory: 'memory, by script',
  clipboard: 'copied credential',
  files: 'session file',
  users: 'users table',
  sessions: 'sessions table',
  families: 'families table',
  refresh_tokens: 'refresh tokens table',
  denylist: 'denylist',
  cutoffs: 'cut-off',
  throttle: 'failed logins',
  secrets: 'secrets',
};

function changeWords(event: EventOf<'change'>, cell: readonly TraceEvent[]): BoxWords {
  const changes = cell.filter((other): other is EventOf<'change'> => other.kind === 'change');
  const names = changes.map(({ area, key }) => entryName(area.name, key));
  const isOnePlace = changes.every(({ area }) => area.name === event.area.name && area.owner === event.area.owner);
  const isRemoval = changes.every((change) => changeType(change) === 'removed');
  const text = textOf(event.after);
  return {
    act: isRemoval ? 'drop' : 'keep',
    label: isOnePlace ? AREA_LABELS[event.area.name] : 'kept in several places',
    sublabel: isRemoval ? removedText(names) : fitNames(names, SUBLABEL_MAX),
    credential: text === null ? null : storedModel(entryName(event.area.name, event.key), text),
  };
}

function removedText(names: readonly string[]): string {
  const text = `${names.join(', ')} removed`;
  return text.length <= SUBLABEL_MAX ? text : `${names.length} items removed`;
}

const VERDICT_LABELS: Readonly<Record<EventOf<'decision'>['about'], readonly [accepted: string, refused: string]>> = {
  request: ['request accepted', 'request refused'],
  login: ['login accepted', 'login refused'],
  session: ['session accepted', 'session refused'],
  token: ['token accepted', 'token refused'],
  'cookie-stored': ['cookie stored', 'cookie not stored'],
  'cookie-sent': ['cookie sent', 'cookie held back'],
};

function decisionWords({ about, accepted, reason, subject }: EventOf<'decision'>): BoxWords {
  const [yes, no] = VERDICT_LABELS[about];
  // Nothing was wrong: something was missing.
  const isMissing = reason === 'session-missing' || reason === 'bearer-missing';
  return {
    act: isMissing ? 'miss' : 'decide',
    label: isMissing ? 'not recognised' : accepted ? yes : no,
    sublabel: accepted ? subject : REASON_WORDS[reason],
    ok: isMissing ? null : accepted,
  };
}

/** The first act is what a person sees, the last what came of it. */
function actionWords(event: EventOf<'action'>, cell: readonly TraceEvent[]): BoxWords {
  const last = cell.findLast((other): other is EventOf<'action'> => other.kind === 'action');
  const then = last && last.id !== event.id ? `then ${ACTION_LABELS[last.name]}` : event.subject;
  return { act: 'person', label: ACTION_LABELS[event.name], sublabel: then };
}
