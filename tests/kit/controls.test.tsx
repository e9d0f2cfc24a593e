import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from '#kit/button.tsx';
import { CopyButton } from '#kit/copy-button.tsx';
import { Select } from '#kit/select.tsx';

describe('Button', () => {
  it('does not submit a form around it', async () => {
    const onSubmit = vi.fn<(event: { preventDefault(): void }) => void>((event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button>Open</Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('is called what its label says where it shows an icon alone', async () => {
    const onClick = vi.fn<() => void>();
    render(<IconButton icon="next" label="Next step" onClick={onClick} />);
    await userEvent.click(screen.getByRole('button', { name: 'Next step' }));
    expect(onClick).toHaveBeenCalledOnce();
  });
});

describe('Select', () => {
  const options = [
    { value: 'php-session', label: 'Session' },
    { value: 'jwt', label: 'JWT' },
  ] as const;

  it('is found by its label, shown or not, and reports the chosen value', async () => {
    const onChange = vi.fn<(value: 'php-session' | 'jwt') => void>();
    render(<Select label="Left system" value="php-session" options={options} onChange={onChange} />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Left system' }), 'JWT');
    expect(onChange).toHaveBeenCalledWith('jwt');
  });
});

describe('CopyButton', () => {
  it('copies the text as it is when pressed, and says so', async () => {
    const user = userEvent.setup();
    const text = vi.fn<() => string>(() => "curl 'https://app.example/'");
    render(<CopyButton label="Copy as curl" text={text} />);
    expect(text).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Copy as curl' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe("curl 'https://app.example/'");
  });

  it('says when the browser refuses', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    render(<CopyButton label="Copy link" text={() => 'x'} />);
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByText('Not copied')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'The browser refused' })).toBeTruthy();
  });
});
