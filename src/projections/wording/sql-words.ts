import type { StoreFact } from '#core/events.ts';
import { counted } from './counted.ts';

/** What a statement is in a few words: its verb and its table, `SELECT … JOIN` where it reads two. */
export function statementLabel(statement: string): string {
  const [verb = ''] = /^\w+/.exec(statement.trim()) ?? [];
  if (/\bJOIN\b/i.test(statement)) return `${verb.toUpperCase()} … JOIN`;
  const [, before = '', table] = /\b(FROM|INTO|UPDATE)\s+(\w+)/i.exec(statement) ?? [];
  if (table === undefined) return verb.toUpperCase();
  const isSaid = ['INSERT', 'DELETE'].includes(verb.toUpperCase());
  return `${verb.toUpperCase()} ${isSaid ? `${before.toUpperCase()} ` : ''}${table}`;
}

/** `sessions, users · 1 row`: where a statement reads or writes, and what came of it. */
export function statementOutcome(statement: string, { rows }: Pick<StoreFact, 'rows'>): string {
  const found = counted(rows, 'row');
  const named = [...statement.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/gi)].map(([, table]) => table);
  const tables = [...new Set(named)];
  return tables.length > 1 ? `${tables.join(', ')} · ${found}` : found;
}
