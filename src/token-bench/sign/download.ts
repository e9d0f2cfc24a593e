/** Hands a text to the reader as a file, without any request: the browser makes it from memory. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has begun by then; a revoked URL would fail in Firefox.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
