/** Seconds since the world began as the tables of the subject write them: `0:55`, `168:00`, and with seconds where there are any: `2:29:59`. */
export function elapsedText(elapsed: number): string {
  const seconds = Math.abs(elapsed) % 60;
  const minutes = Math.floor(Math.abs(elapsed) / 60) % 60;
  const hours = Math.floor(Math.abs(elapsed) / 3_600);
  const text = `${hours}:${two(minutes)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
  return elapsed < 0 ? `−${text}` : text;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
