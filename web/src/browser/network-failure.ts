/** How long a server that is there takes at most to say so (ms). */
const ANSWER_WITHIN = 5_000;

/** What browsers call a request or a module that did not come, each in its own words. */
const didNotCome =
  /failed to fetch|networkerror|load failed|network connection|dynamically imported module|importing a module script|could ?n.t connect|could not connect|unable to preload|timed out|connection refused/i;

/**
 * Whether the network failed, as far as it can be told of an error that somebody else caught. Browsers say it by a
 * `TypeError`, by which they say that our own code is wrong as well: so its words are read, and words that we do not
 * know are believed only when the server does not answer.
 */
export async function isNetworkFailure(error: unknown): Promise<boolean> {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ApiUnreachable' || didNotCome.test(error.message)) return true;
  // What our own code did wrong names what it did it to; words in other languages name nothing of ours.
  return error instanceof TypeError && !isOurs(error) && !(await serverAnswers());
}

/** Whether the server answers at all, whatever it says of itself. */
export async function serverAnswers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const { status } = await fetch('/healthz', { cache: 'no-store', signal });
    return status < 500;
  } catch {
    return false;
  }
}

/** The words of engines for a mistake in code. */
function isOurs({ message }: Error): boolean {
  return /(?:is not|to be) (?:a function|iterable|an object|defined|a constructor)|of (?:undefined|null)\b|(?:undefined|null) \(|can't access|read[- ]?only|invalid time value/i.test(
    message,
  );
}
