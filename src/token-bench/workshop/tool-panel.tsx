import type { ReactNode } from 'react';
import type { ToolId } from '../bench.ts';
import { ComparePanel } from '../compare/compare-panel.tsx';
import { GuessPanel } from '../guess/guess-panel.tsx';
import { SharePanel } from '../share/share-panel.tsx';
import { SignPanel } from '../sign/sign-panel.tsx';
import { TamperPanel } from '../tamper/tamper-panel.tsx';

/** A tool of the other side. */
export function ToolPanel({ tool }: { readonly tool: ToolId }) {
  return PANELS[tool];
}

const PANELS: Readonly<Record<ToolId, ReactNode>> = {
  sign: <SignPanel />,
  tamper: <TamperPanel />,
  guess: <GuessPanel />,
  compare: <ComparePanel />,
  share: <SharePanel />,
};
