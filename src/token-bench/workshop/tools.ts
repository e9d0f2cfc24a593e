import type { ToolId } from '../bench.ts';

export const TOOLS: readonly { readonly id: ToolId; readonly name: string }[] = [
  { id: 'sign', name: 'Edit and sign' },
  { id: 'tamper', name: 'Tamper' },
  { id: 'guess', name: 'Guess the secret' },
  { id: 'compare', name: 'Compare' },
  { id: 'share', name: 'Share' },
];
