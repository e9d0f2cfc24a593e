import type { HttpRequest } from '#core/http.ts';

/** The request as one `curl` command for a POSIX shell. */
export declare function curlCommand(request: HttpRequest): string;
