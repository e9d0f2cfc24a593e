const SIZES: Readonly<Record<string, number>> = {
  d: 86_400,
  day: 86_400,
  h: 3_600,
  hour: 3_600,
  m: 60,
  min: 60,
  minute: 60,
  s: 1,
  sec: 1,
  second: 1,
};

const PART = /(\d{1,9})\s*(days?|d|hours?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])\s*/gy;

/**
 * A length of time as people type it: hours and minutes (`1:30`), hours, minutes and seconds (`1:30:00`), or with units (`1 h 30 min`, `90min`),
 * as this app writes it. Null for everything else, a bare number among it: it does not say of what.
 */
export function readDuration(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const clock = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(typed);
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  return readParts(typed);
}

/** Each unit once, the larger first. */
function readParts(text: string): number | null {
  let seconds = 0;
  let read = 0;
  let last = Infinity;
  for (const [whole, count, unit = ''] of text.matchAll(PART)) {
    const size = SIZES[unit] ?? SIZES[unit.replace(/s$/, '')] ?? 0;
    if (size >= last) return null;
    last = size;
    seconds += Number(count) * size;
    read += whole.length;
  }
  return read > 0 && read === text.length ? seconds : null;
}
