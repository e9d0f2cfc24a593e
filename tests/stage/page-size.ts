import { vi } from 'vitest';

/** Gives every element an inner size, which jsdom leaves at 0, and scrolling, which it lacks. */
export function pretendSize(width: number, height: number): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
  HTMLElement.prototype.scrollTo = scrollTo;
}

function scrollTo(this: HTMLElement, options?: ScrollToOptions | number): void {
  if (typeof options !== 'object' || options.top === undefined) return;
  this.scrollTop = options.top;
  this.dispatchEvent(new Event('scroll', { bubbles: true }));
}
