import type { Reading, ReadRequest } from './reading.ts';

/** Reads whatever was pasted: at once, or as soon as what reads it is there. */
export type AnyReader = (request: ReadRequest) => Reading | Promise<Reading>;

/** What reads more than a plain JWT is loaded with the first of such pastes, and is at hand for those that follow. */
export function createAnyReader(): AnyReader {
  let read: ((request: ReadRequest) => Reading) | null = null;
  return (request) => {
    if (read) return read(request);
    return import('./read-paste.ts').then(({ readPaste }) => {
      read = readPaste;
      return readPaste(request);
    });
  };
}
