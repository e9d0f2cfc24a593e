import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layBands, layFrame, rowAt, scrollFor, windowOf } from '#stage/diagram/layout.ts';
import { LESSON, longModel, PHONE_LANES } from '../fixtures.ts';

const { lanes, rows } = LESSON;
const five = { left: PHONE_LANES, right: PHONE_LANES };

describe('the frame of the diagram', () => {
  it('puts both systems beside a spine on a wide page, and one alone on a narrow one', () => {
    expect(layFrame(lanes, 1000, 1, 'left').columns.map(({ column }) => column)).toEqual(['left', 'right']);
    const alone = layFrame(lanes, 390, 1, 'right');
    expect(alone.columns.map(({ column }) => column)).toEqual(['right']);
    expect(alone.spine).toBeNull();
    expect(alone.columns[0]?.width).toBe(390);
  });

  it('needs more room for more lifelines', () => {
    expect(layFrame(lanes, 620, 1, 'left').spine).not.toBeNull();
    expect(layFrame(five, 620, 1, 'left').spine).toBeNull();
    expect(layFrame(five, 720, 1, 'left').spine).not.toBeNull();
  });

  it('draws everything larger with the text, but rather gives up that than a system', () => {
    expect(layFrame(lanes, 2000, 2, 'left').rowHeight).toBe(2 * layFrame(lanes, 1000, 1, 'left').rowHeight);
    const tight = layFrame(lanes, 605, 1.25, 'left');
    expect(tight.spine).not.toBeNull();
    expect(tight.scale).toBeCloseTo(1, 1);
    expect(layFrame(lanes, 320, 1.25, 'left').scale).toBe(1.25);
  });

  it('leaves room left of the first lifeline for a box of common length', () => {
    const [left] = layFrame(lanes, 1000, 1, 'left').columns;
    expect((left?.lanes[0] ?? 0) - (left?.x ?? 0)).toBeGreaterThanOrEqual(84);
  });

  it('gives both systems the same lifelines at the same distances', () => {
    const [left, right] = layFrame(lanes, 1000, 1, 'left').columns;
    expect(left?.lanes.map((x) => Math.round(x - left.x))).toEqual(right?.lanes.map((x) => Math.round(x - right.x)));
  });

  it('keeps every lifeline inside its column, in order, at any size', () => {
    const anyLanes = fc.constantFrom(lanes, five);
    fc.assert(
      fc.property(
        anyLanes,
        fc.integer({ min: 200, max: 4000 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (some, width, scale) => {
          for (const column of layFrame(some, width, scale, 'left').columns) {
            const [first = 0, ...others] = column.lanes;
            expect(others.every((x, index) => x > (column.lanes[index] ?? 0))).toBe(true);
            expect(first).toBeGreaterThanOrEqual(column.x);
            expect(column.lanes.at(-1) ?? 0).toBeLessThanOrEqual(column.x + column.width);
          }
        },
      ),
    );
  });
});

describe('the bands of the rows', () => {
  const bands = layBands(LESSON, 68, 40);

  it('have one height, and one more where an intent has its heading', () => {
    const heights = rows.map((_, index) => bands.topOf(index + 1) - bands.topOf(index));
    expect(heights).toEqual(rows.map(({ heading }) => (heading === null ? 68 : 108)));
    expect(bands.total).toBe(heights.reduce((sum, height) => sum + height, 0));
  });

  it('find the row at any height', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: bands.total - 0.01, noNaN: true }), (y) => {
        const index = rowAt(bands, y);
        expect(bands.topOf(index)).toBeLessThanOrEqual(y);
        expect(bands.topOf(index + 1)).toBeGreaterThan(y);
      }),
    );
    expect(rowAt(bands, -5)).toBe(0);
    expect(rowAt(bands, bands.total + 5)).toBe(rows.length - 1);
  });

  it('hold no row where there is none', () => {
    const none = layBands({ rows: [], headed: [] }, 68, 40);
    expect(none.total).toBe(0);
    expect(windowOf(none, 0, 500)).toEqual({ from: 0, to: 0 });
  });
});

describe('the window', () => {
  it('holds every row in view and a number of rows that does not grow with the trace', () => {
    const bands = layBands(longModel(10_000), 68, 40);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: bands.total, noNaN: true }),
        fc.integer({ min: 0, max: 1200 }),
        (top, height) => {
          const { from, to } = windowOf(bands, top, height);
          expect(bands.topOf(from)).toBeLessThanOrEqual(top);
          expect(bands.topOf(to)).toBeGreaterThanOrEqual(Math.min(bands.total, top + height));
          expect(to - from).toBeLessThanOrEqual(Math.ceil(height / 68) + 15);
        },
      ),
    );
  });
});

describe('keeping a row in view', () => {
  const bands = layBands(longModel(400), 68, 40);
  const place = fc.tuple(
    fc.integer({ min: 0, max: 399 }),
    fc.double({ min: 0, max: bands.total - 600, noNaN: true }),
    fc.integer({ min: 200, max: 600 }),
  );

  it('leaves the view alone while the row and the next are in it', () => {
    const inView = bands.topOf(10);
    expect(scrollFor(bands, 12, inView, 600)).toBeNull();
  });

  it('brings the whole row into view, and then rests', () => {
    fc.assert(
      fc.property(place, ([index, top, height]) => {
        const target = scrollFor(bands, index, top, height);
        if (target === null) return;
        expect(bands.topOf(index)).toBeGreaterThanOrEqual(target - 1);
        expect(bands.topOf(index + 1)).toBeLessThanOrEqual(target + height + 1);
        expect(scrollFor(bands, index, target, height)).toBeNull();
      }),
    );
  });
});
