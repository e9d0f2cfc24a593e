/** Closes the popover that an element stands in, as the browser does: focus goes back to what opened it. */
export function closePopoverAround(element: Element): void {
  element.closest<HTMLElement>('[popover]')?.hidePopover();
}
