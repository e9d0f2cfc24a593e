import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Dialog } from '#kit/dialog.tsx';

// jsdom may have the element without its methods.
function showModal(this: HTMLDialogElement): void {
  this.open = true;
}

function close(this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event('close'));
}

describe('Dialog', () => {
  beforeAll(() => {
    // jsdom has the element without its methods.
    Object.assign(HTMLDialogElement.prototype, { showModal, close });
  });

  it('is named by its title and holds its content only while it is open', () => {
    const { rerender } = render(
      <Dialog title="Keys" open={false} onClose={() => undefined}>
        <p>next step</p>
      </Dialog>,
    );
    expect(screen.queryByText('next step')).toBeNull();
    rerender(
      <Dialog title="Keys" open onClose={() => undefined}>
        <p>next step</p>
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Keys' }).textContent).toContain('next step');
  });

  it('asks to be closed by its button and by a press outside, not by one inside', async () => {
    const onClose = vi.fn<() => void>();
    render(
      <Dialog title="Keys" open onClose={onClose}>
        <p>next step</p>
      </Dialog>,
    );
    await userEvent.click(screen.getByText('next step'));
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('dialog'));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('stays while text is selected from inside to beyond its edge', async () => {
    const onClose = vi.fn<() => void>();
    render(
      <Dialog title="Share" open onClose={onClose}>
        <p>a long link</p>
      </Dialog>,
    );
    const dialog = screen.getByRole('dialog');
    await userEvent.pointer([
      { keys: '[MouseLeft>]', target: screen.getByText('a long link') },
      { keys: '[/MouseLeft]', target: dialog },
    ]);
    // Browsers send the click to what both ends have in common; the simulation may not.
    dialog.click();
    expect(onClose).not.toHaveBeenCalled();
  });
});
