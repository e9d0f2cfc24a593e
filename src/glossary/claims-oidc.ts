import type { OpenFamily } from './entry.ts';
import { oidc } from './sources.ts';

const STANDARD = oidc('5.1', 'StandardClaims');
const ID_TOKEN = oidc('2', 'IDToken');

/** Claims of OpenID Connect: about one login, and about a person. */
export const OIDC_CLAIM_ENTRIES: OpenFamily = {
  nonce: {
    term: 'nonce',
    says: 'A value the application made up before the login; finding it here shows that this token answers that login.',
    source: ID_TOKEN,
  },
  azp: {
    term: 'azp',
    says: 'The application the token was issued to, where that is not the audience.',
    source: ID_TOKEN,
  },
  at_hash: {
    term: 'at_hash',
    says: 'Half the fingerprint of the access token that came along, to show that the two belong together.',
    source: oidc('3.1.3.6', 'CodeIDToken'),
  },
  c_hash: {
    term: 'c_hash',
    says: 'Half the fingerprint of the code that came along.',
    source: oidc('3.3.2.11', 'HybridIDToken'),
  },
  sid: {
    term: 'sid',
    says: 'The session at the provider, so that a logout there can reach this application.',
    source: {
      document: 'OpenID Connect Back-Channel Logout',
      section: '2.1',
      url: 'https://openid.net/specs/openid-connect-backchannel-1_0.html',
    },
  },
  name: { term: 'name', says: 'The full name, as shown to people.', source: STANDARD },
  given_name: { term: 'given_name', says: 'Given name or names.', source: STANDARD },
  family_name: { term: 'family_name', says: 'Family name or names.', source: STANDARD },
  middle_name: { term: 'middle_name', says: 'Middle name or names.', source: STANDARD },
  nickname: { term: 'nickname', says: 'What the person is called in everyday life.', source: STANDARD },
  preferred_username: {
    term: 'preferred_username',
    says: 'A short name the person likes. It may change and need not be unique, so it must not identify anybody.',
    source: STANDARD,
  },
  profile: { term: 'profile', says: 'The address of a page about the person.', source: STANDARD },
  picture: { term: 'picture', says: 'The address of a picture of the person.', source: STANDARD },
  website: { term: 'website', says: 'The address of the person’s own site.', source: STANDARD },
  email: {
    term: 'email',
    says: 'An e-mail address. It may change hands, so it must not identify anybody.',
    source: STANDARD,
  },
  email_verified: {
    term: 'email_verified',
    says: 'Whether somebody checked that the address is the person’s own.',
    source: STANDARD,
  },
  gender: { term: 'gender', says: 'Gender, as the person put it.', source: STANDARD },
  birthdate: { term: 'birthdate', says: 'Date of birth, with year `0000` if the year is kept back.', source: STANDARD },
  zoneinfo: { term: 'zoneinfo', says: 'The person’s time zone.', source: STANDARD },
  locale: { term: 'locale', says: 'The person’s language and region.', source: STANDARD },
  phone_number: { term: 'phone_number', says: 'A telephone number.', source: STANDARD },
  phone_number_verified: {
    term: 'phone_number_verified',
    says: 'Whether somebody checked that the number is the person’s own.',
    source: STANDARD,
  },
  address: { term: 'address', says: 'A postal address, as an object.', source: STANDARD },
  updated_at: { term: 'updated_at', says: 'When this information last changed, in Unix seconds.', source: STANDARD },
};
