import { measureAutoplay } from './autoplay.ts';
import { measureDrag } from './drag.ts';
import type { Findings } from './figure.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureFirstStep } from './first-step.ts';
import { measureFork } from './fork.ts';
import { measureHeap } from './heap.ts';
import { measureMermaid } from './mermaid.ts';
import { measureOpeningLength } from './opening-length.ts';
import { measureSchemes } from './schemes.ts';
import { measureSql } from './sql.ts';
import { measureSteps } from './steps.ts';
import { measureTokenDecode } from './token-decode.ts';
import { measureTokenPage } from './token-page.ts';
import type { Workplace } from './workplace.ts';

export interface Part {
  /** As `--only` names it. */
  readonly name: string;
  readonly title: string;
  readonly measure: (workplace: Workplace) => Promise<Findings>;
}

/** In the order in which they are measured. */
export const PARTS: readonly Part[] = [
  { name: 'first-load', title: 'What a first visit loads', measure: measureFirstLoad },
  { name: 'first-step', title: 'How soon the first step is possible', measure: measureFirstStep },
  { name: 'steps', title: 'A step in a long trace', measure: measureSteps },
  { name: 'length', title: 'Opening a long trace', measure: measureOpeningLength },
  { name: 'mermaid', title: 'Beside mermaid', measure: measureMermaid },
  { name: 'autoplay', title: 'Frames while playing', measure: measureAutoplay },
  { name: 'heap', title: 'What a long trace keeps', measure: measureHeap },
  { name: 'fork', title: 'Forking a run of nine beats', measure: measureFork },
  { name: 'schemes', title: 'Changing the scheme, and forking under it', measure: measureSchemes },
  { name: 'sql', title: 'The SQL engine', measure: measureSql },
  { name: 'drag', title: 'Dragging the clock', measure: measureDrag },
  { name: 'token-decode', title: 'Reading a token', measure: measureTokenDecode },
  { name: 'token-page', title: 'The token bench', measure: measureTokenPage },
];
