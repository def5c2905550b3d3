/** In so many pieces a wait is cut: between two of them this process reads what has come. */
const PIECES = 8;

/**
 * Gives up when so long (ms) has passed without what is waited for, and this process could have heard it: while it stands
 * still, as when thousands connect in one moment, an answer that is here already waits to be read, and a plain timer
 * would go off before. Returns what ends the wait.
 */
export function giveUpAfter(ms: number, giveUp: () => void): () => void {
  let left = PIECES;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => {
      left -= 1;
      if (left === 0) giveUp();
      else wait();
    }, ms / PIECES).unref();
  };
  wait();
  return () => clearTimeout(timer);
}

/** What `answer` comes to, or, where that is given up, what `late` returns or throws. */
export async function answerWithin<T>(ms: number, answer: Promise<T>, late: () => T): Promise<T> {
  let stop = () => {};
  const tooLong = new Promise<void>((come) => (stop = giveUpAfter(ms, come))).then(late);
  return await Promise.race([answer, tooLong]).finally(stop);
}
