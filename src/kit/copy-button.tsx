import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface CopyButtonProps {
  /** What the button says: `Copy as curl`. */
  readonly label: string;
  /** Of what, said after it where there are several: `request, JWT`. */
  readonly of?: string;
  /** Asked only when it is pressed. */
  readonly text: () => string;
}

type Outcome = 'copied' | 'failed' | null;

const SAID_FOR = 2000;

/** Copies a text and says whether that worked: the clipboard is missing on plain http and may be refused. */
export function CopyButton({ label, of, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>(null);

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);

  const onClick = () => {
    copy(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };

  return (
    <>
      <Button
        size="s"
        tone="quiet"
        icon={outcome === 'copied' ? 'check' : 'copy'}
        aria-label={of && outcome !== 'failed' ? `${label}, ${of}` : undefined}
        onClick={onClick}
      >
        {outcome === 'failed' ? 'The browser refused' : label}
      </Button>
      <VisuallyHidden>
        <output>{outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Not copied' : ''}</output>
      </VisuallyHidden>
    </>
  );
}

async function copy(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('no clipboard');
  await navigator.clipboard.writeText(text);
}
