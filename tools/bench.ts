import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { failed, type Figure, type Findings } from '../tests/bench/figure.ts';
import { PARTS, type Part } from '../tests/bench/parts.ts';
import { summaryOf, tableOf } from '../tests/bench/report.ts';
import { openWorkplace, type Workplace } from '../tests/bench/workplace.ts';
import { NoBrowserError } from './browser.ts';
import { readCommandLine, UsageError } from './command-line.ts';

/*
 * `npm run bench`: measures, prints a table and writes the same as JSON. It judges nothing: figures over their limits are no failure.
 */

const DEFAULT_JSON = 'node_modules/.cache/claimcheck-bench/bench.json';

const USAGE = `npm run bench -- [--only NAME …] [--quick] [--json FILE]
Parts: ${PARTS.map(({ name }) => name).join(', ')}`;

interface PartReport extends Findings {
  readonly part: string;
  /** How many processes wanted to run just before, on average over a minute: above the number of cores, times are too long. */
  readonly load: number;
}

interface Options {
  readonly parts: readonly Part[];
  readonly quick: boolean;
  /** The file that the figures are written to. */
  readonly json: string;
}

const asked = readCommandLine(USAGE, readOptions);
if (asked) {
  await bench(asked).catch((error: unknown) => {
    if (!(error instanceof NoBrowserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}

function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      json: { type: 'string', default: DEFAULT_JSON },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { only, quick, json } = values;
  const unknown = only.filter((part) => PARTS.every(({ name }) => name !== part));
  if (unknown.length > 0) throw new UsageError(`there is no part "${unknown.join('", "')}"`);
  const parts = PARTS.filter(({ name }) => only.length === 0 || only.includes(name));
  return { parts, quick, json };
}

async function bench({ parts, quick, json }: Options): Promise<void> {
  const workplace = await openWorkplace(quick);
  const machine = {
    browser: workplace.browserName,
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
  };
  console.log(`${machine.browser}, Node ${machine.node}, ${machine.cores} × ${machine.processor}`);

  const reports: PartReport[] = [];
  try {
    for (const part of parts) reports.push(await carryOut(part, workplace));
  } finally {
    await workplace.close();
  }
  const figures = reports.flatMap((report): readonly Figure[] => report.figures);
  console.log(`\n${summaryOf(figures)}`);
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, `${JSON.stringify({ machine, quick, parts: reports }, null, 2)}\n`);
  console.log(`The same as data: ${json}`);
  if (figures.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
}

async function carryOut({ name, title, measure }: Part, workplace: Workplace): Promise<PartReport> {
  const [load = 0] = loadavg();
  console.log(
    `\n━━ ${title} (${name}, load ${load.toFixed(1)}) ${'━'.repeat(Math.max(0, 60 - title.length - name.length))}`,
  );
  const findings = await measure(workplace).catch((error: unknown): Findings => ({ figures: [failed(title, error)] }));
  console.log(tableOf(findings.figures));
  for (const note of findings.notes ?? []) console.log(`   ${note}`);
  return { part: name, load, ...findings };
}
