import { type PackedReading, unpackReading } from './parcel.ts';
import type { AnyReader } from './read-any.ts';
import { readPlain } from './read-plain.ts';
import type { Reading, ReadRequest } from './reading.ts';

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
  /**
   * Calls back at once for a short plain token, later for a long paste and for the first of any other kind, never for one that a later
   * request has overtaken. `failed`: what reads it could not be loaded.
   */
  readonly read: (request: ReadRequest, done: (reading: Reading) => void, failed?: () => void) => void;
}

/** As much of a worker as is needed. */
export type ReadWorker = Pick<Worker, 'postMessage' | 'addEventListener'>;

interface Pending {
  readonly request: ReadRequest;
  readonly done: (reading: Reading) => void;
  readonly failed: (() => void) | undefined;
}

/** Up to this many characters are read in less time than a message to a worker takes. */
const SHORT = 4096;

/**
 * @param startWorker is asked once, for the first long paste; where it fails, long pastes are read here.
 * @param readAny reads here what is more than a plain token.
 */
export function createReader(startWorker: () => ReadWorker, readAny: AnyReader): Reader {
  let lastId = 0;
  let pending: Pending | null = null;
  let worker: ReadWorker | null = null;
  let isBroken = false;

  const settle = (reading: Reading): void => {
    const settled = pending;
    pending = null;
    settled?.done(reading);
  };
  const readHere = (): void => {
    const asked = pending;
    if (!asked) return;
    const reading = readAny(asked.request);
    if (!(reading instanceof Promise)) {
      settle(reading);
      return;
    }
    reading.then(
      (late) => {
        if (pending === asked) settle(late);
      },
      () => {
        if (pending === asked) asked.failed?.();
      },
    );
  };
  const fail = (): void => {
    isBroken = true;
    worker = null;
    readHere();
  };
  const start = (): ReadWorker | null => {
    if (worker || isBroken) return worker;
    try {
      worker = startWorker();
    } catch {
      isBroken = true;
      return null;
    }
    worker.addEventListener('error', fail);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReport>) => {
      if (pending && data.id === lastId) settle(unpackReading(data.packed, pending.request.pasted));
    });
    return worker;
  };

  return {
    read(request, done, failed) {
      lastId += 1;
      pending = { request, done, failed };
      const isShort = request.pasted.length <= SHORT;
      const plain = isShort ? readPlain(request) : null;
      const away = isShort ? null : start();
      if (plain) settle(plain);
      else if (away) away.postMessage({ id: lastId, request } satisfies ReadOrder, []);
      else readHere();
    },
  };
}

export function startReadWorker(): Worker {
  return new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module', name: 'read' });
}
