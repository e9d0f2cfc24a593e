/**
 * HTTP messages as plain data: what both sides of the wire record and what the panels show.
 * Names keep the case they are written in; look-ups ignore it (RFC 9110 §5.1).
 */
export type HeaderField = readonly [name: string, value: string];
export type HeaderList = readonly HeaderField[];

export type Method = string;

export interface HttpRequest {
  readonly method: Method;
  /** Absolute, without a fragment: `https://app.example/users.php?x=1`. */
  readonly url: string;
  readonly headers: HeaderList;
  /** The content as text; empty where there is none. */
  readonly body: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
}

/** The first field of that name, or null. */
export function header(headers: HeaderList, name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([field]) => field.toLowerCase() === wanted)?.[1] ?? null;
}

/** Every field of that name, in order: `Set-Cookie` is never combined (RFC 9110 §5.3). */
export function headerValues(headers: HeaderList, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([field]) => field.toLowerCase() === wanted).map(([, value]) => value);
}

export function withoutHeader(headers: HeaderList, name: string): HeaderList {
  const unwanted = name.toLowerCase();
  return headers.filter(([field]) => field.toLowerCase() !== unwanted);
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

/** The reason phrase of RFC 9110 §15, empty for a status this server never sends. */
export function reasonPhrase(status: number): string {
  return REASONS[status] ?? '';
}

/** `200 OK`. */
export function statusText(status: number): string {
  return `${status} ${reasonPhrase(status)}`.trimEnd();
}

/** Path and query of an absolute URL: the target in origin form (RFC 9112 §3.2.1). */
export function requestTarget(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** `GET /users.php HTTP/1.1` (RFC 9112 §3). */
export function requestLine({ method, url }: HttpRequest): string {
  return `${method} ${requestTarget(url)} HTTP/1.1`;
}

/** `HTTP/1.1 200 OK` (RFC 9112 §4). */
export function statusLine({ status }: HttpResponse): string {
  return `HTTP/1.1 ${statusText(status)}`;
}

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
