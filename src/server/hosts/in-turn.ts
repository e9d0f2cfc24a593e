/** Does something when everything asked for before it is done, whatever became of that. */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** A queue of its own: first come, first served. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}
