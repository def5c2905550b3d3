/** Never a value that came from outside: of those, only what is one of a fixed few. */
export type SpanAttributes = Record<string, string | number | boolean>;

/** A span that is open, for whoever runs in it. */
export interface OpenSpan {
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  /** It did not do what it was there for, through a fault of ours. */
  fail(error?: unknown): void;
}

/** A request of somebody, from its head to the end of its answer. */
export interface RequestSpan extends OpenSpan {
  /** Names this span to whoever is asked on its behalf (W3C Trace Context). */
  readonly traceparent: string;
  /** What begins in `answer`, and goes on after it, belongs to this request. */
  run<T>(answer: () => T): T;
  end(): void;
}

/** How long parts took and which caused which, as spans that are sent to a collector. */
export interface Tracing {
  /** Begins a request, as part of the trace that `traceparent` names. */
  request(name: string, attributes: SpanAttributes, traceparent: string | undefined): RequestSpan;
  /** A part of what runs now, or of nothing when nothing is traced now. */
  span<T>(name: string, attributes: SpanAttributes, run: (span: OpenSpan) => Promise<T>): Promise<T>;
  /** The same, but for what is said often and by itself means nothing: not without a span it is part of. */
  part<T>(name: string, attributes: SpanAttributes, run: (span: OpenSpan) => Promise<T>): Promise<T>;
  /** Whether there is a span now that has not ended. */
  readonly isInside: boolean;
  /** Something that ended now and took so long (ms), as part of what runs now. */
  ended(name: string, attributes: SpanAttributes, tookMs: number): void;
  /** Sends what waits, within a moment. */
  close(): Promise<void>;
}

/** Runs in a span where there are traces, else just runs. */
export function inSpan<T>(
  tracing: Tracing | undefined,
  name: string,
  run: (span: OpenSpan | undefined) => Promise<T>,
  attributes: SpanAttributes = {},
): Promise<T> {
  return tracing ? tracing.span(name, attributes, run) : run(undefined);
}
