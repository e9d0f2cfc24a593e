/** Only characters that tokens of any kind consist of. */
export function isTokenText(text: string): boolean {
  return /^[\w.~+/=:-]+$/.test(text);
}

/** How a JSON object begins in base64url: `{"`, `{ "`, `{` and a line break, `{}`. */
export const HEADER_START = String.raw`e(?:y[A-L]|w[0ok]|30(?=[=.]))`;

const LETTERS = String.raw`[\w+/-]*=*`;
const COMPACT = new RegExp(
  String.raw`^${HEADER_START}${LETTERS}\.${LETTERS}\.${LETTERS}(?:\.${LETTERS}\.${LETTERS})?(?:~[\w.~-]*)?$`,
);

/** A compact JWS or JWE or an SD-JWT by its shape: a header that begins like JSON, and two or four periods. */
export function isCompactShape(text: string): boolean {
  return COMPACT.test(text);
}

/** Parameter, cookie, header and member names under which credentials travel, without case, `-` and `_`. */
const CREDENTIAL_NAME =
  /^(?:(?:x)?(?:access|id|refresh|auth|authorization|session|csrf|xsrf|bearer|api|security|client|user|device)?(?:token|jwt)|token|jwt|jws|jwe|assertion|clientassertion|idtokenhint|logouttoken|samlresponse|samlrequest|request|session|sessionid|sid|sess|phpsessid|jsessionid|aspnetsessionid|connectsid|(?:x)?apikey|authorization|auth|credential|credentials|accesstokenjwt|host(?:session|access|refresh|token|auth)|secure(?:session|token))$/;

/** True for names such as `access_token`, `PHPSESSID`, `__Host-session`. */
export function isCredentialName(name: string): boolean {
  return name.length <= 64 && CREDENTIAL_NAME.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}
