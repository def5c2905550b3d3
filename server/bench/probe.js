// Runs in the page before its own scripts, and tells when something was painted. Moments are milliseconds since 1970.
{
  const now = () => performance.timeOrigin + performance.now();
  const moment = (event) => performance.timeOrigin + event.timeStamp;
  const frame = () => new Promise(requestAnimationFrame);
  /** When the frame after the next began: by then the next one was painted. */
  const painted = async () => {
    await frame();
    await frame();
    return now();
  };

  /** When a card stood in a column on screen, and when the message that brought it came. */
  const whenIn = (cardId, column) => {
    const place = `[data-column="${column}"] [data-card="${cardId}"]:not([aria-busy="true"])`;
    return new Promise((resolve) => {
      const look = async () => {
        if (!document.querySelector(place)) return;
        observer.disconnect();
        resolve({ painted: await painted(), message: probe.lastMessage });
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      void look();
    });
  };

  /** From the next input event of a type until what it asked for is painted. */
  const fromInput = (type, isDone) =>
    new Promise((resolve) => {
      const begin = async (event) => {
        const start = moment(event);
        await frame();
        while (!isDone()) await frame();
        await frame();
        resolve(now() - start);
      };
      addEventListener(type, begin, { capture: true, once: true });
    });

  /** From each message of the board until the frame with it is painted; collected in `arrivals`. */
  const arrivals = [];
  const probe = {
    arrivals,
    lastMessage: 0,
    lastClick: 0,
    pending: null,
    painted,
    whenIn,
    fromInput,
    /** Begins something now, to be waited for later. */
    begin(promise) {
      probe.pending = promise;
    },
    /** How long the double frame itself takes when nothing happens. */
    async emptyPaint() {
      const start = now();
      return (await painted()) - start;
    },
  };
  globalThis.probe = probe;

  const Socket = globalThis.WebSocket;
  globalThis.WebSocket = class extends Socket {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', (event) => {
        if (!String(event.data).includes('"CHANGES"')) return;
        probe.lastMessage = moment(event);
        void painted().then((at) => arrivals.push(at - moment(event)));
      });
    }
  };
  addEventListener('click', (event) => (probe.lastClick = moment(event)), { capture: true });
}
