/** Most characters of a diagram label, above and below its line. */
export const LABEL_MAX = 26;
export const SUBLABEL_MAX = 34;

const HEX_ID = /[0-9a-f]{16,}/gi;
const TOKEN = /[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g;
/** 256 bits in base64url, alone: no part of a token in three parts. */
const OPAQUE = /(?<![\w.-])[\w-]{43}(?![\w.-])/g;

/** True for three base64url segments: what a JWT looks like. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]{10,}\.[\w-]{10,}\.[\w-]*$/.test(text);
}

/** True for 256 bits in base64url and nothing else: what an opaque refresh token looks like. */
export function isOpaqueToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** `9f3c1e0b77…` → `9f3c1e…`: two ids differ in their first six characters. */
export function shortId(id: string): string {
  return id.length > 8 ? `${id.slice(0, 6)}…` : id;
}

/** `eyJ….eyJ….Qx3vR1…`: all tokens begin alike, signatures do not. */
export function shortToken(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return `${header.slice(0, 3)}….${payload.slice(0, 3)}….${shortId(signature)}`;
}

/** Shortens every id and token inside a text to what tells it from others. */
export function shortenValues(text: string): string {
  return text.replace(TOKEN, shortToken).replace(OPAQUE, shortId).replace(HEX_ID, shortId);
}

/** At most `max` characters; what is too long is cut in its middle, since both ends tell things apart. */
export function fit(text: string, max: number): string {
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  const head = Math.ceil((max - 1) / 2);
  const tail = max - 1 - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

/** A label: ids shortened first, so that a cut never falls into one. */
export function fitLabel(text: string): string {
  return fit(shortenValues(text), LABEL_MAX);
}

export function fitSublabel(text: string): string {
  return fit(shortenValues(text), SUBLABEL_MAX);
}

/** At most `max` characters from the beginning: for contents, which begin with what tells them apart. */
export function fitStart(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

/** As many of the names as there is room for. */
export function fitNames(names: readonly string[], max: number): string {
  for (let shown = names.length; shown > 0; shown -= 1) {
    const text = names.slice(0, shown).join(', ') + (shown < names.length ? ', …' : '');
    if (text.length <= max) return text;
  }
  return fit(names.join(', '), max);
}
