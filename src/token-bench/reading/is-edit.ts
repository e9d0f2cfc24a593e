/** As much as this of the longer text must be the same at both ends together. */
const KEPT = 0.8;

/** Whether a text is another one edited, or a new one. */
export function isEdit(before: string, after: string): boolean {
  const longer = Math.max(before.length, after.length);
  const shorter = Math.min(before.length, after.length);
  if (shorter === 0) return false;
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  const rest = shorter - head;
  while (tail < rest && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  return head + tail >= longer * KEPT;
}
