import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/*
 * `npm test`: every check in order, each under a heading; the last line is `N passed, N failed`.
 */

interface Check {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** Counts its tests one by one; any other check counts as one. */
  readonly reports?: boolean;
  /** Cannot be done unless this one passed. */
  readonly after?: string;
}

const VITEST = ['vitest', 'run', '--project'] as const;

const CHECKS: readonly Check[] = [
  { title: 'Types', command: ['tsc', '--noEmit'] },
  { title: 'Lint', command: ['oxlint', '--type-aware', '--max-warnings', '0'] },
  { title: 'Format', command: ['oxfmt', '--check'] },
  { title: 'Architecture', command: [...VITEST, 'architecture'], reports: true },
  { title: 'Dead code', command: ['knip'] },
  { title: 'Units', command: [...VITEST, 'node', '--project', 'jsdom'], reports: true },
  { title: 'Build', command: ['vite', 'build', '--logLevel', 'warn'] },
  {
    title: 'Browser',
    command: [process.execPath, ...process.execArgv, 'tools/with-browser.ts', ...VITEST, 'browser', '--project', 'e2e'],
    reports: true,
    after: 'Build',
  },
];

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const Report = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });

const root = join(import.meta.dirname, '..');
const reports = join(root, 'node_modules/.cache/claimcheck-tests');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const counts = new Map<string, Count>();
for (const check of CHECKS) counts.set(check.title, await carryOut(check));

const total: Count = {
  passed: sum([...counts.values()].map(({ passed }) => passed)),
  failed: sum([...counts.values()].map(({ failed }) => failed)),
};
heading('Result');
for (const [title, count] of counts) console.log(`${count.failed ? '✗' : '✓'} ${title}: ${asText(count)}`);
console.log(`\n${asText(total)}`);
process.exitCode = total.failed ? 1 : 0;

async function carryOut(check: Check): Promise<Count> {
  heading(check.title);
  if (check.after && counts.get(check.after)?.failed) {
    console.log(`Not run, because "${check.after}" failed.`);
    return { passed: 0, failed: 1 };
  }
  const report = join(reports, `${check.title}.json`);
  const reporting = check.reports ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const began = performance.now();
  const code = await run([...check.command, ...reporting]);
  console.log(
    `${check.title}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  return countOf(code, check.reports ? report : null);
}

/** The report's numbers; a run that failed otherwise (a file that could not be read, an unhandled error) is one failure. */
function countOf(code: number, report: string | null): Count {
  const whole: Count = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!report) return whole;
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = v.parse(Report, JSON.parse(readFileSync(report, 'utf8')));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, whole.failed) };
}

/** The programs are those of `node_modules/.bin`, which npm puts on the path. Resolves to the exit code. */
function run([command, ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? '', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function heading(title: string): void {
  console.log(`\n━━ ${title} ${'━'.repeat(Math.max(0, 70 - title.length))}`);
}

function asText({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((subtotal, number) => subtotal + number, 0);
}
