export interface TimeMark {
  readonly name: string;
  readonly seconds: number;
  /** From 0 to 1 along the bar. */
  readonly place: number;
}

export interface TimeScale {
  /** In the order of time. */
  readonly marks: readonly TimeMark[];
  /** While the token is in force. `isEndless`: it has no `exp`. */
  readonly force: { readonly from: number; readonly to: number; readonly isEndless: boolean };
  readonly at: number;
}

/** Unix seconds, null for a claim that is not there. */
export interface TimeFacts {
  readonly iat: number | null;
  readonly nbf: number | null;
  readonly exp: number | null;
  readonly now: number;
}

/** The bar's ends lie a little beyond its outermost mark. */
const MARGIN = 0.06;
/** The token's own life takes at least so much of the bar, however long ago it was. */
const LIFE_SHARE = 0.5;

/**
 * Places the dates and now on a line. To scale, as long as the token's life stays visible: a life of an hour two years ago keeps half of
 * the line, and now stands at its end. Null without any date.
 */
export function timeScale({ iat, nbf, exp, now }: TimeFacts): TimeScale | null {
  const named = [
    { name: 'iat', seconds: iat },
    { name: 'nbf', seconds: nbf },
    { name: 'exp', seconds: exp },
  ].filter((mark): mark is { name: string; seconds: number } => mark.seconds !== null);
  if (named.length === 0) return null;
  const sorted = named.toSorted((a, b) => a.seconds - b.seconds);
  const place = placer(
    sorted.map(({ seconds }) => seconds),
    now,
  );
  const start = nbf ?? iat;
  return {
    marks: sorted.map((mark) => ({ ...mark, place: place(mark.seconds) })),
    force: {
      from: start === null ? 0 : place(start),
      to: exp === null ? 1 : Math.max(place(exp), start === null ? 0 : place(start)),
      isEndless: exp === null,
    },
    at: place(now),
  };
}

function placer(dates: readonly number[], now: number): (seconds: number) => number {
  const first = dates[0] ?? now;
  const last = dates.at(-1) ?? now;
  const life = last - first;
  const room = 1 - 2 * MARGIN;
  const whole = Math.max(last, now) - Math.min(first, now);
  const isToScale = whole === 0 || life / whole >= LIFE_SHARE;
  if (isToScale) {
    const start = Math.min(first, now);
    return (seconds) => (whole === 0 ? 0.5 : MARGIN + ((seconds - start) / whole) * room);
  }
  // Now is far away: the life keeps its half, the distance to now is squeezed into the other.
  const isPast = now > last;
  const lifeStart = isPast ? MARGIN : MARGIN + room * (1 - LIFE_SHARE);
  const within = (seconds: number): number =>
    lifeStart + (life === 0 ? 0.5 : (seconds - first) / life) * room * LIFE_SHARE;
  return (seconds) => {
    if (seconds > last) return 1 - MARGIN;
    return seconds < first ? MARGIN : within(seconds);
  };
}
