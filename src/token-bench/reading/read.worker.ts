import { packReading, transferables } from './parcel.ts';
import { readPaste } from './read-paste.ts';
import type { ReadOrder, ReadReport } from './reader.ts';

/** Reads long pastes off the page's own thread. */
globalThis.addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => {
  const packed = packReading(readPaste(data.request), data.request.pasted);
  const report: ReadReport = { id: data.id, packed };
  globalThis.postMessage(report, { transfer: transferables(packed) });
});
