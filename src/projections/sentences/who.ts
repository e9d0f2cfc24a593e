import { type ActorId, DEVICE_PHRASES, isDevice } from '#core/actors.ts';
import type { ClientAction, EventOf } from '#core/events.ts';
import { ACTION_CLAUSES, HAND_CLAUSES } from './action-clauses.ts';

/** Who does something, at the beginning of a sentence. `named`: several browsers act, so that each is called by its name. */
export function who(actor: ActorId, named: boolean): string {
  if (isDevice(actor)) return named ? DEVICE_PHRASES[actor].replace(/^the/, 'The') : 'The browser';
  if (actor === 'database') return 'The database';
  return actor === 'operator' ? 'The operator' : 'The server';
}

/** Who has a hand on the browser: not everybody who has is its owner. */
function person(actor: ActorId, named: boolean): string {
  return named && isDevice(actor) ? `Somebody at ${DEVICE_PHRASES[actor]}` : 'The user';
}

/** What a browser does, or the person at it. */
export function actionSentence({ actor, name }: EventOf<'action'>, named: boolean): string {
  return isByHand(name)
    ? `${person(actor, named)} ${HAND_CLAUSES[name]}.`
    : `${who(actor, named)} ${ACTION_CLAUSES[name]}.`;
}

const isByHand = (name: ClientAction): name is keyof typeof HAND_CLAUSES => name in HAND_CLAUSES;
