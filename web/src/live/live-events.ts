import {
  type LineEvents,
  type LiveOperation,
  type LiveSink,
  type LiveSocket,
  retryDelay,
} from './live-socket.ts';

/** What says nothing for so long (ms) may be dead; a board says something each 10 s. */
const silentFor = 12_000;

/** Events come like this from the server, or from an edge before it. */
interface Told {
  data?: unknown;
  errors?: readonly { extensions?: { code?: unknown } }[];
}

interface Stream {
  source: EventSource | undefined;
  retry: ReturnType<typeof setTimeout> | undefined;
  tries: number;
  heardAt: number;
  open(): void;
}

/**
 * The line of a page behind an edge: each stream is one of server-sent events, which the edge can give to thousands. It
 * connects anew by itself, from where the screen is by then. What is followed first says whether the line stands.
 */
export function openLiveEvents(on: LineEvents): LiveSocket {
  const streams = new Set<Stream>();
  let leading: string | undefined;

  const connect = <T>(operation: LiveOperation, sink: LiveSink<T>, stream: Stream, leads: boolean) => {
    clearTimeout(stream.retry);
    stream.source?.close();
    stream.heardAt = Date.now();
    const source = new EventSource(addressOf(operation));
    stream.source = source;
    let code: string | undefined;
    let refused = false;
    source.addEventListener('open', () => {
      if (leads) on.connected();
    });
    source.addEventListener('next', ({ data }: MessageEvent<string>) => {
      stream.tries = 0;
      stream.heardAt = Date.now();
      const told = JSON.parse(data) as Told;
      if (told.data) return sink.next(told.data as T);
      refused = true;
      code = codeOf(told);
    });
    source.addEventListener('complete', () => {
      streams.delete(stream);
      source.close();
      sink.ended(refused, code);
    });
    source.addEventListener('error', () => {
      source.close();
      if (leads) on.lost();
      stream.retry = setTimeout(() => stream.open(), retryDelay(stream.tries));
      stream.tries += 1;
    });
  };

  return {
    subscribe(operation, sink) {
      leading ??= operation.operationName;
      const leads = operation.operationName === leading;
      const stream: Stream = {
        ...{ source: undefined, retry: undefined, tries: 0, heardAt: 0 },
        open: () => connect(operation, sink, stream, leads),
      };
      streams.add(stream);
      stream.open();
      return () => {
        streams.delete(stream);
        clearTimeout(stream.retry);
        stream.source?.close();
      };
    },
    check() {
      for (const stream of [...streams]) if (isDoubtful(stream)) stream.open();
    },
    close() {
      for (const { source, retry } of streams) {
        clearTimeout(retry);
        source?.close();
      }
      streams.clear();
    },
  };
}

/** It waits to try again, or has been silent for long. */
function isDoubtful({ source, heardAt }: Stream): boolean {
  return source?.readyState !== EventSource.OPEN || Date.now() - heardAt > silentFor;
}

/** Read anew each time: the variables say where the screen is. */
function addressOf({ query, operationName, variables }: LiveOperation): string {
  const asked = { query, operationName, variables: JSON.stringify(variables) };
  return `/graphql?${new URLSearchParams(asked)}`;
}

function codeOf({ errors: [error] = [] }: Told): string | undefined {
  return typeof error?.extensions?.code === 'string' ? error.extensions.code : undefined;
}
