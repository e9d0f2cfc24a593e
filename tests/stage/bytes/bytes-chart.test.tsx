import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { BytesRow } from '#projections/models.ts';
import { scaleOf, share, sideOf } from '#stage/bytes/bars.ts';
import { BytesChart } from '#stage/bytes/bytes-chart.tsx';
import type { BytesChartProps } from '#stage/bytes/bytes-props.ts';
import { BYTES, NAMES } from '../fixtures.ts';

const side = (name: string) => within(screen.getByRole('region', { name: `Bytes, ${name}` }));

describe('the bytes chart', () => {
  it('gives the figures of each message in words, and the sums', () => {
    render(<BytesChart view={BYTES} names={NAMES} onExplain={() => undefined} />);
    expect(side('Session').getByText('64 of 1012 bytes are credential')).toBeTruthy();
    const [, answer] = side('JWT').getAllByRole('listitem');
    expect(answer?.textContent).toContain('548 credential bytes of / 790 B');
  });

  it('draws both systems on one scale', () => {
    const { container } = render(<BytesChart view={BYTES} names={NAMES} onExplain={() => undefined} />);
    const widths = [...container.querySelectorAll<HTMLElement>('li [data-part="credential"]')].map(
      ({ style }) => style.inlineSize,
    );
    expect(widths).toEqual(['0%', '4.1%', '4.1%', '0%', '0%', '69.4%', '38.2%', '0%']);
  });

  it('explains the message that is chosen', async () => {
    const onExplain = vi.fn<BytesChartProps['onExplain']>();
    render(<BytesChart view={BYTES} names={NAMES} onExplain={onExplain} />);
    await userEvent.click(side('JWT').getByRole('button', { name: 'GET /jwt_users.php' }));
    expect(onExplain).toHaveBeenCalledWith('e910', 'right');
  });

  it('draws the latest of many messages and counts them all', () => {
    const rows = Array.from({ length: 100 }, (_, index): BytesRow => ({
      event: `e${index}`,
      label: `GET /${index}`,
      credentialBytes: 10,
      totalBytes: 100,
    }));
    render(<BytesChart view={{ left: rows, right: [] }} names={NAMES} onExplain={() => undefined} />);
    expect(side('Session').getAllByRole('listitem')).toHaveLength(40);
    expect(side('Session').getByText('GET /99')).toBeTruthy();
    expect(side('Session').getByText('60 earlier messages are counted, not drawn.')).toBeTruthy();
    expect(side('Session').getByText('1000 of 10000 bytes are credential')).toBeTruthy();
    expect(side('JWT').getByText('No message yet.')).toBeTruthy();
  });
});

it('has a scale where there is no message', () => {
  const none = { left: [], right: [] };
  expect(scaleOf([sideOf(none, 'left'), sideOf(none, 'right')])).toBe(1);
  expect(share(0, 1)).toBe('0%');
});
