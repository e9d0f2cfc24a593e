import { useEffect, useState } from 'react';

/** What a function promised, asked once; null until it is there. The function must stay the same. */
export function usePromise<T>(ask: () => Promise<T>): T | null {
  const [answer, setAnswer] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ask().then((value) => {
      if (isCurrent) setAnswer({ value });
    });
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  return answer?.value ?? null;
}
