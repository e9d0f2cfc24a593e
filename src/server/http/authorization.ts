import { headerValues } from '#core/http.ts';
import type { ReceivedRequest } from '../call.ts';

/** The value of `Authorization`, null without one. A repeated header is no list: joined, it is one malformed credential. */
export function authorization({ headers }: ReceivedRequest): string | null {
  const values = headerValues(headers, 'Authorization');
  return values.length > 0 ? values.join(', ') : null;
}
