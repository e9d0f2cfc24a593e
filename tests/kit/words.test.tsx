import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Credential } from '#kit/credential.tsx';
import { Icon, ICON_NAMES } from '#kit/icon.tsx';
import { MiddleText } from '#kit/middle-text.tsx';
import { Prose } from '#kit/prose.tsx';
import { TokenText } from '#kit/token-text.tsx';
import { Verdict } from '#kit/verdict.tsx';

describe('Prose', () => {
  it('sets what stands in backticks as code and nothing else', () => {
    const { container } = render(<Prose text="It sends `Authorization: Bearer` *once*, <b>not</b> twice." />);
    expect(container.textContent).toBe('It sends Authorization: Bearer *once*, <b>not</b> twice.');
    expect([...container.querySelectorAll('code')].map((code) => code.textContent)).toEqual(['Authorization: Bearer']);
  });

  it('leaves a lone backtick as it is', () => {
    const { container } = render(<Prose text="a ` b" />);
    expect(container.textContent).toBe('a ` b');
    expect(container.querySelector('code')).toBeNull();
  });
});

describe('Verdict', () => {
  it('says its word and repeats it by an icon that no one hears', () => {
    const { container } = render(<Verdict kind="wrong">Expired</Verdict>);
    expect(container.textContent).toBe('Expired');
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('Icon', () => {
  it.each(ICON_NAMES)('draws %s', (name) => {
    const { container } = render(<Icon name={name} />);
    expect(container.querySelector('path')?.getAttribute('d')).toMatch(/^M[\d.]/);
  });
});

describe('Credential', () => {
  it('is a ticket with its number', () => {
    const { container } = render(<Credential credential={{ form: 'ticket', name: 'PHPSESSID', short: '9f3c1e…' }} />);
    expect(container.textContent).toContain('PHPSESSID');
    expect(container.textContent).toContain('9f3c1e…');
  });

  it('is a pass with its three fields in their order', () => {
    render(<Credential credential={{ form: 'pass', name: 'access_token', fields: ['HS256', 'id 42', 'sig'] }} />);
    const fields = ['HS256', 'id 42', 'sig'].map((text) => screen.getByText(text).closest('[data-part]'));
    expect(fields.map((field) => field?.getAttribute('data-part'))).toEqual(['header', 'payload', 'signature']);
  });
});

describe('MiddleText and TokenText', () => {
  it.each(['', 'short', '9f3c1e0b77d24a6fb0c58e2d914f7a36'])('hold every character of "%s"', (text) => {
    expect(render(<MiddleText text={text} />).container.textContent).toBe(text);
  });

  it.each(['aaa.bbb.ccc', 'a.b', 'a.b.', 'a.b.c.d.e'])('hold every character of "%s" in three parts', (text) => {
    const { container } = render(<TokenText text={text} />);
    expect(container.querySelectorAll('[data-part]')).toHaveLength(3);
    expect(container.textContent?.replace(/\.$/, '')).toBe(text.replace(/\.$/, ''));
  });
});
