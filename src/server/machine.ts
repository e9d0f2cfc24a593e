import type { ChangeFact } from '#core/events.ts';
import { type SchemeId, SCHEME_TEXTS } from '#core/schemes.ts';
import { replaceRow } from './stores/access.ts';
import type { ServerCell } from './stores/state.ts';

/*
 * What happens to the machine that a server runs on, without any request.
 */

/** @param file one name, or `all`. Files that are not there change nothing. */
export function deleteFiles(
  server: ServerCell,
  file: string,
): readonly ChangeFact[] {
  const names = file === 'all' ? [...server.state.files.keys()] : [file];
  return names.flatMap((name) => replaceRow(server, 'files', name, null));
}

/**
 * What a process that ends loses and one that begins reads again: the secrets that its scheme signs with. It keeps nothing else in
 * memory, so its state is the same before and after; where the credential is a ticket, nothing is signed.
 */
export function memoryChanges(
  { state }: ServerCell,
  scheme: SchemeId,
  event: 'lost' | 'read',
): readonly ChangeFact[] {
  if (SCHEME_TEXTS[scheme].credential === 'ticket') return [];
  const area = { owner: 'app-1', name: 'secrets' } as const;
  return Object.entries(state.secrets).map(
    ([key, value]: [string, string]) => ({
      kind: 'change',
      area,
      key,
      before: event === 'lost' ? value : null,
      after: event === 'lost' ? null : value,
    }),
  );
}
