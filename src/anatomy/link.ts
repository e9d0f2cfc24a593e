import { createContext, use, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand/react';
import type { Range } from '#token/findings.ts';
import { nodeAtByte } from '#token/mapping.ts';
import type { Segment } from '#token/segment.ts';

/** What is lit in every view at once: some bytes of one part, and where the reader pointed to light them. */
export interface Lit {
  /** Compared by identity: what was lit in an older token is lit no more. */
  readonly segment: Segment;
  /** The bytes pointed at. */
  readonly bytes: Range;
  /** The member pointed at as a whole, or null where bytes or a character were. */
  readonly node: number | null;
  readonly from: 'text' | 'weave' | 'member' | 'finding';
}

interface LinkState {
  /** Under the pointer. */
  readonly hovered: Lit | null;
  /** Under the focus or last tapped: lit whenever nothing is hovered. */
  readonly chosen: Lit | null;
}

export type Link = StoreApi<LinkState>;

function createLink(): Link {
  return createStore<LinkState>(() => ({ hovered: null, chosen: null }));
}

/** Joins the views below it: what is pointed at in one is lit in all. */
export const LinkContext = createContext<Link>(createLink());

export function useLink(): Link {
  return use(LinkContext);
}

/** A link for one page or panel, to be given to `LinkContext`. */
export function useOwnLink(): Link {
  const [link] = useState(createLink);
  return link;
}

/** Lights what is under the pointer, null for nothing. Moving within the same place changes nothing. */
export function hover(link: Link, lit: Lit | null): void {
  if (!isSame(link.getState().hovered, lit)) link.setState({ hovered: lit });
}

/** Keeps what has the focus lit, null for nothing. */
export function choose(link: Link, lit: Lit | null): void {
  if (!isSame(link.getState().chosen, lit)) link.setState({ chosen: lit });
}

function isSame(a: Lit | null, b: Lit | null): boolean {
  if (a === null || b === null) return a === b;
  const isSameRange = a.bytes.start === b.bytes.start && a.bytes.end === b.bytes.end;
  return a.segment === b.segment && a.node === b.node && a.from === b.from && isSameRange;
}

/** What is lit in this part, or null. A view of another part is not drawn anew. */
export function useLitIn(segment: Segment): Lit | null {
  return useStore(useLink(), (state) => {
    const lit = state.hovered ?? state.chosen;
    return lit?.segment === segment ? lit : null;
  });
}

/** What is lit, in whatever part. */
export function useLit(): Lit | null {
  return useStore(useLink(), (state) => state.hovered ?? state.chosen);
}

/** The members that the lit bytes belong to: two, where a character carries bits of both. */
export function litNodes({ segment, bytes, node, from }: Lit): readonly number[] {
  if (node !== null) return [node];
  if (segment.json === null || from === 'finding') return [];
  const nodes: number[] = [];
  for (let byte = bytes.start; byte < Math.min(bytes.end, bytes.start + 2); byte += 1) {
    const place = nodeAtByte(segment.json, byte);
    const belongs = place !== null && place.part !== 'punctuation' && !nodes.includes(place.node);
    if (belongs) nodes.push(place.node);
  }
  return nodes;
}
