import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  countDelivery(outcome: string): void;
  /** From what a delivery tells having happened, by IDnGO's clock, to its arrival. */
  observeArrival(seconds: number): void;
  /** From the arrival of what changed a status to its being written to a stream of this process. */
  observePush(seconds: number): void;
  countStreams(open: number): void;
  observeIdngoCall(call: { call: string; outcome: string; errorCode: string; seconds: number }): void;
  countTokenRequest(outcome: string): void;
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  countCheck(outcome: string): void;
  countHandOff(outcome: 'made' | 'taken' | 'cancelled' | 'refused'): void;
  /** Prometheus text and its content type. */
  render(): Promise<{ body: string; contentType: string }>;
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A delivery that was sent again can be days old. */
const arrivalBuckets = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 6 * 3600, 24 * 3600, 4 * 24 * 3600];

/** What is measured of this process. Every label has a handful of values, and none of them is anybody's. */
export function createMetrics(pool?: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const deliveries = new Counter({
    name: 'portico_deliveries_total',
    help: 'Deliveries from IDnGO by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const arrivals = new Histogram({
    name: 'portico_arrival_lag_seconds',
    help: 'From what a delivery tells having happened, by the clock of IDnGO, to its arrival here',
    buckets: arrivalBuckets,
    registers,
  });
  const pushes = new Histogram({
    name: 'portico_push_lag_seconds',
    help: 'From the arrival of what changed a status, by the clock of the database, to its being written to a stream',
    buckets: secondsBuckets,
    registers,
  });
  const streams = new Gauge({ name: 'portico_streams', help: 'Open push streams', registers });
  const calls = new Histogram({
    name: 'portico_idngo_call_duration_seconds',
    help: 'Attempts to call the API of IDnGO by what became of them, with the errorCode of a refusal',
    labelNames: ['call', 'outcome', 'errorCode'],
    buckets: secondsBuckets,
    registers,
  });
  const tokens = new Counter({
    name: 'portico_token_requests_total',
    help: 'Requests for an access token: granted, or the code of the problem',
    labelNames: ['outcome'],
    registers,
  });
  const requests = new Histogram({
    name: 'portico_http_request_duration_seconds',
    help: 'Requests by the pattern of their route; of a stream, the opening',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsBuckets,
    registers,
  });
  if (pool) {
    const connections = new Gauge({
      name: 'portico_database_connections',
      help: 'Connections of the pool, and what waits for one',
      labelNames: ['state'],
      registers,
      collect() {
        connections.set({ state: 'idle' }, pool.idleCount);
        connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        connections.set({ state: 'awaited' }, pool.waitingCount);
      },
    });
  }

  const checks = new Counter({
    name: 'portico_reconciler_checks_total',
    help: 'Questions to IDnGO about a status by what came of them',
    labelNames: ['outcome'],
    registers,
  });
  const missing = new Counter({
    name: 'portico_webhooks_missing_total',
    help: 'Changes that IDnGO told only when it was asked',
    registers,
  });
  const handOffs = new Counter({
    name: 'portico_hand_offs_total',
    help: 'Links to another device by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  return {
    countDelivery: outcome => deliveries.inc({ outcome }),
    observeArrival: seconds => arrivals.observe(Math.max(0, seconds)),
    observePush: seconds => pushes.observe(Math.max(0, seconds)),
    countStreams: open => streams.set(open),
    observeIdngoCall: ({ seconds, ...labels }) => calls.observe(labels, seconds),
    countTokenRequest: outcome => tokens.inc({ outcome }),
    observeRequest: ({ seconds, ...labels }) => requests.observe(labels, seconds),
    countHandOff: outcome => handOffs.inc({ outcome }),
    countCheck(outcome) {
      checks.inc({ outcome });
      if (outcome === 'missing') missing.inc();
    },
    render: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  };
}
