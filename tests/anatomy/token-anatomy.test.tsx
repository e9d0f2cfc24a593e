import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { TokenAnatomy } from '#anatomy/token-anatomy.tsx';
import { HEADER, tokenText } from './tokens.ts';

const CLAIMS = '{"sub":"42","role":"admin","exp":1709503600}';

function row(name: string): HTMLElement {
  const header = screen.getAllByRole('rowheader').find(({ textContent }) => textContent === name);
  const found = header?.closest<HTMLElement>('[role="row"]');
  if (!found) throw new Error(`no row ${name}`);
  return found;
}

test('a token is shown in its three parts, each with its members or its bytes', () => {
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
    'Header',
    'Payload',
    'Signature',
  ]);
  const members = within(screen.getByRole('treegrid', { name: 'Payload: members' }));
  expect(members.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['sub', 'role', 'exp']);
});

test('registered names are explained on screen, and dates said', () => {
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  expect(row('exp').textContent).toContain('3 Mar 2024, 22:06:40');
  expect(row('alg').textContent).toContain('HMAC with SHA-256');
});

test('pointing at a member lights it, and says its bytes and characters', () => {
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  fireEvent.pointerOver(row('role'));
  expect(row('role').dataset['lit']).toBe('true');
  expect(screen.getByText(/^role: bytes 12–25, characters 16–34/)).toBeDefined();
});

test('pointing at a byte lights its member', () => {
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  const weave = screen.getByRole('grid', { name: 'Payload: characters over bytes' });
  const byte = weave.querySelector('[data-row="byte"][data-index="2"]');
  if (!byte) throw new Error('no byte 2');
  fireEvent.pointerOver(byte);
  expect(row('sub').dataset['lit']).toBe('true');
});

test('arrow keys walk the members, one tab stop for all', async () => {
  const user = userEvent.setup();
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  row('sub').focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(row('role'));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(row('exp'));
  expect(row('exp').tabIndex).toBe(0);
  expect(row('sub').tabIndex).toBe(-1);
  expect(row('exp').dataset['lit']).toBe('true');
});

test('arrow keys walk the characters and cross over to the bytes', async () => {
  const user = userEvent.setup();
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  const weave = screen.getByRole('grid', { name: 'Payload: characters over bytes' });
  weave.querySelector<HTMLElement>('[data-row="letter"][data-index="0"]')?.focus();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('byte 0, 7b');
});

test('what a stranger wrote is text, whatever it says', () => {
  const hostile = '{"<b>x</b>":"<img src=x onerror=alert(1)>","u":"javascript:alert(1)"}';
  const { container } = render(<TokenAnatomy text={tokenText(hostile)} />);
  expect(container.querySelector('img, b, a, script')).toBeNull();
  expect(row('<b>x</b>').textContent).toContain('<img src=x onerror=alert(1)>');
});

test('characters that hide or reorder are shown as escapes', () => {
  const { container } = render(<TokenAnatomy text={tokenText('{"a\u202Eb":"x\u200By\\u0000"}')} />);
  expect(container.textContent).not.toMatch(/[\u202E\u200B]/);
  expect(container.textContent).toContain(String.raw`a\u202Eb`);
});

test('a name that comes twice says which one parsers keep', () => {
  render(<TokenAnatomy text={tokenText('{"role":"member","rol\\u0065":"admin"}')} />);
  expect(row('role').textContent).toContain('most parsers lose this one');
  expect(screen.getByText(/most parsers keep this one/)).toBeDefined();
});

test('of five thousand members only those in view are drawn', () => {
  const claims = `{${Array.from({ length: 5000 }, (_, i) => `"claim_${i}":${i}`).join(',')}}`;
  render(<TokenAnatomy text={tokenText(claims)} />);
  const members = screen.getByRole('treegrid', { name: 'Payload: members' });
  expect(members.getAttribute('aria-rowcount')).toBe('5000');
  expect(members.children.length).toBeLessThan(60);
});

test('ten thousand levels are shown without an overflow', () => {
  render(<TokenAnatomy text={tokenText(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)} />);
  expect(screen.getByRole('treegrid', { name: 'Payload: members' }).children.length).toBeLessThan(60);
});

test('an empty signature says that nothing protects the token', () => {
  render(<TokenAnatomy text={tokenText(CLAIMS, '{"alg":"none"}').replace(/[^.]+$/, '')} />);
  expect(screen.getByText('Empty: nothing protects this token.')).toBeDefined();
});

test('a text that is no token is shown without parts', () => {
  render(<TokenAnatomy text="hello" />);
  expect(screen.queryAllByRole('region')).toEqual([]);
  expect(screen.getByText('hello')).toBeDefined();
});

test('the header is the one that was given', () => {
  render(<TokenAnatomy text={tokenText(CLAIMS)} />);
  expect(HEADER).toContain(row('typ').querySelector('[role="gridcell"]')?.textContent ?? 'nothing');
});
