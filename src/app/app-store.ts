import { createStore } from 'zustand/vanilla';
import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { RunProblem } from '#core/ports.ts';
import type { Theme } from '#kit/theme.ts';
import type { LinkProblem } from '#timeline/link-problems.ts';

export type Place = 'flows' | 'token';

/** `starting` until requests can be intercepted; a `RunProblem` where they cannot. */
export type LiveStatus = 'starting' | 'service-worker' | 'interceptor' | RunProblem;

/** Whether runs can be made here, now. */
export function isLive(status: LiveStatus): boolean {
  return status === 'service-worker' || status === 'interceptor';
}

export type InspectorTab = 'http' | 'code' | 'token' | 'bytes' | 'try';

export type DialogName = 'lessons' | 'help' | 'share' | 'settings-left' | 'settings-right' | 'words' | 'file-problem';

/** What was chosen to be explained: an event of one side, or a header field of it. */
export interface Explained {
  readonly column: Column;
  readonly event: EventId;
  readonly header: string | null;
}

/** What the shell remembers about itself: nothing of a run, which is the timeline's. */
export interface AppState {
  readonly place: Place;
  readonly live: LiveStatus;
  /** Why the link in the address bar could not be opened. */
  readonly linkProblem: LinkProblem | null;
  readonly dialog: DialogName | null;
  readonly palette: boolean;
  /** Which system stands there where only one fits. */
  readonly column: Column;
  readonly tab: InspectorTab;
  readonly explained: Explained | null;
  readonly reveal: 'reached' | 'all';
  /** Whether the speaker notes are shown: until the page is left. */
  readonly notes: boolean;
  readonly theme: Theme;
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly keysOn: boolean;
  /** A credential handed over to the token bench: in memory, never in the address. */
  readonly handOver: string | null;
  /** What could not be fetched: a lesson, by its title, and how to ask for it again. */
  readonly unavailable: { readonly title: string; readonly again: () => void } | null;
  /** Why the browser keeps nothing for the next visit; null where it does, and once the reader knows. */
  readonly forgets: 'blocked' | 'full' | null;
  /** Where the reader was at the last visit, as a link; offered, not forced. */
  readonly resume: string | null;
}

export const appStore = createStore<AppState>(() => ({
  place: 'flows',
  live: 'starting',
  linkProblem: null,
  dialog: null,
  palette: false,
  column: 'left',
  tab: 'http',
  explained: null,
  reveal: 'reached',
  notes: false,
  theme: 'system',
  keysOn: true,
  handOver: null,
  unavailable: null,
  forgets: null,
  resume: null,
}));

export const openDialog = (dialog: DialogName | null): void => appStore.setState({ dialog, palette: false });

/** Shows what the glossary says of an event. */
export function explain(event: EventId, column: Column): void {
  appStore.setState({ explained: { event, column, header: null } });
}
