import { isJsonObject } from '#core/json.ts';
import type { AreaName } from '#core/state.ts';
import { no, type Remembered, type Rule, yes } from './claims-about-places.ts';
import { stringMember, textOf } from '../entries.ts';
import { isOpaqueToken, looksLikeToken } from '../wording/shorten.ts';

/** Who may come to read what is remembered. */
export const READERS = [
  'page-script',
  'other-origin',
  'other-tab',
  'device',
  'decoder',
  'server',
  'other-server',
] as const;
export type ReaderId = (typeof READERS)[number];

export const READER_NAMES: Readonly<Record<ReaderId, string>> = {
  'page-script': 'a script of the page',
  'other-origin': 'a script of another origin',
  'other-tab': 'another tab of the site',
  device: 'somebody at the device',
  decoder: 'anyone who decodes it',
  server: 'the server',
  'other-server': 'another server',
};

/** Which part of RFC 6265bis says which cookies a script or a request gets. */
const RETRIEVAL = ['RFC 6265bis', '5.8.3'] as const;
const WEB_STORAGE = ['HTML standard', 'Web storage'] as const;
const ORIGIN = ['HTML standard', 'Origin'] as const;
const OWASP_SESSION = ['OWASP Session Management', 'Session ID Properties'] as const;
const OWASP_STORAGE = ['OWASP HTML5 Security', 'Local Storage'] as const;
const OUR_WORLD = 'how this world is built';
const STATELESS = ['RFC 9110', '3.3'] as const;

const isHttpOnly = ({ value }: Remembered): boolean => isJsonObject(value) && value['httpOnly'] === true;

const cookieInPage: Rule = (entry) =>
  isHttpOnly(entry)
    ? no('HttpOnly: `document.cookie` leaves it out', 'RFC 6265bis', '5.6.6')
    : yes('without HttpOnly it is in `document.cookie`', ...RETRIEVAL);

const cookieElsewhere: Rule = (entry) => {
  const isWide = isJsonObject(entry.value) && entry.value['hostOnly'] === false;
  if (isWide && !isHttpOnly(entry)) return yes('its Domain hands it to every host below', 'RFC 6265bis', '5.6.3');
  return no(SENDING[stringMember(entry.value, 'sameSite') ?? 'Default'] ?? SENDING.Default, 'RFC 6265bis', '5.6.7');
};

/** Another origin cannot read it; whether its requests carry it is what SameSite says. */
const SENDING = {
  Strict: 'and its requests do not carry it: SameSite=Strict',
  Lax: 'but a link of its own carries it: SameSite=Lax',
  Default: 'but a link of its own carries it: Lax by default',
  None: 'but its requests carry it: SameSite=None',
} as Readonly<Record<string, string>> & { readonly Default: string };

const cookieInTab: Rule = (entry) =>
  isHttpOnly(entry)
    ? no('its script does not see it, its requests carry it', ...RETRIEVAL)
    : yes('one jar serves all tabs', ...RETRIEVAL);

/** Whoever holds the text: does it say anything? */
const contentOf: Rule = ({ value }) => {
  const text = textOf(value) ?? '';
  if (looksLikeToken(text)) return yes('base64url is no encryption: the claims can be read', 'RFC 7519', '12');
  if (isOpaqueToken(text) || /^[0-9a-f]{16,}$/i.test(text)) {
    return no('random: it says nothing, and is worth everything', ...OWASP_SESSION);
  }
  return yes('it is written in the clear', ...OWASP_STORAGE);
};

/** What stands on the device, whoever put it there. */
const AT_DEVICE: Rule = yes('developer tools show it, HttpOnly or not', ...OWASP_STORAGE);
const BY_SCRIPT_ONLY: Rule = no('it gets only what a script sends', ...STATELESS);

/** Nothing in a browser reaches into a server. */
const BEHIND_THE_SERVER = {
  'page-script': no('it gets only what the server answers', ...STATELESS),
  'other-origin': no('it gets only what the server answers', ...STATELESS),
  'other-tab': no('it gets only what the server answers', ...STATELESS),
  device: no('it is not on the device', ...STATELESS),
  server: yes('it is its own', ...STATELESS),
} as const satisfies Partial<Record<ReaderId, Rule>>;

const table = (decoder: Rule): Readonly<Record<ReaderId, Rule>> => ({
  ...BEHIND_THE_SERVER,
  decoder,
  'other-server': yes('every server of the site shares the database', OUR_WORLD),
});

const IN_THE_CLEAR = yes('the columns are in the clear', ...OWASP_SESSION);
const HASHED = yes('who and when, in the clear; of the credential only its SHA-256', ...OWASP_SESSION);

/** Who can read what stands where: rules about places and attributes, the same under every scheme. */
export const READER_RULES: Readonly<Record<AreaName, Readonly<Record<ReaderId, Rule>>>> = {
  cookies: {
    'page-script': cookieInPage,
    'other-origin': cookieElsewhere,
    'other-tab': cookieInTab,
    device: AT_DEVICE,
    decoder: contentOf,
    server: yes('the browser attaches it to every request that matches', ...RETRIEVAL),
    'other-server': yes('whoever answers under this name gets it', ...RETRIEVAL),
  },
  localStorage: {
    'page-script': yes('every script on the page, a hostile one too', ...WEB_STORAGE),
    'other-origin': no('each origin has its own', ...WEB_STORAGE),
    'other-tab': yes('all tabs of an origin share it', ...WEB_STORAGE),
    device: AT_DEVICE,
    decoder: contentOf,
    server: BY_SCRIPT_ONLY,
    'other-server': BY_SCRIPT_ONLY,
  },
  sessionStorage: {
    'page-script': yes('every script on the page, a hostile one too', ...WEB_STORAGE),
    'other-origin': no('each origin has its own', ...WEB_STORAGE),
    'other-tab': no('each tab has its own', ...WEB_STORAGE),
    device: AT_DEVICE,
    decoder: contentOf,
    server: BY_SCRIPT_ONLY,
    'other-server': BY_SCRIPT_ONLY,
  },
  memory: {
    'page-script': yes('a hostile script gets at what passes through', ...OWASP_STORAGE),
    'other-origin': no('each document has its own variables', ...ORIGIN),
    'other-tab': no('each document has its own variables', ...ORIGIN),
    device: AT_DEVICE,
    decoder: contentOf,
    server: BY_SCRIPT_ONLY,
    'other-server': BY_SCRIPT_ONLY,
  },
  clipboard: {
    'page-script': no('it is in somebody’s hands, in no page', 'RFC 6750', '1.2'),
    'other-origin': no('it is in somebody’s hands, in no page', 'RFC 6750', '1.2'),
    'other-tab': no('it is in somebody’s hands, in no page', 'RFC 6750', '1.2'),
    device: yes('whoever copied it has it', 'RFC 6750', '1.2'),
    decoder: contentOf,
    server: BY_SCRIPT_ONLY,
    'other-server': BY_SCRIPT_ONLY,
  },
  files: {
    ...BEHIND_THE_SERVER,
    decoder: yes('PHP writes it in the clear', 'PHP manual', 'session.serialize_handler'),
    'other-server': no('the file is on one server’s disk', 'PHP manual', 'session.save_path'),
  },
  users: table(IN_THE_CLEAR),
  sessions: table(HASHED),
  families: table(IN_THE_CLEAR),
  refresh_tokens: table(HASHED),
  denylist: table(IN_THE_CLEAR),
  cutoffs: table(IN_THE_CLEAR),
  throttle: table(IN_THE_CLEAR),
  secrets: {
    ...BEHIND_THE_SERVER,
    decoder: no('random: it says nothing, and whoever has it can sign', 'RFC 7515', '10.2'),
    'other-server': no('unless it is given a copy, and can then sign as well', 'RFC 7515', '10.5'),
  },
};
