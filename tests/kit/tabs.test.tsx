import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Tabs } from '#kit/tabs.tsx';

type Id = 'http' | 'code' | 'token';

const ITEMS = [
  { id: 'http', label: 'HTTP', panel: 'the message' },
  { id: 'code', label: 'Code', panel: 'the source' },
  { id: 'token', label: 'Token', panel: 'the anatomy' },
] as const;

function Inspector({ onKey }: { readonly onKey?: () => void }) {
  const [selected, setSelected] = useState<Id>('http');
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKey}>
      <Tabs label="Details" items={ITEMS} selected={selected} onSelect={setSelected} />
    </div>
  );
}

describe('Tabs', () => {
  it('shows the panel of the selected tab and names it after the tab', () => {
    render(<Inspector />);
    expect(screen.getByRole('tablist', { name: 'Details' })).toBeTruthy();
    expect(screen.getByRole('tabpanel', { name: 'HTTP' }).textContent).toBe('the message');
  });

  it('is one stop for Tab, and arrows select and move the focus, round the ends', async () => {
    const user = userEvent.setup();
    render(<Inspector />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'HTTP' }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Code', selected: true })).toBe(document.activeElement);
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'Token', selected: true })).toBe(document.activeElement);
    await user.keyboard('{Home}');
    expect(screen.getByRole('tabpanel').textContent).toBe('the message');
    await user.keyboard('{End}');
    expect(screen.getByRole('tabpanel').textContent).toBe('the anatomy');
  });

  it('keeps the keys it uses to itself and lets others through', async () => {
    const user = userEvent.setup();
    const onKey = vi.fn<() => void>();
    render(<Inspector onKey={onKey} />);
    await user.tab();
    onKey.mockClear();
    await user.keyboard('{ArrowRight}');
    expect(onKey).not.toHaveBeenCalled();
    await user.keyboard('{PageDown}');
    expect(onKey).toHaveBeenCalledOnce();
  });
});
