import type { Column, Comparison } from '#core/align.ts';
import type { TraceEvent } from '#core/events.ts';
import { bothColumns, clampCursor, eventsOf } from './cursor.ts';
import { entryName, textOf } from './entries.ts';
import { oncePer } from './memo.ts';
import type { TokenSide, TokenView } from './models.ts';
import { looksLikeToken } from './shorten.ts';

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
  return shown.find((side) => side.form !== 'pass' || side.name === 'access_token') ?? shown[0] ?? null;
}

function sidesOf(event: TraceEvent): readonly TokenSide[] {
  switch (event.kind) {
    case 'request':
    case 'response':
      return event.credentials.map(({ form, text }) => sideOf(text, form === 'refresh-token'));
    case 'change': {
      const name = entryName(event.area.name, event.key);
      if (event.area.name === 'files') return [sideOf(name.replace(/^sess_/, ''), false)];
      const text = textOf(event.after ?? event.before) ?? '';
      return looksLikeToken(text) || name === 'PHPSESSID' || name === 'session-id'
        ? [sideOf(text, name === 'refresh_token')]
        : [];
    }
    default:
      return [];
  }
}

function sideOf(text: string, isRefresh: boolean): TokenSide {
  if (text.includes('.')) return { form: 'pass', text, name: isRefresh ? 'refresh_token' : 'access_token' };
  return { form: 'ticket', text, note: ticketNote(text) };
}

function ticketNote(id: string): string {
  const bits = /^[0-9a-f]+$/i.test(id) ? ` ${id.length * 4} random bits:` : '';
  return `There is nothing to read in a session id.${bits} it means something only to the server that gave it out.`;
}
