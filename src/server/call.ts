import type { HttpRequest } from '#core/http.ts';
import type { Clock, Random, Recorder } from '#core/ports.ts';
import type { SchemeId } from '#core/schemes.ts';
import type { Settings } from '#core/settings.ts';
import type { ServerCell } from './stores/state.ts';

/** A request as it came off the wire: true header names, and the content as bytes, which may not be text at all. */
export interface ReceivedRequest extends Omit<HttpRequest, 'body'> {
  readonly bytes: Uint8Array;
}

/** What one request is answered with. All of it is handed in: the server reads no clock and no chance of its own. */
export interface ServerCall {
  readonly server: ServerCell;
  /** Bound to this server and to the exchange that the request belongs to. */
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  /** Those by which this site hands logins out: what there can be to end. All of them where nothing is said. */
  readonly schemes?: readonly SchemeId[];
}
