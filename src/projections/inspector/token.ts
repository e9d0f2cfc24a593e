import type { Column, Comparison } from '#core/align.ts';
import type { CarriedCredential, TraceEvent } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import { carriedModel, storedForm } from '../credential.ts';
import { bothColumns, clampCursor, eventsOf } from '../cursor.ts';
import { entryName, textOf } from '../entries.ts';
import type { TokenSide, TokenView } from '../models.ts';
import { isOpaqueToken } from '../wording/shorten.ts';

/** The credential in play at `k`: the one last carried, made, or stored. */
export function tokenView(comparison: Comparison, k: number): TokenView {
  return bothColumns((column) => inPlay(comparison)[column][clampCursor(comparison, k)] ?? NONE_YET);
}

const NONE_YET: TokenSide = { form: 'none', note: 'Nobody has logged in yet: there is nothing to show.' };

/** For every cursor the credential in play; steps that show none go on with the last. */
const inPlay = oncePer((comparison: Comparison): Readonly<Record<Column, readonly TokenSide[]>> =>
  bothColumns((column) => {
    const sides: TokenSide[] = [NONE_YET];
    let current: TokenSide = NONE_YET;
    for (const step of comparison.steps) {
      current = shownIn(eventsOf(comparison, column, step[column])) ?? current;
      sides.push(current);
    }
    return sides;
  }),
);

/** A step that shows several is about its access token. */
function shownIn(events: readonly TraceEvent[]): TokenSide | null {
  const shown = events.flatMap(sidesOf);
  const access = shown.find((side) => side.form === 'pass' && side.name === 'access_token');
  return access ?? shown.find((side) => side.form === 'ticket') ?? shown[0] ?? null;
}

function sidesOf(event: TraceEvent): readonly TokenSide[] {
  switch (event.kind) {
    case 'request':
    case 'response':
      return event.credentials.map((one) => sideOf(carriedModel(one, event.message).name, one.text, one.form));
    case 'change': {
      const name = entryName(event.area.name, event.key);
      if (event.area.name === 'files') return [sideOf('PHPSESSID', name.replace(/^sess_/, ''), 'session-id')];
      const text = textOf(event.after ?? event.before) ?? '';
      const form = storedForm(name, text);
      return form === null ? [] : [sideOf(name, text, form)];
    }
    default:
      return [];
  }
}

function sideOf(name: string, text: string, form: CarriedCredential['form']): TokenSide {
  const isRefresh = form === 'refresh-token';
  if (text.includes('.')) return { form: 'pass', text, name: isRefresh ? 'refresh_token' : 'access_token' };
  return { form: 'ticket', name, text, note: ticketNote(text, isRefresh) };
}

function ticketNote(text: string, isRefresh: boolean): string {
  const what = isRefresh ? 'this refresh token' : 'a session id';
  const bits = isOpaqueToken(text) ? 256 : /^[0-9a-f]+$/i.test(text) ? text.length * 4 : null;
  const says = bits === null ? ' It' : ` ${bits} random bits: it`;
  return `There is nothing to read in ${what}.${says} means something only to the server that gave it out.`;
}
