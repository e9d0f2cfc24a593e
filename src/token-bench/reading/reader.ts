import { type PackedReading, unpackReading } from './parcel.ts';
import { type Reading, type ReadRequest, readPaste } from './read-paste.ts';

export interface ReadOrder {
  readonly id: number;
  readonly request: ReadRequest;
}

export interface ReadReport {
  readonly id: number;
  readonly packed: PackedReading;
}

/** Reads pastes, one after the other: only the answer to the last request is ever given. */
export interface Reader {
  /** Calls back at once for a short paste, later for a long one, never for one that a later request has overtaken. */
  readonly read: (request: ReadRequest, done: (reading: Reading) => void) => void;
}

/** As much of a worker as is needed. */
export type ReadWorker = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** Up to this many characters are read in less time than a message to a worker takes. */
const SHORT = 4096;

/** @param startWorker is asked once, for the first long paste; where it fails, long pastes are read here. */
export function createReader(startWorker: () => ReadWorker): Reader {
  let lastId = 0;
  let pending: { readonly request: ReadRequest; readonly done: (reading: Reading) => void } | null = null;
  let worker: ReadWorker | null = null;
  let isBroken = false;

  const settle = (reading: (request: ReadRequest) => Reading): void => {
    if (!pending) return;
    const { request, done } = pending;
    pending = null;
    done(reading(request));
  };
  const fail = (): void => {
    isBroken = true;
    worker = null;
    settle(readPaste);
  };
  const start = (): ReadWorker | null => {
    if (worker || isBroken) return worker;
    try {
      worker = startWorker();
    } catch {
      fail();
      return null;
    }
    worker.addEventListener('error', fail);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReport>) => {
      if (data.id === lastId) settle(() => unpackReading(data.packed));
    });
    return worker;
  };

  return {
    read(request, done) {
      lastId += 1;
      pending = { request, done };
      const away = request.pasted.length > SHORT ? start() : null;
      if (!away) {
        settle(readPaste);
        return;
      }
      const order: ReadOrder = { id: lastId, request };
      away.postMessage(order, []);
    },
  };
}

export function startReadWorker(): Worker {
  return new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module', name: 'read' });
}
