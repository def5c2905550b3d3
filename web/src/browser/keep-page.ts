/** How long to wait before data that did not come are asked for again (ms), somewhat apart for everybody. */
const askAgainAfter = 4_000;
const dataFile = '/__data.json';
/** What a proxy says of a server that is not there, and the server of a database. */
const awayStatuses = new Set([502, 503, 504]);

/**
 * Keeps the page that is shown while its data do not come anew. Kit gives such a page to the browser, which loads it as
 * a whole: with the server gone that is the browser's own error page in the place of what is read and typed, though
 * nobody pressed anything. And engines that drop what is under way when one goes elsewhere would be called back. So
 * Kit hears of these data only when they have come.
 *
 * Stands before `fetch`, as Kit asks by whatever stands there, until the returned function is called. `shown` is the
 * address of the page on the screen, which that of the browser is not while one goes back.
 */
export function keepPage(shown: () => URL): () => void {
  const ask = window.fetch;
  window.fetch = async (input, init) => {
    if (typeof input !== 'string' || !isDataOf(shown(), input)) return ask(input, init);
    for (;;) {
      const response = await ask(input, init).catch(() => null);
      if (response && !awayStatuses.has(response.status)) return response;
      // Who has gone elsewhere meanwhile is not called back.
      if (!isDataOf(shown(), input)) return new Promise<Response>(() => {});
      await new Promise((resolve) => setTimeout(resolve, askAgainAfter * (0.5 + Math.random())));
    }
  };
  return () => {
    window.fetch = ask;
  };
}

/** Whether an address is of the data of exactly this page. */
function isDataOf(page: URL, address: string): boolean {
  const url = URL.parse(address, page);
  if (url?.origin !== page.origin || !url.pathname.endsWith(dataFile)) return false;
  for (const name of [...url.searchParams.keys()]) {
    if (name.startsWith('x-sveltekit-')) url.searchParams.delete(name);
  }
  const isSamePath = url.pathname.slice(0, -dataFile.length) === page.pathname.replace(/\/$/, '');
  return isSamePath && String(url.searchParams) === String(new URLSearchParams(page.search));
}
