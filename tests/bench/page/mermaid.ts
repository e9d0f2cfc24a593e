import mermaid from 'mermaid';

/** What the bench can have this page do. */
export interface MermaidPage {
  /** Draws a sequence diagram. Resolves to the milliseconds until it is in the document and laid out. */
  draw(text: string): Promise<number>;
}

mermaid.initialize({ startOnLoad: false, maxTextSize: 100_000_000 });

let drawn = 0;

const mermaidPage: MermaidPage = {
  async draw(text) {
    const began = performance.now();
    const { svg } = await mermaid.render(`diagram-${(drawn += 1)}`, text);
    document.body.innerHTML = svg;
    document.body.getBoundingClientRect();
    const cost = performance.now() - began;
    if (document.querySelectorAll('svg .messageText').length === 0) throw new Error('mermaid drew no message');
    return cost;
  },
};

Object.assign(globalThis, { mermaidPage });
