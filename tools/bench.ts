import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { failed, type Figure, type Findings } from '../tests/bench/figure.ts';
import { PARTS, type Part } from '../tests/bench/parts.ts';
import { summaryOf, tableOf } from '../tests/bench/report.ts';
import { openWorkplace, type Workplace } from '../tests/bench/workplace.ts';
import { NoBrowserError } from './browser.ts';

const DEFAULT_JSON = 'node_modules/.cache/claimcheck-bench/bench.json';

const USAGE = `npm run bench -- [--only NAME …] [--quick] [--json FILE]
Parts: ${PARTS.map(({ name }) => name).join(', ')}`;

/** `npm run bench`: measures, prints a table and writes the same as JSON. It judges nothing: figures over their limits are no failure. */
interface PartReport extends Findings {
  readonly part: string;
  /** How many processes wanted to run just before, on average over a minute: above the number of cores, times are too long. */
  readonly load: number;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof NoBrowserError || isUsageError(error))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.filter((asked) => PARTS.every(({ name }) => name !== asked));
  if (values.help || unknown.length > 0) {
    console.log(unknown.length > 0 ? `There is no part "${unknown.join('", "')}".\n${USAGE}` : USAGE);
    process.exitCode = unknown.length > 0 ? 1 : 0;
    return;
  }
  const parts = PARTS.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
  const workplace = await openWorkplace(values.quick);
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
  const file = values.json ?? DEFAULT_JSON;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, quick: values.quick, parts: reports }, null, 2)}\n`);
  console.log(`The same as data: ${file}`);
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

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
