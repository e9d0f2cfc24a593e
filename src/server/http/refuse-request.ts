import type { Acts } from '#auth/acts.ts';
import { refusal } from '#auth/verdict.ts';
import type { RegionName } from '#core/events.ts';
import type { HeaderList, HttpResponse } from '#core/http.ts';
import { failure, type FailureCode } from './answers.ts';

/** What can be wrong with a request whoever sent it, in the order in which it counts. */
const REFUSALS = {
  'route-unknown': ['not_found', '15.5.5'],
  'method-not-allowed': ['method_not_allowed', '15.5.6'],
  'content-too-large': ['content_too_large', '15.5.14'],
  'media-type-unsupported': ['unsupported_media_type', '15.5.16'],
  'body-invalid': ['invalid_request', '15.5.1'],
  'server-fault': ['internal_error', '15.6.1'],
  'role-insufficient': ['forbidden', '15.5.4'],
  'account-unknown': ['not_found', '15.5.5'],
  'email-taken': ['invalid_request', '15.5.1'],
} as const satisfies Record<string, readonly [FailureCode, section: string]>;

/** Records why the request is refused and gives the answer. */
export function refuseRequest(
  acts: Pick<Acts, 'decide'>,
  reason: keyof typeof REFUSALS,
  code: RegionName,
  {
    headers,
    message,
  }: { readonly headers?: HeaderList; readonly message?: string } = {},
): HttpResponse {
  const [error, section] = REFUSALS[reason];
  const cites = [{ document: 'RFC 9110', section }];
  acts.decide('request', { ok: false, refusal: refusal(reason, cites) }, code);
  return failure(error, headers, message);
}
