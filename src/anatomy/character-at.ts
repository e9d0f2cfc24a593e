interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The offset of the character under a point in an element's text, or -1. By halving: the boxes of characters follow each other from
 * line to line, so a long text costs a dozen looks. No browser's own function does this for text behind a field.
 */
export function characterAt(element: Element, point: Point): number {
  const nodes = textNodes(element);
  const length = nodes.at(-1)?.end ?? 0;
  const range = document.createRange();
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const side = compare(boxOf(range, nodes, middle), point);
    if (side === 0) return middle;
    if (side < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

interface TextNode {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

function textNodes(element: Element): readonly TextNode[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: TextNode[] = [];
  for (let start = 0; walker.nextNode();) {
    const node = walker.currentNode as Text;
    nodes.push({ node, start, end: start + node.length });
    start += node.length;
  }
  return nodes;
}

function boxOf(range: Range, nodes: readonly TextNode[], offset: number): DOMRect | null {
  const found = nodes.find(({ end }) => offset < end);
  if (!found) return null;
  range.setStart(found.node, offset - found.start);
  range.setEnd(found.node, offset - found.start + 1);
  // At the end of a line there may be two: an empty one before the break.
  return [...range.getClientRects()].at(-1) ?? null;
}

/** Negative: the box comes before the point in reading order. */
function compare(box: DOMRect | null, { x, y }: Point): number {
  if (box === null) return -1;
  if (box.bottom <= y) return -1;
  if (box.top > y) return 1;
  if (box.right <= x) return -1;
  return box.left > x ? 1 : 0;
}
