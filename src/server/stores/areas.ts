import type { JsonObject } from '#core/json.ts';
import {
  AREAS,
  areaId,
  type AreaContent,
  type WorldState,
} from '#core/state.ts';
import type { DatabaseSnapshot } from '../sql/database.ts';
import type { ServerState, Table } from './state.ts';

/** A server's state as the areas that panels show and traces start from. */
export function areasOf(state: ServerState): WorldState {
  return {
    'app-1/files': content(state.files),
    'app-1/secrets': { ...state.secrets },
    'database/users': content(state.users),
    'database/denylist': content(state.denylist),
    'database/cutoffs': content(state.cutoffs),
    'database/throttle': content(state.throttle),
    ...(state.sql ? tableAreas(state.sql) : {}),
  };
}

/** Tables that are no area of the world's (a student may think of others) are left out. */
function tableAreas({ tables }: DatabaseSnapshot): WorldState {
  return Object.fromEntries(
    AREAS.filter((name) => name in tables).map((name) => [
      areaId({ owner: 'database', name }),
      tables[name] ?? {},
    ]),
  );
}

function content<Row extends JsonObject>(table: Table<Row>): AreaContent {
  return Object.fromEntries(
    [...table].map(([key, row]): [string, JsonObject] => [key, { ...row }]),
  );
}
