import { expect, test } from 'vitest';
import { diagramModel } from '#projections/diagram/diagram.ts';
import { syntheticComparison } from '../projections/synthetic.ts';
import { mermaidText } from './mermaid-text.ts';

const model = diagramModel(syntheticComparison(200));

test('a diagram has its lifelines and as many messages as asked for', () => {
  const lines = mermaidText(model, 100).split('\n');
  expect(lines[0]).toBe('sequenceDiagram');
  expect(lines.filter((line) => line.startsWith('  participant '))).toHaveLength(6);
  expect(lines.filter((line) => line.includes('->>'))).toHaveLength(100);
});

test('the first messages are those of the trace, left before right', () => {
  const messages = mermaidText(model, 4)
    .split('\n')
    .filter((line) => line.includes('->>'));
  expect(messages.slice(0, 2)).toEqual(['  left0->>left1: POST /login.php', '  right0->>right1: POST /login.php']);
});

test('more messages than there are cannot be had', () => {
  expect(() => mermaidText(model, 10_000)).toThrow(RangeError);
});
