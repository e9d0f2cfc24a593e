import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrow, placeArrow } from '#stage/diagram/arrow-place.ts';
import { type Box, placeBox } from '#stage/diagram/box-place.ts';
import { type ColumnFrame, type Frame, layFrame } from '#stage/diagram/layout.ts';
import { packetWidth, placeMark, placePacket } from '#stage/diagram/packet-place.ts';
import { FONT, placeGap, type TextPlace } from '#stage/diagram/text-place.ts';
import { arrow, box, LESSON, PASS, PHONE_LANES, TICKET } from '../fixtures.ts';

const PLACES: readonly (readonly [Frame, ColumnFrame])[] = [
  ...[320, 390, 740, 1000, 1600].map((width) => layFrame(LESSON.lanes, width, 1, 'left')),
  layFrame(LESSON.lanes, 1440, 1.25, 'left'),
  layFrame({ left: PHONE_LANES, right: PHONE_LANES }, 320, 1, 'right'),
  layFrame({ left: PHONE_LANES, right: PHONE_LANES }, 1100, 1, 'left'),
].flatMap((frame) => frame.columns.map((column) => [frame, column] as const));

const somewhere = fc.constantFrom(...PLACES);
const words = (max: number) => fc.string({ minLength: 1, maxLength: max });

function inside(place: TextPlace, column: ColumnFrame): void {
  expect(place.patch.x).toBeGreaterThanOrEqual(column.x - 0.5);
  expect(place.patch.x + place.patch.width).toBeLessThanOrEqual(column.x + column.width + 0.5);
}

describe('an arrow', () => {
  it('runs between its lifelines, its head at the end', () => {
    const frame = layFrame(LESSON.lanes, 1000, 1, 'left');
    const [column] = frame.columns;
    if (!column) throw new Error('no column');
    const there = placeArrow(arrow(0, 1, 'GET /') as Arrow, column, frame);
    expect(there.x1).toBeGreaterThan(column.lanes[0] ?? 0);
    expect(there.x2).toBeLessThan(column.lanes[1] ?? 0);
    expect(there.x1).toBeLessThan(there.x2);
    const back = placeArrow(arrow(1, 0, '200 OK') as Arrow, column, frame);
    expect(back.x1).toBeGreaterThan(back.x2);
  });

  it('keeps its words inside the column, above and below the line, at any width', () => {
    fc.assert(
      fc.property(somewhere, words(26), words(34), ([frame, column], label, sublabel) => {
        const place = placeArrow(arrow(0, 1, label, sublabel) as Arrow, column, frame);
        inside(place.label, column);
        if (place.sublabel) inside(place.sublabel, column);
        expect(place.label.baseline).toBeLessThan(place.y);
        expect(place.sublabel?.patch.y ?? 0).toBeGreaterThan(place.y);
      }),
    );
  });

  it('shows labels of the longest kind whole where two systems stand side by side', () => {
    const frame = layFrame(LESSON.lanes, 740, 1, 'left');
    const [column] = frame.columns;
    if (!column) throw new Error('no column');
    const place = placeArrow(arrow(0, 1, 'x'.repeat(26), 'y'.repeat(34)) as Arrow, column, frame);
    expect(place.label.text).toBe('x'.repeat(26));
    expect(place.sublabel?.text).toBe('y'.repeat(34));
  });

  it('never writes smaller than twelve pixels', () => {
    expect(Math.min(...Object.values(FONT))).toBeGreaterThanOrEqual(12);
  });
});

describe('the packet', () => {
  it('covers no word of its arrow, whole or as a mark', () => {
    fc.assert(
      fc.property(
        somewhere,
        fc.constantFrom(TICKET, PASS),
        fc.boolean(),
        fc.constantFrom([0, 1], [1, 0]),
        ([frame, column], credential, now, [from = 0, to = 1]) => {
          const place = placeArrow(arrow(from, to, 'GET /users.php', 'Cookie', { credential }) as Arrow, column, frame);
          const packet = placePacket(place, credential, now, column, frame.scale);
          const half = 12 * frame.scale;
          const descent = place.label.baseline + place.label.size * 0.25;
          expect(packet.y - half).toBeGreaterThanOrEqual(descent - 1);
          const ascent = (place.sublabel?.baseline ?? Infinity) - (place.sublabel?.size ?? 0) * 0.7;
          expect(packet.y + half).toBeLessThanOrEqual(ascent);
        },
      ),
    );
  });

  it('stays inside its column and rests on the side of the receiver', () => {
    fc.assert(
      fc.property(somewhere, fc.constantFrom(TICKET, PASS), ([frame, column], credential) => {
        const place = placeArrow(arrow(0, 1, 'GET /', null, { credential }) as Arrow, column, frame);
        const packet = placePacket(place, credential, true, column, frame.scale);
        const half = (packet.whole ? packetWidth(credential) * frame.scale : 22 * frame.scale) / 2;
        expect(packet.x - half).toBeGreaterThanOrEqual(column.x);
        expect(packet.x + half).toBeLessThanOrEqual(column.x + column.width);
        expect(packet.x + half).toBeLessThanOrEqual(place.x2 + 8 * frame.scale);
      }),
    );
  });

  it('is shown whole on the current row alone', () => {
    const frame = layFrame(LESSON.lanes, 1000, 1, 'left');
    const [column] = frame.columns;
    if (!column) throw new Error('no column');
    const place = placeArrow(arrow(0, 1, 'GET /', null, { credential: PASS }) as Arrow, column, frame);
    expect(placePacket(place, PASS, true, column, 1).whole).toBe(true);
    expect(placePacket(place, PASS, false, column, 1).whole).toBe(false);
  });
});

describe('a box', () => {
  it('holds its words and icons, and stays inside the column, at any width', () => {
    const acts = fc.constantFrom<Box['act'][]>(
      'crypto',
      'keep',
      'drop',
      'decide',
      'miss',
      'person',
      'clock',
      'setting',
    );
    fc.assert(
      fc.property(
        somewhere,
        acts,
        words(26),
        fc.integer({ min: 0, max: 2 }),
        fc.option(fc.boolean()),
        ([frame, column], act, label, lane, ok) => {
          const cell = box(lane, act, label, {
            sublabel: 'HS256',
            aside: 'nothing stored',
            ...(ok === null ? {} : { ok }),
          });
          const place = placeBox(cell as Box, column, frame);
          expect(place.x).toBeGreaterThanOrEqual(column.x);
          expect(place.x + place.width).toBeLessThanOrEqual(column.x + column.width);
          expect(place.icon.x).toBeGreaterThanOrEqual(place.x);
          const end = place.label.x + (place.label.patch.width - place.label.size * 0.5) / 2;
          expect(end).toBeLessThanOrEqual(place.x + place.width);
          if (!place.aside) return;
          const { patch } = place.aside;
          expect(patch.x >= place.x + place.width || patch.x + patch.width <= place.x).toBe(true);
          inside(place.aside, column);
        },
      ),
    );
  });

  it('stands centred on its lifeline, the first one too, where there is room', () => {
    const frame = layFrame({ left: PHONE_LANES.slice(1), right: PHONE_LANES.slice(1) }, 1060, 1, 'left');
    const [column] = frame.columns;
    if (!column) throw new Error('no column');
    const place = placeBox(box(0, 'person', 'press “Log out”') as Box, column, frame);
    expect(place.x + place.width / 2).toBeCloseTo(column.lanes[0] ?? 0);
  });

  it('says below what finds no room beside it', () => {
    const frame = layFrame(LESSON.lanes, 320, 1, 'right');
    const [column] = frame.columns;
    if (!column) throw new Error('no column');
    const cell = box(1, 'crypto', 'x'.repeat(26), { sublabel: 'HS256', aside: 'nothing stored' });
    const place = placeBox(cell as Box, column, frame);
    expect(place.aside).toBeNull();
    expect(place.sublabel?.text).toBe('nothing stored · HS256');
  });

  it('has the credential it holds in the place of its icon', () => {
    const frame = layFrame(LESSON.lanes, 1000, 1, 'left');
    const [column] = frame.columns;
    if (!column) throw new Error('no column');
    const place = placeBox(box(0, 'keep', 'cookie jar', { credential: TICKET }) as Box, column, frame);
    const mark = placeMark(place, 1);
    expect(mark.x).toBeGreaterThan(place.x);
    expect(mark.x + 11).toBeLessThan(place.label.x - place.label.patch.width / 2 + place.label.size);
  });
});

it('says a gap in the middle of its column', () => {
  for (const [frame, column] of PLACES) {
    const place = placeGap('nothing stored', column, frame);
    expect(place.text).toBe('nothing stored');
    expect(place.x).toBeCloseTo(column.x + column.width / 2);
  }
});
