import { CLIENT_KEYS, isCredentialCookie } from '#core/credential-names.ts';
import type { AreaName } from '#core/state.ts';
import { no, partly, type Remembered, type Rule, yes } from './claims-about-places.ts';
import { numberMember } from '../entries.ts';

/** What may put an end to what is remembered. All but closing the browser can be run. */
export const ENDS = ['reload', 'close-tab', 'close-browser', 'restart-server', 'logout'] as const;
export type EndId = (typeof ENDS)[number];

export const END_NAMES: Readonly<Record<EndId, string>> = {
  reload: 'a reload',
  'close-tab': 'the tab closed',
  'close-browser': 'the browser closed',
  'restart-server': 'a server restart',
  logout: 'a logout',
};

const WEB_STORAGE = ['HTML standard', 'Web storage'] as const;
const DOCUMENTS = ['HTML standard', 'Document lifecycle'] as const;
/** Neither end of HTTP notices what becomes of the other. */
const STATELESS = ['RFC 9110', '3.3'] as const;
const LOGOUT = ['ASVS 5.0', '7.4.1'] as const;

const OF_LOGIN: ReadonlySet<string> = new Set(CLIENT_KEYS);

const SERVER_UNAWARE = {
  reload: yes('the server does not notice', ...STATELESS),
  'close-tab': yes('the server does not notice', ...STATELESS),
  'close-browser': yes('the server does not notice', ...STATELESS),
} as const;
const BROWSER_UNAWARE = yes('the browser does not notice', ...STATELESS);
const ON_DISK = yes('it is on disk', 'PHP manual', 'session.save_path');
const IN_DATABASE = yes('the database goes on', 'how this world is built');

const table = (logout: Rule): Readonly<Record<EndId, Rule>> => ({
  ...SERVER_UNAWARE,
  'restart-server': IN_DATABASE,
  logout,
});

/** The row or file of whoever logs out, where there are others. */
const ownEntry =
  (what: string): Rule =>
  ({ alone }) =>
    alone
      ? no(`its ${what} is deleted`, ...LOGOUT)
      : partly(`only the ${what} of the login that ends is deleted`, ...LOGOUT);

const keepsNothingThere = yes('the client keeps nothing there', ...LOGOUT);

/** A client deletes what it keeps itself, where it keeps it. */
const clientKeys =
  (place: 'localStorage' | 'memory'): Rule =>
  ({ name, scheme, settings }: Remembered) => {
    const isKept = settings.clientStorage === place || (scheme === 'hybrid' && place === 'localStorage');
    if (!isKept) return keepsNothingThere;
    if (!OF_LOGIN.has(name)) return yes('it is not the login’s', ...LOGOUT);
    return no('the client deletes what it kept', ...LOGOUT);
  };

/** Variables of the second tab: what becomes of the first is nothing to them. */
const inThisTab =
  (rule: Rule): Rule =>
  (entry) => {
    if (entry.name.startsWith('tab 2: ')) return yes('the other tab keeps its own', ...DOCUMENTS);
    return typeof rule === 'function' ? rule(entry) : rule;
  };

/** What survives what: rules about places, and about what a logout deletes. */
export const SURVIVAL_RULES: Readonly<Record<AreaName, Readonly<Record<EndId, Rule>>>> = {
  cookies: {
    reload: yes('the jar is the browser’s, not the page’s', 'RFC 6265bis', '5.7'),
    'close-tab': yes('the jar is the browser’s, not the tab’s', 'RFC 6265bis', '5.7'),
    'close-browser': ({ value }) =>
      numberMember(value, 'expires') === null
        ? no('without Expires it ends with the browser’s session', 'RFC 6265bis', '5.7')
        : yes('it lasts until its Expires', 'RFC 6265bis', '5.7'),
    'restart-server': BROWSER_UNAWARE,
    logout: ({ name }) =>
      isCredentialCookie(name)
        ? no('the answer sets it anew with an end in the past', 'RFC 6265bis', '5.7')
        : yes('it is not the login’s', ...LOGOUT),
  },
  localStorage: {
    reload: yes('kept until somebody deletes it', ...WEB_STORAGE),
    'close-tab': yes('kept until somebody deletes it', ...WEB_STORAGE),
    'close-browser': yes('kept until somebody deletes it', ...WEB_STORAGE),
    'restart-server': BROWSER_UNAWARE,
    logout: clientKeys('localStorage'),
  },
  sessionStorage: {
    reload: yes('it belongs to the tab', ...WEB_STORAGE),
    'close-tab': no('it belongs to the tab', ...WEB_STORAGE),
    'close-browser': no('it belongs to the tab', ...WEB_STORAGE),
    'restart-server': BROWSER_UNAWARE,
    logout: keepsNothingThere,
  },
  memory: {
    reload: inThisTab(no('variables go with their document', ...DOCUMENTS)),
    'close-tab': inThisTab(no('variables go with their document', ...DOCUMENTS)),
    'close-browser': no('variables go with their document', ...DOCUMENTS),
    'restart-server': BROWSER_UNAWARE,
    logout: inThisTab(clientKeys('memory')),
  },
  clipboard: {
    reload: yes('whoever copied it has it', 'RFC 6750', '1.2'),
    'close-tab': yes('whoever copied it has it', 'RFC 6750', '1.2'),
    'close-browser': yes('whoever copied it has it', 'RFC 6750', '1.2'),
    'restart-server': yes('whoever copied it has it', 'RFC 6750', '1.2'),
    logout: yes('whoever copied it has it; whether it still opens anything is the server’s affair', 'RFC 6750', '1.2'),
  },
  files: { ...SERVER_UNAWARE, 'restart-server': ON_DISK, logout: ownEntry('file') },
  users: table(yes('an account is no login', ...LOGOUT)),
  sessions: table(ownEntry('row')),
  families: table(yes('the row stays, marked as revoked', 'RFC 7009', '2.1')),
  refresh_tokens: table(yes('the rows stay; their family is revoked', 'RFC 7009', '2.1')),
  denylist: table(yes('a row stays until its token would have expired', ...LOGOUT)),
  cutoffs: table(yes('it stays until it is overtaken', ...LOGOUT)),
  throttle: table(yes('a logout is no login that went well', 'ASVS 5.0', '6.3.1')),
  secrets: {
    ...SERVER_UNAWARE,
    'restart-server': yes('lost with the process, and read again at its start', 'how this world is built'),
    logout: yes('it signs everybody’s tokens', 'RFC 7515', '10.2'),
  },
};
