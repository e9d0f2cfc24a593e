import type { NetworkProblem } from '#core/own-facts.ts';

/** What a page is told when no answer comes: that it failed, and little else (Fetch standard, "network error"). */
export class NetworkError extends Error {
  readonly code: NetworkProblem;

  constructor(code: NetworkProblem) {
    super(code);
    this.name = 'NetworkError';
    this.code = code;
  }
}
