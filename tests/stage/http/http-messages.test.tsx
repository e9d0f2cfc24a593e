import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { HttpMessagesProps } from '#stage/http/http-props.ts';
import { HttpMessages } from '#stage/http/http-messages.tsx';
import { ACCESS, HTTP, NAMES, REFRESH, SESSION_ID } from '../fixtures.ts';

const PROPS: HttpMessagesProps = {
  view: HTTP,
  standing: { left: 'acts', right: 'acts' },
  names: NAMES,
  curlOf: (event) => `curl for ${event}`,
  onExplainHeader: () => undefined,
};

const side = (name: string) => within(screen.getByRole('region', { name: `Messages, ${name}` }));

/** The first lines of what is open. */
const opened = (): readonly (string | null)[] =>
  [...document.querySelectorAll('details[open]')].map((one) => one.querySelector('summary')?.textContent ?? null);

describe('the HTTP messages', () => {
  it('are shown as they crossed the wire: start line, fields, content', () => {
    render(<HttpMessages {...PROPS} />);
    const request = side('Session').getByRole('article', { name: 'GET /users.php HTTP/1.1' });
    expect(request.textContent).toContain('Host: app.example');
    expect(request.textContent).toContain(`Cookie: PHPSESSID=${SESSION_ID}`);
    expect(request.textContent).toContain('149 B head');
  });

  it('mark the field this step is about', () => {
    render(<HttpMessages {...PROPS} />);
    const marked = [...document.querySelectorAll('[data-marked]')].map(({ textContent }) => textContent?.slice(0, 13));
    expect(marked).toContain('Cookie: PHPSE');
    expect(marked).toContain('Authorization');
  });

  it('colour each token in its three parts and lose no character of it', () => {
    render(<HttpMessages {...PROPS} />);
    const request = side('JWT').getByRole('article', { name: 'GET /jwt_users.php HTTP/1.1' });
    expect(request.textContent).toContain(`Bearer ${ACCESS}`);
    expect([...request.querySelectorAll('[data-part]')].map(({ textContent }) => textContent).join('.')).toBe(ACCESS);
  });

  it('set JSON out over lines, and show it exactly as sent when asked', async () => {
    render(<HttpMessages {...PROPS} />);
    const answer = side('JWT').getByRole('article', { name: 'HTTP/1.1 200 OK' });
    const body = answer.querySelector('pre');
    expect(body?.textContent).toContain('\n  "token_type": "Bearer"');
    await userEvent.click(
      within(answer).getByRole('button', { name: 'Exactly as sent, response, JWT', pressed: false }),
    );
    expect(body?.textContent).toBe(HTTP.right[1]?.body);
    expect(body?.textContent).toContain(REFRESH);
    expect(within(answer).getByRole('button', { name: 'Exactly as sent, response, JWT', pressed: true })).toBeTruthy();
  });

  it('copy a request as curl; an answer cannot be', async () => {
    const user = userEvent.setup();
    render(<HttpMessages {...PROPS} />);
    const copies = side('Session').getAllByRole('button', { name: /^Copy as curl/, hidden: true });
    expect(copies.map((copy) => copy.getAttribute('aria-label'))).toEqual(['Copy as curl, request, Session']);
    await user.click(side('Session').getByText('GET /users.php HTTP/1.1'));
    await user.click(side('Session').getByRole('button', { name: 'Copy as curl, request, Session' }));
    expect(await navigator.clipboard.readText()).toBe('curl for e900');
  });

  it('explain the field whose name is chosen', async () => {
    const onExplainHeader = vi.fn<HttpMessagesProps['onExplainHeader']>();
    render(<HttpMessages {...PROPS} onExplainHeader={onExplainHeader} />);
    await userEvent.click(side('JWT').getByText('GET /jwt_users.php HTTP/1.1'));
    await userEvent.click(side('JWT').getByRole('button', { name: 'Authorization, request, JWT' }));
    expect(onExplainHeader).toHaveBeenCalledWith('Authorization', 'e902', 'right');
  });

  it('are open where the row is about them, and folded to a line otherwise', () => {
    const { rerender } = render(<HttpMessages {...PROPS} view={{ left: HTTP.left, right: HTTP.right.slice(0, 1) }} />);
    expect(opened()).toEqual(['HTTP/1.1 200 OK', 'GET /jwt_users.php HTTP/1.1']);
    rerender(<HttpMessages {...PROPS} standing={{ left: 'earlier', right: 'acts' }} />);
    expect(opened()).toEqual(['HTTP/1.1 200 OK']);
    expect(side('Session').getByText('GET /users.php HTTP/1.1').textContent).toContain('earlier');
    expect(side('JWT').getByText('HTTP/1.1 200 OK').closest('details')?.open).toBe(true);
  });

  it('say so before the first request', () => {
    render(<HttpMessages {...PROPS} view={{ left: [], right: HTTP.right }} />);
    expect(side('Session').getByText('No request yet.')).toBeTruthy();
  });
});
