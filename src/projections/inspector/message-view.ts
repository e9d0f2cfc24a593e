import type { EventOf } from '#core/events.ts';
import { byteLength, type HeaderList, requestLine, statusLine } from '#core/http.ts';
import { oncePer } from '#core/once.ts';
import type { HttpField, HttpMessageView } from '../models.ts';

export type MessageEvent = EventOf<'request' | 'response'>;

/** Fields that say who is asking, or ask for it. */
const TELLING = new Set(['cookie', 'set-cookie', 'authorization', 'session-id', 'www-authenticate']);

const LINE_END = '\r\n'.length;

/** One message as it crosses the wire in HTTP/1.1 (RFC 9112 §2.1), with the bytes of every part. */
export const messageView = oncePer((event: MessageEvent): HttpMessageView => {
  const { message, credentials } = event;
  const startLine = event.kind === 'request' ? requestLine(event.message) : statusLine(event.message);
  const fields = fieldsOf(message.headers);
  const fieldBytes = fields.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    event: event.id,
    direction: event.kind,
    startLine,
    fields,
    body: message.body,
    bodyMarked: credentials.some(({ carrier }) => carrier === 'body'),
    // Start line and fields end with a line break each, and an empty line follows.
    headerBytes: byteLength(startLine) + LINE_END + fieldBytes + LINE_END,
    bodyBytes: byteLength(message.body),
    credentials,
  };
});

function fieldsOf(headers: HeaderList): readonly HttpField[] {
  return headers.map(([name, value]) => ({
    name,
    value,
    marked: TELLING.has(name.toLowerCase()),
    bytes: byteLength(name) + ': '.length + byteLength(value) + LINE_END,
  }));
}

/** The whole message as text, exactly as it would be sent. */
export function rawMessage({ startLine, fields, body }: HttpMessageView): string {
  const lines = [startLine, ...fields.map(({ name, value }) => `${name}: ${value}`)];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
