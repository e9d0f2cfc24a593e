import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { TimelineContext, useTimeline, useTimelineActions } from '#timeline/react.ts';
import { createTimeline } from '#timeline/store.ts';

test('a view follows what it selects and nothing else', () => {
  const timeline = createTimeline();
  const drawn = vi.fn<(speed: number) => void>();
  function Speed() {
    const speed = useTimeline((state) => state.speed);
    drawn(speed);
    return <p>{speed}</p>;
  }
  render(
    <TimelineContext value={timeline}>
      <Speed />
    </TimelineContext>,
  );
  act(() => timeline.actions.setSpeed(4));
  expect(screen.getByText('4')).toBeDefined();
  const { length } = drawn.mock.calls;
  act(() => timeline.actions.setBets(false));
  expect(drawn.mock.calls).toHaveLength(length);
});

test('the actions are the timeline’s own', () => {
  const timeline = createTimeline();
  const seen: unknown[] = [];
  function Actions() {
    seen.push(useTimelineActions());
    return null;
  }
  render(
    <TimelineContext value={timeline}>
      <Actions />
    </TimelineContext>,
  );
  expect(seen[0]).toBe(timeline.actions);
});
