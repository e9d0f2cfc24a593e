import type { ToolId } from '../bench.ts';

/** The id of the heading over the tools, where a link to them leads. */
export const WORKSHOP_TITLE = 'workshop-title';

export const TOOLS: readonly { readonly id: ToolId; readonly name: string }[] = [
  { id: 'sign', name: 'Edit and sign' },
  { id: 'tamper', name: 'Tamper' },
  { id: 'guess', name: 'Guess the secret' },
  { id: 'compare', name: 'Compare' },
  { id: 'share', name: 'Share' },
];
