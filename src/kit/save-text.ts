/** Hands a text to the browser's own way of saving files: it is made from memory, and leaves the page for the reader's disk and nowhere else. */
export function saveText(name: string, text: string, type: 'text/plain' | 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; a URL that is revoked sooner would fail in Firefox.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
