import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import type { Bench } from '#token-bench/bench.ts';
import { BenchPage } from '#token-bench/page/bench-page.tsx';
import { putSample } from '#token-bench/samples/put-sample.ts';
import { SAMPLES } from '#token-bench/samples/samples.ts';
import { tokenText } from '../anatomy/tokens.ts';
import { createTestBench } from './benches.ts';

const SECRET = 'a-string-secret-at-least-256-bits-long';

beforeEach(() => {
  history.replaceState(null, '', '#/token');
});

function now(): number {
  return Math.floor(Date.now() / 1000);
}

async function open(bench: Bench = createTestBench()) {
  const view = render(<BenchPage bench={bench} />);
  return { bench, ...view };
}

async function openSample(id: string) {
  const bench = createTestBench();
  const sample = SAMPLES.find((candidate) => candidate.id === id);
  if (!sample) throw new Error(`no sample ${id}`);
  await putSample(bench, sample, now());
  const view = await open(bench);
  await waitFor(() => expect(bench.store.getState().verification).not.toBeNull());
  // The tools come for those who get as far as their place, which has no end of view here.
  await screen.findByRole('textbox', { name: 'Payload to sign' });
  return view;
}

function paste(text: string): void {
  fireEvent.change(screen.getByRole('textbox', { name: 'Token' }), { target: { value: text } });
}

function status(name: string): string {
  return screen.getByRole('status', { name }).textContent ?? '';
}

test('the empty page offers samples, each with what it teaches', async () => {
  const { bench } = await open();
  const shelf = within(screen.getByRole('region', { name: 'Samples' }));
  expect(shelf.getAllByRole('button')).toHaveLength(SAMPLES.length);
  await userEvent.click(shelf.getByRole('button', { name: /^An expired one/ }));
  await waitFor(() => expect(bench.store.getState().pasted).not.toBe(''));
  await waitFor(() => expect(status('Signature')).toContain('Matches this secret'));
  expect(status('Claims')).toContain('Expired');
});

test('the three verdicts have their names, and none speaks for another', async () => {
  await openSample('expired');
  expect(status('Format')).toContain('Well-formed JWT');
  expect(status('Signature')).toContain('Matches this secret');
  expect(status('Claims')).toContain('Expired');
});

test('a token is read out of a header line, and what was left out is said', async () => {
  await open();
  paste(`Authorization: Bearer ${tokenText('{"sub":"42"}')}`);
  expect(await screen.findByText(/Taken from an Authorization header; removed “Authorization: Bearer”/)).toBeDefined();
  expect(status('Format')).toContain('JWT');
});

test('a damaged token is repaired, and every removal is listed', async () => {
  await open();
  const token = tokenText('{"sub":"42"}');
  paste(`${token.slice(0, 50)}\n${token.slice(50)}`);
  expect(await screen.findByText(/As pasted, the token is not legal: the bench removed a line break/)).toBeDefined();
  expect(status('Format')).toContain('after repair');
});

test('of several tokens the reader chooses one', async () => {
  await open();
  paste(`{"access_token":"${tokenText('{"sub":"1"}')}","id_token":"${tokenText('{"sub":"2"}')}"}`);
  const choices = await screen.findAllByRole('radio');
  expect(choices).toHaveLength(2);
  await userEvent.click(choices[1] ?? document.body);
  const members = within(screen.getByRole('treegrid', { name: 'Payload: members' }));
  expect(members.getByText('"2"')).toBeDefined();
});

test('a new paste clears every old panel at once', async () => {
  await openSample('good');
  paste('just some text');
  expect(screen.queryByRole('region', { name: 'Payload' })).toBeNull();
  expect(status('Signature')).not.toContain('Matches');
  expect((await screen.findByRole('region', { name: 'What it is' })).textContent).toContain(
    'This is not a JWT, it is plain text',
  );
});

test('a typed key verifies, and it is said that checking is not signing', async () => {
  await openSample('weak');
  await userEvent.type(screen.getByRole('textbox', { name: 'Verification key' }), 'qwerty123');
  await waitFor(() => expect(status('Signature')).toContain('Matches, with a weak secret'));
  expect(await screen.findByText(/signing is a different act/)).toBeDefined();
});

test('the encrypted sample opens, and the token inside goes onto the bench and back', async () => {
  const { bench } = await openSample('jwe');
  await userEvent.click(await screen.findByRole('button', { name: 'Open the token inside' }));
  expect(bench.store.getState().reading?.token.form).toBe('jws');
  await userEvent.click(screen.getByRole('button', { name: 'Back to the token around it' }));
  expect(bench.store.getState().reading?.token.form).toBe('jwe');
});

test('each finding says why, what to do, and where it is written', async () => {
  await openSample('none');
  const findings = screen.getByRole('region', { name: 'Findings' });
  expect(findings.textContent).toContain('anybody could have written this');
  expect(findings.textContent).toContain('never none');
  expect(within(findings).getByRole('link', { name: 'RFC 8725bis §3.2' }).getAttribute('rel')).toContain('noreferrer');
});

test('nothing that a token says becomes markup', async () => {
  const { container } = await open();
  const before = container.querySelectorAll('img, script, iframe').length;
  paste(
    tokenText(
      '{"sub":"<img src=x onerror=alert(1)>","iss":"javascript:alert(1)"}',
      '{"alg":"<script>","kid":"../../etc"}',
    ),
  );
  expect(container.querySelectorAll('img, script, iframe').length).toBe(before);
  expect([...container.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript:'))).toEqual([]);
});

test('edit, sign with a fresh key, and read the new token above', async () => {
  const { bench } = await openSample('good');
  const payload = screen.getByRole('textbox', { name: 'Payload to sign' });
  fireEvent.change(payload, { target: { value: '{"sub":"42","role":"root"}' } });
  expect(screen.getByText('Not signed yet')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Make a fresh key' }));
  await screen.findByText(/Made here, kept nowhere/);
  await userEvent.click(screen.getByRole('button', { name: 'Sign' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Read it above' }));
  expect(bench.store.getState().pasted).toContain('.');
  await waitFor(() => expect(status('Signature')).toContain('Matches this secret'));
  expect(within(screen.getByRole('treegrid', { name: 'Payload: members' })).getByText('"root"')).toBeDefined();
});

test('signing without a key says what is missing', async () => {
  await openSample('good');
  await userEvent.click(screen.getByRole('button', { name: 'Sign' }));
  expect((await screen.findByRole('alert')).textContent).toContain('no key to sign with');
});

test('one turned bit, and the key notices', async () => {
  await openSample('good');
  await userEvent.click(screen.getByRole('tab', { name: 'Tamper' }));
  await waitFor(() => expect(status('Verdict on the tampered token')).toContain('Matches this secret'));
  await userEvent.click(screen.getByRole('button', { name: /^bit 6:/ }));
  await waitFor(() => expect(status('Verdict on the tampered token')).toContain('Does not match'));
  await userEvent.click(screen.getByRole('button', { name: 'Undo all' }));
  await userEvent.click(screen.getAllByRole('button', { name: /^Twin/ })[0] ?? document.body);
  await waitFor(() => expect(status('Verdict on the tampered token')).toContain('Matches this secret'));
});

test('two tokens are compared member by member', async () => {
  await openSample('good');
  await userEvent.click(screen.getByRole('tab', { name: 'Compare' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Token to compare with' }), {
    target: { value: tokenText('{"role":"member"}') },
  });
  expect(screen.getByRole('row', { name: /differs\s*role\s*"admin"\s*"member"/ })).toBeDefined();
});

test('a link leaves the signature out unless the reader insists, and is warned', async () => {
  await openSample('good');
  await userEvent.click(screen.getByRole('tab', { name: 'Share' }));
  expect(screen.getByText(/Whoever has the link can read the token/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Copy the link' })).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'The whole token' }));
  expect(screen.queryByRole('button', { name: 'Copy the link' })).toBeNull();
  await userEvent.click(screen.getByRole('checkbox', { name: /as good as the login/ }));
  expect(screen.getByRole('button', { name: 'Copy the link' })).toBeDefined();
});

test('a token that comes with the address is read, and taken out of the address', async () => {
  const token = tokenText('{"sub":"42"}');
  history.replaceState(null, '', `#/token?t=${token}`);
  const { bench } = await open();
  expect(bench.store.getState().pasted).toBe(token);
  expect(location.hash).toBe('#/token');
  expect(screen.getByText(/taken out of the address again/)).toBeDefined();
});

test('a long text stays out of the native field, which goes on taking pastes', async () => {
  await open();
  const long = tokenText(`{"a":"${'x'.repeat(80_000)}"}`);
  fireEvent.paste(screen.getByRole('textbox', { name: 'Token' }), { clipboardData: { getData: () => long } });
  await screen.findByRole('region', { name: 'Text of the token' });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Token' });
  expect(field.value).toBe('');
  expect([...document.querySelectorAll('textarea')].filter(({ value }) => value.length > 40_000)).toEqual([]);
  expect(status('Format')).toContain('Well-formed JWT');
  fireEvent.paste(field, { clipboardData: { getData: () => tokenText('{"sub":"42"}') } });
  await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Token' }).value).not.toBe(''));
});

test('nothing is stored, whatever is pasted', async () => {
  await openSample('good');
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
  expect(document.cookie).toBe('');
  expect(location.href).not.toContain('eyJ');
});

/** Colours are not computed here: the theme's own test holds their contrast. */
async function violations(container: Element): Promise<readonly string[]> {
  const { violations: found } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test('the empty page has no accessibility violation', async () => {
  const { container } = await open();
  expect(await violations(container)).toEqual([]);
});

test.each(SAMPLES.map(({ id }) => id))('the sample %s has no accessibility violation', async (id) => {
  const { container } = await openSample(id);
  expect(await violations(container)).toEqual([]);
});

test.each(['Edit and sign', 'Tamper', 'Guess the secret', 'Compare', 'Share'])(
  'the tool %s has no accessibility violation',
  async (name) => {
    const { container } = await openSample('good');
    await userEvent.click(screen.getByRole('tab', { name }));
    await act(async () => undefined);
    expect(await violations(container)).toEqual([]);
  },
);

test('a verified key is never shown as trust', async () => {
  const { bench, container } = await openSample('good');
  bench.setKey({ text: SECRET });
  await waitFor(() => expect(status('Signature')).toContain('Matches'));
  expect(container.textContent).not.toMatch(/trusted|authentic|safe to use/i);
});

test('the tools are there by name at once, and come when somebody turns to them', async () => {
  await open();
  expect(screen.getAllByRole('tab')).toHaveLength(5);
  expect(screen.queryByRole('textbox', { name: 'Payload to sign' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Write and sign a token' }));
  expect(await screen.findByRole('textbox', { name: 'Payload to sign' })).toBeDefined();
});
