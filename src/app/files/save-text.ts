/** Hands a text to the browser's own way of saving files. It leaves the page for the reader's disk and nowhere else. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click has been dealt with by then.
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
