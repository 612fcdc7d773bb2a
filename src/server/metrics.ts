import { Counter, Gauge, Registry } from 'prom-client';

export interface Metrics {
  countDelivery(outcome: string): void;
  countStreams(open: number): void;
  /** Prometheus text and its content type. */
  render(): Promise<{ body: string; contentType: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const deliveries = new Counter({
    name: 'portico_deliveries_total',
    help: 'Deliveries from IDnGO by what became of them',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const streams = new Gauge({ name: 'portico_streams', help: 'Open push streams', registers: [registry] });
  return {
    countDelivery: outcome => deliveries.inc({ outcome }),
    countStreams: open => streams.set(open),
    render: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  };
}
