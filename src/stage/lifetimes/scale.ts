/** A stretch of time that is drawn much shorter than it is. Places are pixels. */
export interface AxisBreak {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export interface AxisTick {
  readonly at: number;
  readonly place: number;
}

/** Seconds on a line of pixels. Between two breaks every second is as long as anywhere else on the axis. */
export interface TimeScale {
  readonly width: number;
  /** The last second that it shows. */
  readonly last: number;
  readonly place: (seconds: number) => number;
  /** The second there, as round as a pixel is long. */
  readonly secondAt: (place: number) => number;
  readonly breaks: readonly AxisBreak[];
  readonly ticks: readonly AxisTick[];
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isBreak: boolean;
}

/** A gap that is longer than so many times everything shorter than it, taken together, is broken. */
const BREAKS_AT = 3;
/** Gaps up to three times this are never broken. */
const SHORTEST = 600;
const BREAK_WIDTH = 54;
/** After the last moment there is a little room, so that time can be drawn past it. */
const TAIL = 0.08;
const SHORTEST_TAIL = 60;
/** Pixels from one tick to the next, at least. */
const TICK_ROOM = 62;
/** Pixels from a tick that begins a stretch to any other. */
const LABEL_ROOM = 44;

/**
 * @param moments what there must be room for, sorted, from 0.
 * @param isTrue without breaks: every second the same length, however little is then to be seen.
 */
export function timeScale(moments: readonly number[], width: number, isTrue = false): TimeScale {
  const pieces = piecesOf(moments, isTrue ? Infinity : breakingLength(moments));
  const linear = pieces.reduce((sum, piece) => (piece.isBreak ? sum : sum + piece.to - piece.from), 0);
  const tail = Math.max(SHORTEST_TAIL, Math.ceil((linear * TAIL) / 60) * 60);
  const whole: readonly Piece[] = joined([
    ...pieces,
    { from: moments.at(-1) ?? 0, to: (moments.at(-1) ?? 0) + tail, isBreak: false },
  ]);
  const breakCount = whole.filter(({ isBreak }) => isBreak).length;
  const breakWidth = breakCount === 0 ? 0 : Math.min(BREAK_WIDTH, (width * 0.45) / breakCount);
  const perSecond = (width - breakCount * breakWidth) / (linear + tail);
  const spans = laidOut(whole, perSecond, breakWidth);
  const last = spans.at(-1)?.to ?? 0;
  const place = (seconds: number): number => {
    const span = spans.find(({ to }) => seconds <= to) ?? spans.at(-1);
    if (!span) return 0;
    const done = (Math.max(seconds, 0) - span.from) / (span.to - span.from);
    return span.start + Math.min(1, done) * (span.end - span.start);
  };
  return {
    width,
    last,
    place,
    secondAt(at) {
      const span = spans.find(({ end }) => at <= end) ?? spans.at(-1);
      if (!span) return 0;
      const done = Math.max(0, Math.min(1, (at - span.start) / (span.end - span.start)));
      const length = span.to - span.from;
      const unit = roundTo(length / Math.max(1, span.end - span.start));
      const second = Math.round((span.from + done * length) / unit) * unit;
      return Math.max(span.from, Math.min(span.to, second));
    },
    breaks: spans.filter(({ isBreak }) => isBreak),
    ticks: ticksOf(spans, perSecond),
  };
}

const ROUND = [1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 21_600, 86_400];

/** What a second under a pointer is rounded to, where a pixel is so many seconds long. */
function roundTo(seconds: number): number {
  return ROUND.find((unit) => unit >= seconds) ?? 604_800;
}

/** The shortest gap that is broken. */
function breakingLength(moments: readonly number[]): number {
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
  let shorter = 0;
  for (const gap of gaps.toSorted((a, b) => a - b)) {
    if (gap > BREAKS_AT * Math.max(SHORTEST, shorter)) return gap;
    shorter += gap;
  }
  return Infinity;
}

function piecesOf(moments: readonly number[], broken: number): readonly Piece[] {
  return moments.slice(1).map((to, index) => {
    const from = moments[index] ?? 0;
    return { from, to, isBreak: to - from >= broken };
  });
}

/** Stretches of one kind that touch are one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && !last.isBreak && !piece.isBreak) out[out.length - 1] = { ...last, to: piece.to };
    else if (piece.to > piece.from) out.push(piece);
  }
  return out;
}

type Span = Piece & AxisBreak;

function laidOut(pieces: readonly Piece[], perSecond: number, breakWidth: number): readonly Span[] {
  let start = 0;
  return pieces.map((piece) => {
    const length = piece.isBreak ? breakWidth : (piece.to - piece.from) * perSecond;
    const span = { ...piece, start, end: start + length };
    start = span.end;
    return span;
  });
}

const STEPS = [
  1, 5, 10, 30, 60, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000,
  31_536_000,
];

/** Round times where there is room for them, and the moment after each break. */
function ticksOf(spans: readonly Span[], perSecond: number): readonly AxisTick[] {
  const step = STEPS.find((seconds) => seconds * perSecond >= TICK_ROOM) ?? Infinity;
  const fixed = spans.flatMap((span, index) =>
    index === 0 || span.isBreak || spans[index - 1]?.isBreak ? [{ at: span.from, place: span.start }] : [],
  );
  const round = spans.flatMap((span) => {
    if (span.isBreak || step === Infinity) return [];
    const first = Math.ceil(span.from / step) * step;
    const count = Math.max(0, Math.floor((span.to - first) / step) + 1);
    return Array.from({ length: count }, (_, index) => {
      const at = first + index * step;
      return { at, place: span.start + (at - span.from) * perSecond };
    });
  });
  const free = round.filter(({ place }) => fixed.every((tick) => Math.abs(tick.place - place) >= LABEL_ROOM));
  return spaced([...fixed, ...free].toSorted((a, b) => a.at - b.at));
}

/** Where two would cover each other the earlier one stays. */
function spaced(ticks: readonly AxisTick[]): readonly AxisTick[] {
  const out: AxisTick[] = [];
  for (const tick of ticks) {
    if (tick.place - (out.at(-1)?.place ?? -Infinity) >= LABEL_ROOM - 4) out.push(tick);
  }
  return out;
}
