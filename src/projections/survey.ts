import type { ActorId } from '#core/actors.ts';
import type { StoreName } from '#core/events.ts';
import { oncePer } from '#core/once.ts';
import { type Area, type AreaId, areaId } from '#core/state.ts';
import type { Trace } from '#core/trace.ts';

/** Who and what there is anywhere in a run: what has its place on screen before anything has happened. */
export interface Survey {
  readonly actors: ReadonlySet<ActorId>;
  readonly stores: ReadonlySet<StoreName>;
  /** Where something changes. */
  readonly areas: ReadonlySet<AreaId>;
}

/** One look at every event: all that opening a trace does for its whole length, but for aligning it. */
export const surveyOf = oncePer(({ events }: Trace): Survey => {
  const actors = new Set<ActorId>();
  const stores = new Set<StoreName>();
  const areas = new Set<AreaId>();
  let lastActor: ActorId | null = null;
  let lastArea: Area | null = null;
  // `forEach` makes nothing for an event; a loop over an iterator would.
  events.forEach((event) => {
    // Mostly as before.
    if (event.actor !== lastActor) actors.add(event.actor);
    lastActor = event.actor;
    if (event.kind === 'store') stores.add(event.store);
    else if (event.kind === 'change') {
      const { owner, name } = event.area;
      if (owner !== lastArea?.owner || name !== lastArea.name) areas.add(areaId(event.area));
      lastArea = event.area;
    }
  });
  return { actors, stores, areas };
});
