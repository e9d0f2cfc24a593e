/** A statement that joins a table with itself by every column: the work of its planning grows with the cube of the tables. */
export function joined(tables: number): string {
  const others = Array.from({ length: tables - 1 }, (_, at) => ` NATURAL JOIN users AS u${at}`);
  return `SELECT count(*) FROM users${others.join('')}`;
}

/** So many are still planned, on every machine, and no more. */
export const MOST_JOINED = 8;
