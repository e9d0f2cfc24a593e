import { tokenEntry } from '#glossary/token-entries.ts';
import { claimRule } from '#token/claim-names.ts';
import { readClaimValue } from '#token/claim-values.ts';
import type { JsonTree } from '#token/json-tree.ts';
import type { Segment } from '#token/segment.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { dateLines } from './dates.ts';
import type { Member } from './members.ts';

/** Which family of the glossary explains the names of a part; null: they mean what their maker says. */
export type NameFamily = 'jws-header' | 'jwe-header' | 'claim' | null;

export function nameFamily({ name }: Segment, form: ParsedToken['form']): NameFamily {
  if (name === 'payload') return 'claim';
  if (name !== 'header') return null;
  return form === 'jwe' || form === 'jwe-json' ? 'jwe-header' : 'jws-header';
}

/** What a member means, for the line beside it. */
export interface Explanation {
  /** What its value says: a date in two time zones, what the algorithm does. */
  readonly value: readonly string[];
  /** What the name stands for; null where nobody registered it. */
  readonly name: string | null;
}

const NOTHING: Explanation = { value: [], name: null };

/** Only outermost members have registered names. */
export function explainMember(tree: JsonTree, member: Member, family: NameFamily): Explanation {
  if (family === null || member.level !== 1 || member.name === null) return NOTHING;
  const { name } = member;
  return { value: explainValue(tree, member.node, name, family), name: tokenEntry(family, name)?.says ?? null };
}

function explainValue(tree: JsonTree, node: number, name: string, family: NameFamily): readonly string[] {
  if (family !== 'claim') {
    const says = name === 'alg' || name === 'enc' ? tokenEntry('algorithm', tree.string(node) ?? '')?.says : undefined;
    return says === undefined ? [] : [says];
  }
  const rule = claimRule(name);
  if (rule?.type !== 'numeric-date') return [];
  const value = readClaimValue(tree, node, rule.type);
  return value.kind === 'date' ? dateLines(value.date) : [];
}
