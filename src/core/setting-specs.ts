import type { SchemeId } from './schemes.ts';
import type { SettingId } from './settings.ts';

/** What is known of a setting besides its value. */
interface SettingBase {
  readonly id: SettingId;
  /** As `--set` and links write it. */
  readonly option: string;
  readonly label: string;
  readonly schemes: readonly SchemeId[];
  /** Which side of the wire obeys it. */
  readonly side: 'server' | 'browser';
}

export type SettingSpec = SettingBase &
  (
    | { readonly kind: 'switch' }
    | { readonly kind: 'seconds'; readonly min: number; readonly max: number }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
  );

const YEAR = 31_536_000;

export const SETTING_SPECS: readonly SettingSpec[] = [
  {
    id: 'idle',
    option: 'idle',
    label: 'Idle limit',
    schemes: ['php-session'],
    side: 'server',
    kind: 'seconds',
    min: 1,
    max: YEAR,
  },
  {
    id: 'absolute',
    option: 'absolute',
    label: 'Absolute limit',
    schemes: ['php-session', 'sql-session'],
    side: 'server',
    kind: 'seconds',
    min: 1,
    max: YEAR,
  },
  {
    id: 'denylist',
    option: 'denylist',
    label: 'Denylist',
    schemes: ['jwt', 'hybrid'],
    side: 'server',
    kind: 'switch',
  },
  {
    id: 'cutOff',
    option: 'cut-off',
    label: 'Cut-off per user',
    schemes: ['jwt', 'hybrid'],
    side: 'server',
    kind: 'switch',
  },
  {
    id: 'accessLifetime',
    option: 'access-lifetime',
    label: 'Access token lifetime',
    schemes: ['jwt'],
    side: 'server',
    kind: 'seconds',
    min: 1,
    max: YEAR,
  },
  {
    id: 'refreshLifetime',
    option: 'refresh-lifetime',
    label: 'Refresh token lifetime',
    schemes: ['jwt', 'hybrid'],
    side: 'server',
    kind: 'seconds',
    min: 1,
    max: YEAR,
  },
  {
    id: 'leeway',
    option: 'leeway',
    label: 'Leeway',
    schemes: ['jwt', 'hybrid'],
    side: 'server',
    kind: 'seconds',
    min: 0,
    max: 3600,
  },
  {
    id: 'algorithm',
    option: 'algorithm',
    label: 'Algorithm',
    schemes: ['jwt', 'hybrid'],
    side: 'server',
    kind: 'choice',
    choices: ['HS256', 'RS256', 'EdDSA'],
  },
  {
    id: 'transport',
    option: 'transport',
    label: 'Credential travels in',
    schemes: ['sql-session', 'jwt'],
    side: 'server',
    kind: 'choice',
    choices: ['header', 'cookie'],
  },
  {
    id: 'clientStorage',
    option: 'client-storage',
    label: 'Client keeps credentials in',
    schemes: ['sql-session', 'jwt', 'hybrid'],
    side: 'browser',
    kind: 'choice',
    choices: ['localStorage', 'memory'],
  },
  {
    id: 'refreshAhead',
    option: 'refresh-ahead',
    label: 'Refresh ahead of expiry',
    schemes: ['jwt', 'hybrid'],
    side: 'browser',
    kind: 'switch',
  },
  {
    id: 'hybridAccessLifetime',
    option: 'hybrid-access-lifetime',
    label: 'Access token lifetime',
    schemes: ['hybrid'],
    side: 'server',
    kind: 'seconds',
    min: 1,
    max: YEAR,
  },
  {
    id: 'refreshTransport',
    option: 'refresh-transport',
    label: 'Refresh token travels in',
    schemes: ['hybrid'],
    side: 'server',
    kind: 'choice',
    choices: ['body', 'cookie'],
  },
  {
    id: 'grace',
    option: 'grace',
    label: 'Grace for a used refresh token',
    schemes: ['hybrid'],
    side: 'server',
    kind: 'seconds',
    min: 0,
    max: 3600,
  },
  {
    id: 'tabLock',
    option: 'tab-lock',
    label: 'Tabs refresh one at a time',
    schemes: ['hybrid'],
    side: 'browser',
    kind: 'switch',
  },
];
