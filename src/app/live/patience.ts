/** The promise's value, or null when it takes longer than that, or fails. Real time: only the page's own start-up waits like this. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds, null);
    promise
      .then(resolve, () => resolve(null))
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
