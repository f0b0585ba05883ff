import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import { type Logger, onceAMinute } from './log.js';
import type { Tracing } from './tracing.js';

const propagator = new W3CTraceContextPropagator();

export interface TracingSettings {
  /** Where spans are sent: `http://collector:4318/v1/traces`. */
  readonly url: string;
  /** The variable that says so, for messages. */
  readonly variable: string;
  readonly serviceName: string;
}

/** Sends spans by OTLP over HTTP. What cannot be sent is dropped. */
export function openTracing(settings: TracingSettings, logger: Logger): Tracing & { close(): Promise<void> } {
  const { serviceName } = settings;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter: openExporter(settings, logger) })],
  });
  const tracer = provider.getTracer('careergraph');
  const current = new AsyncLocalStorage<Context>();

  function inside<T>(span: Span, parent: Context, work: () => T, onEnd?: (result: Awaited<T>) => void): T {
    const end = (result: Awaited<T>) => {
      onEnd?.(result);
      span.end();
      return result;
    };
    const fail = (error: unknown): never => {
      // The message of an error may have a value of a variable.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
      span.end();
      throw error;
    };
    return current.run(trace.setSpan(parent, span), () => {
      try {
        const result = work();
        if (isThenable(result)) return result.then(end as (value: unknown) => unknown, fail) as T;
        end(result as Awaited<T>);
        return result;
      } catch (error) {
        return fail(error);
      }
    });
  }

  return {
    within: (name, work, attributes = {}) => {
      const parent = current.getStore();
      // What no request has caused, such as the look for a new release, is not traced.
      if (!parent) return work();
      return inside(tracer.startSpan(name, { attributes: { ...attributes } }, parent), parent, work);
    },
    requests: (next) => (request) => {
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
      const { method, path } = request;
      const attributes = { 'http.request.method': method, 'url.path': path.slice(0, 200) };
      const span = tracer.startSpan(`${method} ${path.slice(0, 100)}`, { kind: SpanKind.SERVER, attributes }, parent);
      return inside(
        span,
        parent,
        () => next(request),
        (response) => {
          const { exchange } = request;
          const noted = {
            'http.response.status_code': response.status,
            'graphql.operation.name': exchange?.operationName,
            'graphql.document.hash': exchange?.documentHash,
            'careergraph.cache': exchange?.cache,
            'careergraph.cost': exchange?.cost,
            'careergraph.request.id': exchange?.id,
          };
          for (const [name, value] of Object.entries(noted)) if (value !== undefined) span.setAttribute(name, value);
          if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        },
      );
    },
    // The spans that could not be sent are reported by then, and are no failure of the service.
    close: () => provider.shutdown().catch(() => {}),
  };
}

function openExporter({ url, variable }: TracingSettings, logger: Logger): SpanExporter {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: 2_000 });
  const report = onceAMinute((error) =>
    logger.error(`spans could not be sent to the collector that ${variable} names`, {
      message: (error as Error).message,
    }),
  );
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) report(result.error);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === 'function';
}
