import type { Envelope, Exchange, Fact, Phase, TraceEvent } from '#core/events.ts';
import type { HttpRequest, HttpResponse } from '#core/http.ts';
import type { Intent } from '#core/intents.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import type { SqlOutcome, SqlStatement } from '#core/sql.ts';
import { TRACE_VERSION, type Trace } from '#core/trace.ts';

const request: HttpRequest = {
  method: 'GET',
  url: 'https://app.example/users.php',
  headers: [],
  body: '',
};
const response: HttpResponse = { status: 200, headers: [], body: '' };
const sql: SqlStatement = { statement: 'SELECT 1', params: [], plan: [] };
const outcome: SqlOutcome = { columns: [], found: [], rows: 0, problem: null, byConsole: false };

/** The smallest fact of a kind, for tests about structure. */
const FACTS = {
  action: { kind: 'action', name: 'open-users', subject: null },
  request: { kind: 'request', from: 'laptop', to: 'app-1', message: request, credentials: [] },
  response: {
    kind: 'response',
    from: 'app-1',
    to: 'laptop',
    answers: 'e0',
    message: response,
    credentials: [],
  },
  step: { kind: 'step', name: 'route', detail: {} },
  store: { kind: 'store', store: 'files', op: 'read', purpose: 'authentication', key: 'a', rows: 1 },
  crypto: {
    kind: 'crypto',
    op: 'sign',
    algorithm: 'HS256',
    subject: 'access_token',
    ok: null,
    detail: {},
  },
  change: {
    kind: 'change',
    area: { owner: 'app-1', name: 'files' },
    key: 'a',
    before: null,
    after: 'x',
  },
  decision: {
    kind: 'decision',
    about: 'token',
    subject: 'exp',
    accepted: false,
    reason: 'token-expired',
    cites: [],
  },
  statement: { kind: 'statement', sql, outcome },
  mistake: { kind: 'statement', sql, outcome: { ...outcome, problem: { code: 'refused', message: 'no such table' } } },
} as const satisfies Record<string, Fact>;

/** `login/ask:action,request` → the events of one phase. The exchange is `request` unless a third part names it. */
export function traceOf(...groups: readonly string[]): Trace {
  const events: TraceEvent[] = [];
  for (const group of groups) {
    const [place = '', kinds = ''] = group.split(':');
    const [intent = '', phase = '', exchange = 'request'] = place.split('/');
    for (const kind of kinds.split(',')) {
      const envelope: Envelope = {
        id: `e${events.length}`,
        run: 'r',
        side: 'browser',
        actor: 'laptop',
        intent,
        exchange: exchange as Exchange,
        phase: phase as Phase,
        causedBy: null,
        t: events.length,
        cost: 0,
        code: null,
      };
      events.push({ ...envelope, ...FACTS[kind as keyof typeof FACTS] });
    }
  }
  const ids = [...new Set(events.map(({ intent }) => intent))];
  const intents = ids.map((id): Intent => ({ id, kind: 'list-users', device: 'laptop' }));
  return {
    version: TRACE_VERSION,
    run: 'r',
    spec: { scheme: 'jwt', settings: DEFAULT_SETTINGS, seed: 1, intents },
    initial: {},
    events,
  };
}
