import type { Feature } from '../platform/feature.ts';
import type { JobQueue, Retries } from '../platform/jobs/jobs.ts';
import type { Services } from '../platform/services.ts';

/** The queues of all kinds of jobs, with how often and how soon one that failed is tried again. */
export function queuesOf(features: readonly Feature[]): ReadonlyMap<string, Retries> {
  return new Map(kindsOf(features).map(({ queue, retries }) => [queue, retries]));
}

/** Carries out one job, as the kind that it is. */
export async function runJob(
  services: Services,
  features: readonly Feature[],
  { queue, job }: { queue: string; job: object },
): Promise<void> {
  const kind = kindsOf(features).find((each) => each.queue === queue && (!each.of || each.of in job));
  if (!kind) throw new Error(`Nobody carries out such a job of the queue ${queue}.`);
  await kind.run(services, job);
}

/** From now on, carries out due jobs here. */
export async function workOff(
  services: Services,
  jobs: JobQueue,
  features: readonly Feature[],
): Promise<void> {
  for (const queue of queuesOf(features).keys())
    await jobs.work(queue, (job) => runJob(services, features, { queue, job }));
}

const kindsOf = (features: readonly Feature[]) => features.flatMap(({ jobs = [] }) => jobs);
