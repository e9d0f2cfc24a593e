import { type ActorId, DEVICE_PHRASES, isDevice } from '#core/actors.ts';

/** Who does something, at the beginning of a sentence. `named`: several browsers act, so that each is called by its name. */
export function who(actor: ActorId, named: boolean): string {
  if (isDevice(actor)) return named ? DEVICE_PHRASES[actor].replace(/^the/, 'The') : 'The browser';
  if (actor === 'database') return 'The database';
  return actor === 'operator' ? 'The operator' : 'The server';
}

/** Who has a hand on the browser: not everybody who has is its owner. */
export function person(actor: ActorId, named: boolean): string {
  return named && isDevice(actor) ? `Somebody at ${DEVICE_PHRASES[actor]}` : 'The user';
}
