import type { Column, StepId } from '#core/align.ts';
import type { EventId, Phase } from '#core/events.ts';
import type {
  BytesView,
  CellModel,
  CodeView,
  CredentialModel,
  DiagramModel,
  HttpView,
  Lane,
  RowModel,
  StoragePanel,
  StorageRow,
  StorageView,
} from '#projections/models.ts';
import type { CodeSource } from '#stage/code/code-props.ts';

/** Models made by hand, as the projections make them of the first two lessons. */
export const SESSION_ID = '9f3c1e0b77d24a6fb0c58e2d914f7a36';
const HEADER = 'eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9';
const PAYLOAD =
  'eyJpc3MiOiJodHRwczovL2FwcC5leGFtcGxlIiwic3ViIjoiNDIiLCJ1c2VyX2lkIjo0MiwidXNlcl9uYW1lIjoiSm9obiBEb2UiLCJyb2xlIjoiYWRtaW4iLCJqdGkiOiI4Yzk2ZjFmMSIsImlhdCI6MTc3MjQ0MjAwNCwiZXhwIjoxNzcyNDQ1NjA0fQ';
export const ACCESS = `${HEADER}.${PAYLOAD}.Qx3vR1kQh7Zk0n8H2YtM4mJ6oYw3pLr9sVbX5cD1eAg`;
export const REFRESH = `eyJ0eXAiOiJydCtqd3QiLCJhbGciOiJIUzI1NiJ9.${PAYLOAD.slice(0, 120)}.b81KpT5wZ0vJq2LxN7uRfY3oD9sGcE4hB6mVaW8iQjk`;

export const TICKET: CredentialModel = { form: 'ticket', name: 'PHPSESSID', text: SESSION_ID, short: '9f3c1e…' };
export const PASS: CredentialModel = {
  form: 'pass',
  name: 'access_token',
  text: ACCESS,
  fields: ['HS256', 'id 42', 'sig'],
};
const REFRESH_PASS: CredentialModel = {
  form: 'pass',
  name: 'refresh_token',
  text: REFRESH,
  fields: ['HS256', 'refresh', 'sig'],
};

export const NAMES: Readonly<Record<Column, string>> = { left: 'Session', right: 'JWT' };

let events = 0;
function event(): EventId {
  events += 1;
  return `e${events}`;
}

export function arrow(
  from: number,
  to: number,
  label: string,
  sublabel: string | null = null,
  extra: { readonly credential?: CredentialModel; readonly status?: number; readonly line?: 'store' } = {},
): CellModel {
  const { credential = null, status = null, line = 'message' } = extra;
  return { type: 'arrow', from, to, line, label, sublabel, credential, status, event: event() };
}

export function box(
  lane: number,
  act: Extract<CellModel, { type: 'box' }>['act'],
  label: string,
  extra: {
    readonly sublabel?: string;
    readonly aside?: string;
    readonly ok?: boolean;
    readonly credential?: CredentialModel;
  } = {},
): CellModel {
  const { sublabel = null, aside = null, ok = null, credential = null } = extra;
  return { type: 'box', lane, act, label, sublabel, aside, ok, credential, event: event() };
}

function gap(label: string): CellModel {
  return { type: 'gap', label };
}

const store = { line: 'store' } as const;

interface Sketch {
  readonly intent: string;
  readonly heading?: string;
  readonly phase: Phase;
  readonly phaseName: string;
  readonly left: CellModel;
  readonly right: CellModel;
}

const LOGIN: readonly Sketch[] = [
  {
    intent: 'login',
    heading: 'Log in on John’s laptop',
    phase: 'act',
    phaseName: 'Act',
    left: box(0, 'person', 'submit the login form'),
    right: box(0, 'person', 'submit the login form'),
  },
  {
    intent: 'login',
    phase: 'ask',
    phaseName: 'Ask',
    left: arrow(0, 1, 'POST /login.php', '{ email, password }'),
    right: arrow(0, 1, 'POST /jwt_login.php', '{ email, password }'),
  },
  {
    intent: 'login',
    phase: 'check',
    phaseName: 'Check',
    left: arrow(1, 2, 'read users', 'john@example.com · 1 row', store),
    right: arrow(1, 2, 'read users', 'john@example.com · 1 row', store),
  },
  {
    intent: 'login',
    phase: 'check',
    phaseName: 'Check',
    left: box(1, 'crypto', 'hash the password', { sublabel: 'PBKDF2-HMAC-SHA-256 · it fits', ok: true }),
    right: box(1, 'crypto', 'hash the password', { sublabel: 'PBKDF2-HMAC-SHA-256 · it fits', ok: true }),
  },
  {
    intent: 'login',
    phase: 'remember',
    phaseName: 'Remember',
    left: arrow(1, 2, 'write sess_9f3c1e…', 'user|a:4:{s:2:"id";i:42;s:9:"use…', store),
    right: box(1, 'crypto', 'sign 2 tokens, HS256', {
      sublabel: 'access_token, refresh_token',
      aside: 'nothing stored',
    }),
  },
  {
    intent: 'login',
    phase: 'answer',
    phaseName: 'Answer',
    left: arrow(1, 0, '200 OK', 'Set-Cookie: PHPSESSID=9f3c1e…', { status: 200, credential: TICKET }),
    right: arrow(1, 0, '200 OK', 'access_token, refresh_token', { status: 200, credential: PASS }),
  },
  {
    intent: 'login',
    phase: 'keep',
    phaseName: 'Keep',
    left: box(0, 'keep', 'cookie jar, by itself', { sublabel: 'PHPSESSID', credential: TICKET }),
    right: box(0, 'keep', 'localStorage, by script', {
      sublabel: 'access_token, refresh_token',
      credential: PASS,
    }),
  },
];

const USERS: readonly Sketch[] = [
  {
    intent: 'users',
    heading: 'Open the list of users',
    phase: 'ask',
    phaseName: 'Ask',
    left: arrow(0, 1, 'GET /users.php', 'Cookie: PHPSESSID=9f3c1e…', { credential: TICKET }),
    right: arrow(0, 1, 'GET /jwt_users.php', 'Authorization: Bearer eyJ…', { credential: PASS }),
  },
  {
    intent: 'users',
    phase: 'recognise',
    phaseName: 'Recognise',
    left: arrow(1, 2, 'read sess_9f3c1e…', '1 file · John Doe', store),
    right: box(1, 'crypto', 'verify access_token', {
      sublabel: 'HS256 · signature is good',
      aside: 'nothing looked up',
      ok: true,
    }),
  },
  {
    intent: 'users',
    phase: 'work',
    phaseName: 'Work',
    left: arrow(1, 2, 'read users', '5 rows', store),
    right: arrow(1, 2, 'read users', '5 rows', store),
  },
  {
    intent: 'users',
    phase: 'answer',
    phaseName: 'Answer',
    left: arrow(1, 0, '200 OK', '5 users', { status: 200 }),
    right: arrow(1, 0, '200 OK', '5 users', { status: 200 }),
  },
];

const LOGOUT: readonly Sketch[] = [
  {
    intent: 'logout',
    heading: 'Log out',
    phase: 'ask',
    phaseName: 'Ask',
    left: arrow(0, 1, 'POST /logout.php', 'Cookie: PHPSESSID=9f3c1e…', { credential: TICKET }),
    right: arrow(0, 1, 'POST /jwt_logout.php', 'Authorization: Bearer eyJ…', { credential: PASS }),
  },
  {
    intent: 'logout',
    phase: 'forget',
    phaseName: 'Forget',
    left: arrow(1, 2, 'delete sess_9f3c1e…', '1 file', store),
    right: gap('nothing to forget: the denylist is off'),
  },
  {
    intent: 'logout',
    phase: 'answer',
    phaseName: 'Answer',
    left: arrow(1, 0, '200 OK', 'Set-Cookie: PHPSESSID=deleted', { status: 200 }),
    right: arrow(1, 0, '200 OK', '{ success }', { status: 200 }),
  },
  {
    intent: 'logout',
    phase: 'drop',
    phaseName: 'Drop',
    left: box(0, 'drop', 'cookie jar, by itself', { sublabel: 'PHPSESSID removed' }),
    right: box(0, 'drop', 'localStorage, by script', { sublabel: 'access_token and 2 more removed' }),
  },
  {
    intent: 'wait',
    heading: '55 minutes pass',
    phase: 'wait',
    phaseName: 'Wait',
    left: box(1, 'clock', '55 minutes pass', { sublabel: '09:00:04 → 09:55:04' }),
    right: box(1, 'clock', '55 minutes pass', { sublabel: '09:00:04 → 09:55:04' }),
  },
  {
    intent: 'replay',
    heading: 'Send the old credential again',
    phase: 'ask',
    phaseName: 'Ask',
    left: arrow(0, 1, 'GET /users.php', 'Cookie: PHPSESSID=9f3c1e…', { credential: TICKET }),
    right: arrow(0, 1, 'GET /jwt_users.php', 'Authorization: Bearer eyJ…', { credential: PASS }),
  },
  {
    intent: 'replay',
    phase: 'recognise',
    phaseName: 'Recognise',
    left: box(1, 'decide', 'session refused', { sublabel: 'no such session', ok: false }),
    right: box(1, 'decide', 'token accepted', { sublabel: 'it is valid until 10:00:04', ok: true }),
  },
  {
    intent: 'replay',
    phase: 'answer',
    phaseName: 'Answer',
    left: arrow(1, 0, '401 Unauthorized', 'unauthorized', { status: 401 }),
    right: arrow(1, 0, '200 OK', '5 users', { status: 200 }),
  },
];

const LANES: readonly Lane[] = [
  { kind: 'browser', actor: 'laptop', title: 'Browser', subtitle: 'John’s laptop' },
  { kind: 'server', actor: 'app-1', title: 'Server', subtitle: 'app-1' },
  { kind: 'stores', actor: 'database', title: 'Stores', subtitle: 'files · database' },
];

export const PHONE_LANES: readonly Lane[] = [
  { kind: 'browser', actor: 'laptop', title: 'Browser', subtitle: 'John’s laptop' },
  { kind: 'browser', actor: 'phone', title: 'Browser', subtitle: 'John’s phone' },
  { kind: 'browser', actor: 'attacker', title: 'Browser', subtitle: 'Attacker’s laptop' },
  { kind: 'server', actor: 'app-1', title: 'Server', subtitle: 'app-1' },
  { kind: 'stores', actor: 'database', title: 'Stores', subtitle: 'files · database' },
];

function modelOf(sketches: readonly Sketch[]): DiagramModel {
  const seen = new Map<string, number>();
  const rows = sketches.map(({ intent, heading = null, phase, phaseName, left, right }, index): RowModel => {
    const key = `${intent}/${phase}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    const id: StepId = `${intent}/request/${phase}/${ordinal}`;
    return {
      id,
      index,
      intent,
      exchange: 'request',
      phase,
      phaseName,
      heading,
      left,
      right,
    };
  });
  const headed = rows.flatMap(({ heading }, index) => (heading === null ? [] : [index]));
  return { lanes: { left: LANES, right: LANES }, rows, headed };
}

export const LESSON: DiagramModel = modelOf([...LOGIN, ...USERS, ...LOGOUT]);

/** A trace of many requests, to see that length does not matter. */
export function longModel(rows: number): DiagramModel {
  const round = [...USERS, ...LOGOUT];
  const sketches = Array.from({ length: rows }, (_, index): Sketch => {
    const sketch = round[index % round.length];
    if (!sketch) throw new RangeError('no sketch');
    return { ...sketch, intent: `${sketch.intent}-${Math.floor(index / round.length)}` };
  });
  return modelOf(sketches);
}

function words(cell: CellModel): string {
  return cell.type === 'gap' || !cell.sublabel ? cell.label : `${cell.label}, ${cell.sublabel}`;
}

export function rowTextOf(model: DiagramModel): (index: number) => string {
  return (index) => {
    const row = model.rows[index];
    if (!row) return '';
    return `${row.phaseName}. Session: ${words(row.left)}. JWT: ${words(row.right)}.`;
  };
}

function entry(
  key: string,
  texts: readonly (string | readonly [string, string])[],
  extra: Partial<StorageRow> = {},
): StorageRow {
  const cells = texts.map((text) =>
    typeof text === 'string'
      ? { text, full: text, changed: extra.change === 'changed' }
      : { text: text[0], full: text[1], changed: extra.change === 'changed' },
  );
  return { key, cells, change: null, event: event(), visibility: null, credential: null, ...extra };
}

function panel(given: Partial<StoragePanel> & Pick<StoragePanel, 'area' | 'title'>): StoragePanel {
  const isBrowser = given.area.owner === 'laptop';
  return {
    ownerName: isBrowser ? 'John’s laptop' : 'app-1',
    place: isBrowser ? 'browser' : 'server',
    columns: ['Key', 'Value'],
    rows: [],
    visibility: null,
    emptyText: 'empty',
    ...given,
  };
}

const FILE = 'user|a:4:{s:2:"id";i:42;s:9:"user_name";s:8:"John Doe";s:4:"role";s:5:"admin";s:4:"seen";i:1772442004;}';

/** The panels before anything, at `Keep`, after it, and when the client drops what it kept. */
export function storageAt(moment: 'start' | 'keeping' | 'kept' | 'dropping'): StorageView {
  const change = moment === 'keeping' ? 'added' : moment === 'dropping' ? 'removed' : null;
  const shown = moment !== 'start';
  const cookie = entry('app.example;/;PHPSESSID', ['PHPSESSID', ['9f3c1e…', SESSION_ID], 'HttpOnly Secure Lax'], {
    change,
    credential: TICKET,
    visibility: 'hidden from scripts',
  });
  const file = entry(
    `sess_${SESSION_ID}`,
    [
      ['sess_9f3c1e…', `sess_${SESSION_ID}`],
      ['user|a:4:{…', FILE],
    ],
    {
      credential: TICKET,
    },
  );
  return {
    left: [
      panel({
        area: { owner: 'laptop', name: 'cookies' },
        title: 'Cookie jar',
        columns: ['Name', 'Value', 'Flags'],
        rows: shown ? [cookie] : [],
        visibility: 'scripts cannot read HttpOnly cookies',
        emptyText: 'no cookie yet',
      }),
      panel({
        area: { owner: 'laptop', name: 'localStorage' },
        title: 'localStorage',
        emptyText: 'nothing: the cookie jar does it',
      }),
      panel({
        area: { owner: 'app-1', name: 'files' },
        title: 'Session files',
        columns: ['File', 'Content', 'Last used'],
        rows: moment === 'kept' || moment === 'keeping' ? [file] : [],
        emptyText: 'no session file',
      }),
      panel({ area: { owner: 'database', name: 'throttle' }, title: 'Failed logins', emptyText: 'none' }),
    ],
    right: [
      panel({
        area: { owner: 'laptop', name: 'cookies' },
        title: 'Cookie jar',
        emptyText: 'no cookie: the client keeps its tokens',
      }),
      panel({
        area: { owner: 'laptop', name: 'localStorage' },
        title: 'localStorage',
        visibility: 'any script of this page can read all of it',
        rows: shown
          ? [
              entry('access_token', ['access_token', ['eyJ….eyJ….Qx3vR1…', ACCESS]], { change, credential: PASS }),
              entry('refresh_token', ['refresh_token', ['eyJ….eyJ….b81KpT…', REFRESH]], {
                change,
                credential: REFRESH_PASS,
              }),
              entry(
                'user_data',
                ['user_data', ['{"id":42,"user_na…', '{"id":42,"user_name":"John Doe","role":"admin"}']],
                { change },
              ),
            ]
          : [],
        emptyText: 'nothing yet',
      }),
      panel({
        area: { owner: 'app-1', name: 'secrets' },
        title: 'Secrets',
        columns: ['Name', 'Value'],
        rows: [entry('JWT_SECRET', ['JWT_SECRET', '•••• 256 bits'])],
      }),
      panel({ area: { owner: 'database', name: 'denylist' }, title: 'Denylist', emptyText: 'switched off' }),
    ],
  };
}

const field = (name: string, value: string, marked = false) => ({
  name,
  value,
  marked,
  bytes: name.length + value.length + 4,
});

export const HTTP: HttpView = {
  left: [
    {
      event: 'e900',
      direction: 'request',
      startLine: 'GET /users.php HTTP/1.1',
      fields: [
        field('Host', 'app.example'),
        field('User-Agent', 'Claimcheck (laptop)'),
        field('Accept', 'application/json'),
        field('Cookie', `PHPSESSID=${SESSION_ID}`, true),
      ],
      body: '',
      bodyMarked: false,
      headerBytes: 149,
      bodyBytes: 0,
      credentials: [{ carrier: 'cookie', form: 'session-id', text: SESSION_ID, bytes: SESSION_ID.length }],
    },
    {
      event: 'e901',
      direction: 'response',
      startLine: 'HTTP/1.1 200 OK',
      fields: [field('Content-Type', 'application/json'), field('Content-Length', '268')],
      body: '[{"id":42,"user_name":"John Doe","role":"admin"},{"id":123,"user_name":"Zoya","role":"member"}]',
      bodyMarked: false,
      headerBytes: 68,
      bodyBytes: 96,
      credentials: [],
    },
  ],
  right: [
    {
      event: 'e902',
      direction: 'request',
      startLine: 'GET /jwt_users.php HTTP/1.1',
      fields: [
        field('Host', 'app.example'),
        field('User-Agent', 'Claimcheck (laptop)'),
        field('Accept', 'application/json'),
        field('Authorization', `Bearer ${ACCESS}`, true),
      ],
      body: '',
      bodyMarked: false,
      headerBytes: 429,
      bodyBytes: 0,
      credentials: [{ carrier: 'authorization', form: 'access-token', text: ACCESS, bytes: ACCESS.length }],
    },
    {
      event: 'e903',
      direction: 'response',
      startLine: 'HTTP/1.1 200 OK',
      fields: [field('Content-Type', 'application/json'), field('Cache-Control', 'no-store')],
      body: `{"success":true,"access_token":"${ACCESS}","refresh_token":"${REFRESH}","token_type":"Bearer","expires_in":3600}`,
      bodyMarked: true,
      headerBytes: 73,
      bodyBytes: 684,
      credentials: [
        { carrier: 'body', form: 'access-token', text: ACCESS, bytes: ACCESS.length },
        { carrier: 'body', form: 'refresh-token', text: REFRESH, bytes: REFRESH.length },
      ],
    },
  ],
};

export const BYTES: BytesView = {
  left: [
    { event: 'e904', label: 'POST /login.php', credentialBytes: 0, totalBytes: 231 },
    { event: 'e905', label: '200 OK', credentialBytes: 32, totalBytes: 268 },
    { event: 'e906', label: 'GET /users.php', credentialBytes: 32, totalBytes: 149 },
    { event: 'e907', label: '200 OK', credentialBytes: 0, totalBytes: 364 },
  ],
  right: [
    { event: 'e908', label: 'POST /jwt_login.php', credentialBytes: 0, totalBytes: 235 },
    { event: 'e909', label: '200 OK', credentialBytes: 548, totalBytes: 790 },
    { event: 'e910', label: 'GET /jwt_users.php', credentialBytes: 302, totalBytes: 429 },
    { event: 'e911', label: '200 OK', credentialBytes: 0, totalBytes: 364 },
  ],
};

export const TOKEN_KINDS = ['foreground', 'keyword', 'string', 'function', 'comment', 'constant'];

const VERIFY: CodeSource['lines'] = [
  [[4, '/** Signature first, claims after it: what a forged token says is never looked at. */']],
  [
    [1, 'async'],
    [0, ' '],
    [1, 'function'],
    [0, ' '],
    [3, 'recognise'],
    [0, '(request: HttpRequest, keys: SigningKeys): Promise<Verdict> {'],
  ],
  [
    [0, '  '],
    [1, 'const'],
    [0, ' bearer = '],
    [3, 'readBearer'],
    [0, '(request.headers);'],
  ],
  [
    [0, '  '],
    [1, 'if'],
    [0, ' (!bearer.ok) '],
    [1, 'return'],
    [0, ' '],
    [3, 'refuse'],
    [0, '(bearer.reason);'],
  ],
  [],
  [
    [0, '  '],
    [1, 'const'],
    [0, ' verified = '],
    [1, 'await'],
    [0, ' recorder.'],
    [3, 'perform'],
    [0, '('],
    [2, "'recognise'"],
    [0, ', '],
    [2, "'jwt.recognise/verify'"],
    [0, ', COSTS.hmac.micros, () =>'],
  ],
  [
    [0, '    '],
    [3, 'verifyJws'],
    [0, '(bearer.token, keys.verify, { algorithms: ['],
    [2, "'HS256'"],
    [0, '] }),'],
  ],
  [[0, '  );']],
  [
    [0, '  '],
    [1, 'return'],
    [0, ' '],
    [3, 'checkClaims'],
    [0, '(verified.payload, clock.'],
    [3, 'now'],
    [0, '());'],
  ],
  [[0, '}']],
];

export const SOURCES: Readonly<Record<string, CodeSource>> = {
  'jwt.recognise': { file: 'src/auth/jwt.ts', startLine: 40, endLine: 53, lines: VERIFY, from: 0, to: 10 },
  'jwt.recognise/verify': { file: 'src/auth/jwt.ts', startLine: 48, endLine: 50, lines: VERIFY, from: 5, to: 8 },
  'jwt.recognise/read': { file: 'src/auth/jwt.ts', startLine: 43, endLine: 44, lines: VERIFY, from: 2, to: 4 },
};

export const CODE: CodeView = {
  left: [{ region: 'php-session.recognise', event: 'e920', kind: 'store' }],
  right: [
    { region: 'jwt.recognise/read', event: 'e921', kind: 'step' },
    { region: 'jwt.recognise/verify', event: 'e922', kind: 'crypto' },
  ],
};
