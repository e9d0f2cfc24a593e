import type { Comparison } from '#core/align.ts';
import { Button } from '#kit/button.tsx';
import { closePopoverAround } from '#kit/close-popover.ts';
import { showLower } from '../lower/lower-tab.ts';
import { ClockPanel } from './clock-panel.tsx';

/** The clock, from where it is shown: to be moved, and to be seen with all that depends on it. */
export function ClockPopover({ comparison }: { readonly comparison: Comparison }) {
  return (
    <ClockPanel comparison={comparison}>
      <Button
        size="s"
        onClick={(event) => {
          showLower('lifetimes');
          closePopoverAround(event.currentTarget);
        }}
      >
        Show lifetimes
      </Button>
    </ClockPanel>
  );
}
