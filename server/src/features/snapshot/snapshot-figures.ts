import type { Registry } from 'prom-client';
import type { SnapshotCounts } from './snapshot-counts.ts';

/** Boards as bytes, made once for many. */
export function registerSnapshots(
  prometheus: typeof import('prom-client'),
  registry: Registry,
  snapshots: { readonly counts: Readonly<SnapshotCounts>; readonly bytes: number },
): void {
  new prometheus.Counter({
    name: 'strikeboard_snapshots_total',
    help: 'Whole boards as bytes: taken from what is kept (hit), from what was being made (shared), or made.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      const { hits, shared, made } = snapshots.counts;
      this.reset();
      this.inc({ outcome: 'hit' }, hits);
      this.inc({ outcome: 'shared' }, shared);
      this.inc({ outcome: 'made' }, made);
    },
  });
  new prometheus.Gauge({
    name: 'strikeboard_snapshot_bytes',
    help: 'Bytes of all that are kept.',
    registers: [registry],
    collect() {
      this.set(snapshots.bytes);
    },
  });
}
