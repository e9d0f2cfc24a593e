import type { CarriedCredential } from '#core/events.ts';

export interface Piece {
  readonly text: string;
  /** null between credentials. */
  readonly form: CarriedCredential['form'] | null;
}

/** Cuts a text at the credentials in it, in order. Together the pieces are the text. */
export function splitCredentials(text: string, credentials: readonly CarriedCredential[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nearest(text, at, credentials);
    if (!next) break;
    if (next.at > at) pieces.push({ text: text.slice(at, next.at), form: null });
    pieces.push({ text: next.credential.text, form: next.credential.form });
    at = next.at + next.credential.text.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), form: null });
  return pieces;
}

function nearest(text: string, from: number, credentials: readonly CarriedCredential[]) {
  return credentials
    .filter((credential) => credential.text !== '')
    .map((credential) => ({ credential, at: text.indexOf(credential.text, from) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.credential.text.length - a.credential.text.length)
    .at(0);
}
