import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AnchorsContext, createAnchors, entryAnchor } from '#kit/anchors.ts';
import type { StorageProps } from '#stage/storage/storage-props.ts';
import { Storage } from '#stage/storage/storage.tsx';
import { ACCESS, NAMES, PASS, SESSION_ID, storageAt } from '../fixtures.ts';

const PROPS: StorageProps = {
  view: storageAt('keeping'),
  names: NAMES,
  column: 'left',
  onExplain: () => undefined,
  onOpenCredential: () => undefined,
};

const panel = (name: RegExp) => within(screen.getByRole('region', { name }));

/** The browser tells that a popover is about to open, and puts it away again. */
function open(button: HTMLElement): HTMLElement {
  const popover = document.querySelector<HTMLElement>(`#${CSS.escape(button.getAttribute('popovertarget') ?? '')}`);
  if (!popover) throw new Error('nothing to open');
  popover.hidePopover = () => undefined;
  act(() => {
    popover.dispatchEvent(Object.assign(new Event('beforetoggle'), { oldState: 'closed', newState: 'open' }));
  });
  return popover;
}

function editable(whyNot: string | null) {
  const onChange = vi.fn<(value: string) => void>();
  const onDelete = vi.fn<() => void>();
  const onAct = vi.fn<() => void>();
  render(
    <Storage
      {...PROPS}
      editing={{
        whyNot,
        entry: ({ area }) =>
          area.name === 'cookies' ? { whyNot, what: 'cookie', limit: 100, onChange, onDelete } : null,
        acts: ({ place }) => [{ label: place === 'server' ? 'Restart server' : 'Reload page', onAct }],
      }}
    />,
  );
  return { onChange, onDelete, onAct };
}

const cookie = () =>
  open(panel(/Cookie jar, Session/).getByRole('button', { name: 'PHPSESSID: show the whole value' }));

describe('the storage panels', () => {
  it('stand in the region Storage, each named by owner, place and system', () => {
    render(<Storage {...PROPS} />);
    const region = within(screen.getByRole('region', { name: 'Storage' }));
    expect(region.getAllByRole('region')).toHaveLength(8);
    expect(region.getByRole('region', { name: 'John’s laptop, Cookie jar, Session' })).toBeTruthy();
    expect(region.getByRole('region', { name: 'app-1, Secrets, JWT' })).toBeTruthy();
  });

  it('come in the order of the lifelines: the browser’s before the server’s', () => {
    render(<Storage {...PROPS} />);
    const names = within(screen.getByRole('region', { name: 'Storage' }))
      .getAllByRole('region')
      .map((one) => one.getAttribute('aria-label') ?? '');
    const session = names.filter((name) => name.endsWith('Session'));
    expect(session.map((name) => name.startsWith('John’s laptop'))).toEqual([true, true, false, false]);
  });

  it('are not drawn again where a step leaves them alone', () => {
    const entry = vi.fn<() => null>(() => null);
    const editing = { whyNot: null, entry, acts: () => [] };
    const { rerender } = render(<Storage {...PROPS} editing={editing} />);
    expect(entry).toHaveBeenCalled();
    entry.mockClear();
    const [first, ...others] = PROPS.view.right;
    if (!first) throw new Error('no panel');
    rerender(<Storage {...PROPS} editing={editing} view={{ ...PROPS.view, right: [{ ...first }, ...others] }} />);
    expect(entry).toHaveBeenCalledTimes(first.rows.length);
  });

  it('say of an empty place that it is empty, and how', () => {
    render(<Storage {...PROPS} view={storageAt('start')} />);
    expect(panel(/Cookie jar, Session/).getByText('no cookie yet')).toBeTruthy();
  });

  it('say in words what a step added, and what it removed', () => {
    const { rerender } = render(<Storage {...PROPS} />);
    expect(panel(/Cookie jar, Session/).getByRole('heading').textContent).toContain('+ added');
    expect(panel(/Cookie jar, Session/).getByRole('listitem').textContent).toContain('added: ');
    expect(panel(/Session files/).getByRole('heading').textContent).not.toContain('added');
    rerender(<Storage {...PROPS} view={storageAt('dropping')} />);
    expect(panel(/Cookie jar, Session/).getByRole('heading').textContent).toContain('− removed');
  });

  it('say what scripts can see', () => {
    render(<Storage {...PROPS} />);
    expect(panel(/Cookie jar, Session/).getByText('scripts cannot read HttpOnly cookies')).toBeTruthy();
    expect(panel(/Cookie jar, Session/).getByText('hidden from scripts')).toBeTruthy();
  });

  it('hold every character of a value, shortened or not', () => {
    render(<Storage {...PROPS} />);
    const value = panel(/Cookie jar, Session/).getByRole('button', { name: 'PHPSESSID: show the whole value' });
    expect(value.textContent).toBe(SESSION_ID);
    const token = panel(/localStorage, JWT/).getByRole('button', { name: 'access_token: show the whole value' });
    expect(token.textContent).toBe(ACCESS);
    expect(token.querySelectorAll('[data-part]')).toHaveLength(3);
  });

  it('show what stands for a secret as it is, never what it stands for', () => {
    render(<Storage {...PROPS} />);
    expect(panel(/Secrets/).getByText('•••• 256 bits')).toBeTruthy();
  });

  it('explain an entry and open the credential it holds', async () => {
    const onExplain = vi.fn<StorageProps['onExplain']>();
    const onOpenCredential = vi.fn<StorageProps['onOpenCredential']>();
    render(<Storage {...PROPS} onExplain={onExplain} onOpenCredential={onOpenCredential} />);
    await userEvent.click(panel(/Cookie jar, Session/).getByRole('button', { name: 'PHPSESSID' }));
    const event = PROPS.view.left[0]?.rows[0]?.event;
    expect(onExplain).toHaveBeenCalledWith(event, 'left');
    const [anatomy] = panel(/localStorage, JWT/).getAllByText('Open its anatomy');
    if (!anatomy) throw new Error('nothing opens the anatomy');
    await userEvent.click(anatomy);
    expect(onOpenCredential).toHaveBeenCalledWith(PASS, 'right');
  });

  it('tell where the entry of a credential stands', () => {
    const anchors = createAnchors();
    render(
      <AnchorsContext value={anchors}>
        <Storage {...PROPS} />
      </AnchorsContext>,
    );
    expect(anchors.get(entryAnchor('right', 'laptop/localStorage', 'access_token'))?.textContent).toContain(
      'access_token',
    );
    expect(anchors.get(entryAnchor('right', 'laptop/localStorage', 'user_data'))).toBeNull();
  });

  it('keep room for the rows that are still to come', () => {
    render(<Storage {...PROPS} view={storageAt('start')} reserved={{ left: [1, 1, 1, 1], right: [1, 3, 1, 1] }} />);
    const rows = screen.getByRole('region', { name: /localStorage, JWT/ }).querySelector<HTMLElement>('[style]');
    expect(rows?.style.getPropertyValue('--reserved')).toBe('3');
  });

  describe('where something can be done to them', () => {
    it('change a value by hand, from what stands there', async () => {
      const { onChange } = editable(null);
      const popover = within(cookie());
      const box = await popover.findByLabelText<HTMLTextAreaElement>('Change it by hand');
      expect(box.value).toBe(SESSION_ID);
      await userEvent.click(popover.getByText('Change'));
      expect(onChange).not.toHaveBeenCalled();
      // What is in a popover takes no keys here.
      fireEvent.change(box, { target: { value: `${SESSION_ID}!` } });
      await userEvent.click(popover.getByText('Change'));
      expect(onChange).toHaveBeenCalledExactlyOnceWith(`${SESSION_ID}!`);
    });

    it('delete an entry, and offer nothing for what nobody may touch', async () => {
      const { onDelete } = editable(null);
      await userEvent.click(await within(cookie()).findByText('Delete cookie'));
      expect(onDelete).toHaveBeenCalledOnce();
      const token = panel(/localStorage, JWT/).getByRole('button', { name: 'access_token: show the whole value' });
      expect(within(open(token)).queryByText(/^Delete/)).toBeNull();
    });

    it('offer once for each browser and for the server what can happen to it', async () => {
      const { onAct } = editable(null);
      const offers = screen.getAllByRole('button', { name: /^What can happen here/ });
      expect(offers).toHaveLength(4);
      const restart = within(open(offers[1] ?? document.body)).getByText('Restart server');
      await userEvent.click(restart);
      expect(onAct).toHaveBeenCalledOnce();
    });

    it('say why nothing can be done just now, and do nothing', async () => {
      const { onDelete, onChange } = editable('The simulation is still loading.');
      const popover = within(cookie());
      expect(await popover.findByText('The simulation is still loading.')).toBeTruthy();
      await userEvent.click(popover.getByText('Delete cookie'));
      fireEvent.change(popover.getByLabelText('Change it by hand'), { target: { value: 'x' } });
      await userEvent.click(popover.getByText('Change'));
      expect(onDelete).not.toHaveBeenCalled();
      expect(onChange).not.toHaveBeenCalled();
    });
  });
});
