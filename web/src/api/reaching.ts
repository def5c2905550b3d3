/** The server could not be reached: no network, or it is restarting. Nothing is known about the outcome. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
}

/** What stands before the server says of a server that is not there. */
const awayStatuses = new Set([502, 503, 504]);

/**
 * A `fetch` that rejects with `ApiUnreachable` where the network failed, at the answer's head or in its body, or where
 * something on the way answered in the server's place. Every browser says all of that by the same `TypeError` by which
 * it says that our own code is wrong; only here, around the call itself, are the two told apart.
 */
export function reaching(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(input, init);
      text = await answer.text();
    } catch (failure) {
      throw new ApiUnreachable('The server did not answer', { cause: failure });
    }
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    // A proxy without a server behind it, or the login page of a hotel's network.
    if (!isJson && (answer.ok || awayStatuses.has(answer.status))) {
      throw new ApiUnreachable(`Something else answered: ${answer.status}`);
    }
    const { status, statusText, headers } = answer;
    return new Response(text || null, { status, statusText, headers });
  };
}
