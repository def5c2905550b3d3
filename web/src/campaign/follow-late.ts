import { keepAsking } from '#web/browser/keep-asking.ts';
import type { followOpenCards } from './open-cards-live.ts';

/** The same once its code has come: nothing of it is needed for what is seen first. */
export function followLate(...given: Parameters<typeof followOpenCards>): () => void {
  const leaving = new AbortController();
  let stop = () => {};
  void keepAsking(() => import('./open-cards-live.ts'), { signal: leaving.signal }).then(
    (code) => {
      if (!leaving.signal.aborted) stop = code.followOpenCards(...given);
    },
    () => {},
  );
  return () => {
    leaving.abort();
    stop();
  };
}
