import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span, SpanContext } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../log/log.ts';
import type { OpenSpan, SpanAttributes, Tracing } from './tracing.ts';

/** How long the last spans may take to be sent when the server stops (ms). */
const LAST_WORDS_MS = 1_500;
/** Of the header `traceparent`: version, trace, parent, flags. `tracestate` is not taken on: it may hold anything. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Sends spans by OTLP over HTTP, where and how the environment says (`OTEL_EXPORTER_OTLP_ENDPOINT`,
 * `OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER` …). Loads the packages, which a server without traces never does.
 * Nothing is registered for the whole process: what is not begun here is not traced, so no library adds spans of
 * its own, with values in them.
 */
export async function openTracing(log: Log): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const provider = new sdk.BasicTracerProvider({
    // Neither host nor process: their names and command lines are nobody's business.
    resource: resources
      .resourceFromAttributes({ 'service.name': 'strikeboard' })
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(telling(log, new OTLPTraceExporter()))],
  });
  const tracer = provider.getTracer('strikeboard');
  const current = new AsyncLocalStorage<Span>();

  const begin = (name: string, attributes: SpanAttributes, startTime?: number) => {
    const parent = current.getStore();
    const within = parent ? api.trace.setSpan(api.ROOT_CONTEXT, parent) : api.ROOT_CONTEXT;
    return tracer.startSpan(name, { attributes, ...(startTime !== undefined && { startTime }) }, within);
  };

  const holding = (span: Span): OpenSpan => ({
    rename: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(attributes),
    fail: (error) => {
      // The kind of error and not its words, which may repeat what somebody typed.
      if (error instanceof Error) span.setAttribute('error.type', error.name);
      span.setStatus({ code: api.SpanStatusCode.ERROR });
    },
  });

  const within = <T>(span: Span, run: (span: OpenSpan) => Promise<T>): Promise<T> =>
    current.run(span, async () => {
      const open = holding(span);
      try {
        return await run(open);
      } catch (error) {
        open.fail(error);
        throw error;
      } finally {
        span.end();
      }
    });

  return {
    request: (name, attributes, traceparent) => {
      const remote = readTraceparent(traceparent);
      const known = remote && api.isSpanContextValid(remote);
      const parent = known ? api.trace.setSpanContext(api.ROOT_CONTEXT, remote) : api.ROOT_CONTEXT;
      const span = tracer.startSpan(name, { kind: api.SpanKind.SERVER, attributes }, parent);
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        ...holding(span),
        traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
        run: (answer) => current.run(span, answer),
        end: () => span.end(),
      };
    },
    span: (name, attributes, run) => within(begin(name, attributes), run),
    part: (name, attributes, run) =>
      current.getStore() ? within(begin(name, attributes), run) : run({ rename() {}, set() {}, fail() {} }),
    get isInside() {
      return current.getStore()?.isRecording() ?? false;
    },
    ended: (name, attributes, tookMs) => {
      if (current.getStore()) begin(name, attributes, Date.now() - tookMs).end();
    },
    close: async () => {
      const { promise: tooLong, resolve } = Promise.withResolvers<void>();
      const impatience = setTimeout(resolve, LAST_WORDS_MS);
      await Promise.race([provider.shutdown().catch(() => undefined), tooLong]);
      clearTimeout(impatience);
    },
  };
}

function readTraceparent(header: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(header ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true };
}

/** Says once that spans do not arrive, and not again before some did. */
function telling(log: Log, exporter: SpanExporter): SpanExporter {
  let failing = false;
  return {
    export: (spans: ReadableSpan[], done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== 0;
        if (failed && !failing) log.warn({ err: result.error }, 'traces could not be sent');
        failing = failed;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
