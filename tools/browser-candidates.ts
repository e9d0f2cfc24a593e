/** Where a browser may come from. `path`: a program that may be there; the others first fetch or unpack one. */
export type Candidate =
  | { readonly kind: 'path'; readonly how: string; readonly path: string }
  | { readonly kind: 'playwright-cache' | 'playwright-install' | 'npm-package' | 'apt'; readonly how: string };

/** What the order of candidates depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The variable that names the browser to use; the search sets it for the processes it starts. */
export const BROWSER_VARIABLE = 'CLAIMCHECK_BROWSER';

/** A browser that is only there to run tests: no updates, no phoning home. Playwright adds what containers need. */
export const LAUNCH_ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];

const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** All candidates in the order in which they are tried: what was asked for, what is there, what can be fetched. */
export function candidatesFor(machine: Machine): readonly Candidate[] {
  const { platform, arch, env } = machine;
  const named = [BROWSER_VARIABLE, 'CHROME_PATH'].flatMap((variable) => pathCandidate(`$${variable}`, env[variable]));
  const installed = installedPrograms(machine).flatMap((path) => pathCandidate('installed', path));
  const unpackable: readonly Candidate[] =
    platform === 'linux' && arch === 'x64' ? [{ kind: 'npm-package', how: '@sparticuz/chromium, unpacked' }] : [];
  const apt: readonly Candidate[] =
    platform === 'linux' && env['CI'] ? [{ kind: 'apt', how: 'apt-get install chromium (only in CI)' }] : [];
  return [
    ...named,
    ...installed,
    { kind: 'playwright-cache', how: "Playwright's own, if it was installed before" },
    { kind: 'playwright-install', how: 'npx playwright install chromium' },
    ...unpackable,
    ...apt,
  ];
}

function pathCandidate(how: string, path: string | undefined): readonly Candidate[] {
  return path ? [{ kind: 'path', how, path }] : [];
}

function installedPrograms({ platform, env }: Machine): readonly string[] {
  switch (platform) {
    case 'darwin':
      return MAC_PROGRAMS;
    case 'win32':
      return WINDOWS_FOLDERS.flatMap((variable) => {
        const folder = env[variable];
        return folder ? WINDOWS_PROGRAMS.map((program) => `${folder}\\${program}`) : [];
      });
    default:
      return LINUX_FOLDERS.flatMap((folder) => LINUX_NAMES.map((name) => `${folder}/${name}`));
  }
}
