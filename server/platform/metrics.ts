import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` shows, in Prometheus' text format. */
export type Metrics = Readonly<{
  registry: Registry;
  operations: Histogram<'operation' | 'outcome'>;
  decisions: Counter<'kind' | 'outcome'>;
  jobs: Counter<'job' | 'outcome'>;
  outboxLag: Gauge<'consumer'>;
}>;

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'pilotage_' });
  return {
    registry,
    operations: new Histogram({
      name: 'pilotage_operation_seconds', help: 'Time of each API operation by its outcome code', labelNames: ['operation', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry],
    }),
    decisions: new Counter({ name: 'pilotage_decisions_total', help: 'Decisions made, by kind and outcome', labelNames: ['kind', 'outcome'], registers: [registry] }),
    jobs: new Counter({ name: 'pilotage_jobs_total', help: 'Runs of the clock’s jobs: did something, found nothing due, or broke', labelNames: ['job', 'outcome'], registers: [registry] }),
    outboxLag: new Gauge({ name: 'pilotage_outbox_lag_events', help: 'Events a consumer has not seen yet', labelNames: ['consumer'], registers: [registry] }),
  };
}
