import type { Acts } from '#auth/acts.ts';
import type { HttpResponse } from '#core/http.ts';
import type { JsonObject } from '#core/json.ts';
import type { ReceivedRequest } from '../call.ts';
import { readBody } from '../http/read-body.ts';
import { refuseRequest } from '../http/refuse-request.ts';

/** The content of a request about an account, or the answer to what is none. */
export type Content<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly answer: HttpResponse };

/** What a reader of members is told besides: in a form every value is text. */
export type MemberReader<T> = (
  members: JsonObject,
  isForm: boolean,
) => T | null;

// region: members.read
/**
 * JSON or a form.
 * @param read null where the members are not as they must be.
 * @param needed how they must be, in words.
 */
export function readMembers<T>(
  acts: Acts,
  request: ReceivedRequest,
  read: MemberReader<T>,
  needed: string,
): Content<T> {
  const body = readBody(request);
  if (body.kind === 'unsupported') {
    // region: members.read/media-type
    const code = 'members.read/media-type';
    const answer = refuseRequest(acts, 'media-type-unsupported', code);
    return { ok: false, answer };
    // endregion
  }
  const value =
    'members' in body ? read(body.members, body.kind === 'form') : null;
  if (value === null) {
    // region: members.read/content
    const code = 'members.read/content';
    const how = { message: needed };
    const answer = refuseRequest(acts, 'body-invalid', code, how);
    return { ok: false, answer };
    // endregion
  }
  return { ok: true, value };
}
// endregion
