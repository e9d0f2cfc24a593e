import type { FindingList } from './finding-list.ts';
import type { FindingCode, FindingDetail } from './findings.ts';
import type { JsonTree } from './json-tree.ts';
import { pathOf, shownPath } from './json-path.ts';
import { placeOf, type Segment } from './segment.ts';
import { recogniseVendor } from './vendor-tokens.ts';
import { shown } from './visible.ts';

/** Longer strings are looked at only up to here: a secret that matters begins early. */
const LOOK = 4096;

/** After so many members the rest is not looked at. */
const EXAMINED = 50_000;

/** Names of what must never lie readable in a token, without case, `-` and `_`. */
const SECRET_NAME =
  /^(?:password|passwd|pwd|pass|passphrase|passwordhash|secret|clientsecret|appsecret|apisecret|sharedsecret|apikey|accesskey|secretkey|secretaccesskey|privatekey|encryptionkey|signingkey|credentials?|pin|pincode|cvv|cvc|otp|totpsecret|mnemonic|seedphrase|connectionstring|databaseurl|refreshtoken|accesstoken|sessionid|phpsessid)$/;

/** Names of personal data, with the kind of it. */
const PERSONAL_NAMES: readonly (readonly [string, RegExp])[] = [
  [
    'identity number',
    /^(?:ssn|socialsecurity(?:number)?|sin|nino|nationalid|taxid|passport(?:number)?|personnummer|cpf)$/,
  ],
  ['address', /^(?:address|streetaddress|street|postalcode|zipcode|homeaddress)$/],
  ['birth date', /^(?:birthdate|birthday|dob|dateofbirth)$/],
  ['phone number', /^(?:phone(?:number)?|mobile|msisdn|telephone)$/],
  ['bank account', /^(?:iban|accountnumber|bankaccount|sortcode|routingnumber)$/],
  ['health', /^(?:diagnosis|bloodtype|medicalrecord(?:number)?)$/],
  ['sensitive trait', /^(?:gender|sex|religion|ethnicity|race|sexualorientation)$/],
];

const EMAIL = /^[^\s@/:<>"]{1,64}@[^\s@.]{1,64}(?:\.[^\s@.]{1,64}){1,8}$/;
const TOKEN = /^ey[\w-]{8,}\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/;

/** Secrets, by the shape of the value. */
const SECRET_VALUES: readonly (readonly [string, RegExp])[] = [
  ['private key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/],
  ['password hash', /^\$(?:2[abxy]|argon2(?:id|i|d)|scrypt|5|6|pbkdf2[\w-]*)\$/],
  ['address with password', /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:[^\s/@]{1,100}@/i],
];

const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['script URL', /^\s*(?:javascript|data|vbscript):/i],
  ['HTML', /<\/?[a-z!][^<>]{0,200}>/i],
];

/** Everything in a payload is readable to whoever holds the token: finds what should not be. */
export function lintPayload(payload: Segment, json: JsonTree, findings: FindingList): void {
  const end = Math.min(json.size, EXAMINED);
  for (let node = 1; node < end; node += 1) {
    const kind = json.kind(node);
    if (kind === 'string') lintString(payload, json, node, findings);
    else if (kind === 'number') lintNumber(payload, json, node, findings);
    if (json.nameRange(node) !== null) lintName(payload, json, node, findings);
  }
}

function lintName(payload: Segment, json: JsonTree, node: number, findings: FindingList): void {
  const name = json.name(node) ?? '';
  if (name.length > 40) return;
  const bare = name.toLowerCase().replaceAll(/[-_\s.]/g, '');
  const kind = json.kind(node);
  // A flag such as `pin: true` or an empty value gives nothing away.
  if (kind !== 'string' && kind !== 'number' && kind !== 'object') return;
  const place = placeOf(payload, json.memberRange(node), node);
  if (SECRET_NAME.test(bare)) findings.add('payload-secret-name', place, { name: shown(name) });
  const personal = PERSONAL_NAMES.find(([, pattern]) => pattern.test(bare));
  if (personal === undefined) return;
  findings.add('payload-personal-data', place, { name: shown(name), kind: personal[0] });
}

function lintString(payload: Segment, json: JsonTree, node: number, findings: FindingList): void {
  const text = json.string(node) ?? '';
  if (text.length < 4) return;
  const start = text.slice(0, LOOK);
  const add = (code: FindingCode, kind?: string) =>
    report(payload, json, node, code, kind === undefined ? {} : { kind }, findings);
  const secret = SECRET_VALUES.find(([, pattern]) => pattern.test(start));
  if (secret !== undefined) add('payload-secret-value', secret[0]);
  const vendor = recogniseVendor(start);
  if (vendor !== null) add('payload-secret-value', `${vendor.vendor} token`);
  if (TOKEN.test(text)) add('payload-token-inside');
  if (text.length < 330 && EMAIL.test(text)) add('payload-personal-data', 'e-mail address');
  const card = cardBrand(text);
  if (card !== null) add('payload-card-number', card);
  const markup = MARKUP.find(([, pattern]) => pattern.test(start));
  if (markup !== undefined) add('text-markup', markup[0]);
}

function lintNumber(payload: Segment, json: JsonTree, node: number, findings: FindingList): void {
  const { start, end } = json.valueRange(node);
  const card = end - start > 12 ? cardBrand(json.literal(node)) : null;
  if (card !== null) report(payload, json, node, 'payload-card-number', { kind: card }, findings);
}

/** Adds the path as `name`; to find it takes time, so not for findings that are only counted. */
function report(
  payload: Segment,
  json: JsonTree,
  node: number,
  code: FindingCode,
  detail: FindingDetail,
  findings: FindingList,
): void {
  const place = placeOf(payload, json.memberRange(node), node);
  const name = findings.isFull(code, place) ? '' : shown(shownPath(pathOf(json, node)));
  findings.add(code, place, { name, ...detail });
}

/** Issuer prefixes and lengths, so that ids and time stamps with a chance check digit do not count. */
const CARDS: readonly (readonly [string, RegExp])[] = [
  ['Visa', /^4\d{15}$/],
  ['Mastercard', /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/],
  ['American Express', /^3[47]\d{13}$/],
  ['Discover', /^(?:6011|65\d\d|64[4-9]\d)\d{12}$/],
  ['JCB', /^35(?:2[89]|[3-8]\d)\d{12}$/],
];

/** The brand of a payment card's number, with spaces or dashes between the groups or without; null for anything else. */
function cardBrand(text: string): string | null {
  if (text.length < 15 || text.length > 24 || !/^\d[\d -]+\d$/.test(text)) return null;
  const digits = text.replaceAll(/[ -]/g, '');
  const brand = CARDS.find(([, pattern]) => pattern.test(digits));
  return brand !== undefined && hasLuhnDigit(digits) ? brand[0] : null;
}

/** The check digit of ISO/IEC 7812-1. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
