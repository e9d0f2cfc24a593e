/** A session id with one character changed: the last hex digit becomes the next one. */
export function withOtherEnd(id: string): string {
  const digit = Number.parseInt(id.slice(-1), 16);
  return id.slice(0, -1) + ((digit + 1) % 16).toString(16);
}
