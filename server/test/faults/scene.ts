import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createOrganization } from '../../src/core/organization/create-organization.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import type { Services } from '../../src/platform/services.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { coordinator, joinAs } from '../support/people.ts';
import { createTestServices } from '../support/services.ts';
import { until } from '../support/until.ts';
import { freshSnapshot, Watcher } from '../live/support/watcher.ts';
import type { MailCatcher } from '../support/mail-catcher.ts';
import { type Audit, audit, Writer } from './ledger.ts';
import { Correspondents, type MailAudit, makeCorrespondents } from './mails.ts';

/** What came of one kind of fault. */
export interface FaultReport extends Audit {
  fault: string;
  /** How often it happened. */
  times: number;
  /** Starts of the server, or of what it needs, that failed. */
  failedStarts: number;
  /** Breaches of the stream's promises, and screens that differ from a fresh page. */
  screens: string[];
  /** Where mails were sent. */
  mails?: MailAudit;
}

/** Those who write and those who look while things break. */
export interface Scene {
  writers: Writer[];
  watchers: Watcher[];
  /** Boards as outsiders name them, each with the session of its organizer. */
  places: { board: string; token: string }[];
  /** All that is true at the end: everybody is at the head and sees what a fresh page shows. */
  finish(databaseUrl: string): Promise<Pick<FaultReport, 'screens' | 'mails' | keyof Audit>>;
}

/** A card is three changes; a board takes so many cards at most. */
export const WRITERS = 4;
const WATCHERS = 3;

/** Boards of their own for so many writers, and watchers on the first; `urlOf` says where each of them connects. */
export async function openScene(
  databaseUrl: string,
  urlOf: (index: number) => string,
  {
    writers = WRITERS,
    watchers = WATCHERS,
    post,
  }: {
    writers?: number;
    watchers?: number;
    /** Where the servers send mail, and how many people leave their address. */
    post?: { catcher: MailCatcher; people: number };
  } = {},
): Promise<Scene> {
  const { places, people } = await withServices(databaseUrl, async (services) => ({
    places: await makePlaces(services, writers),
    people: await makeCorrespondents(services, post?.people ?? 0),
  }));
  const first = places[0]?.board ?? '';
  // Several scenes may share a database.
  const scene = randomBytes(4).toString('hex');
  const all = places.map(
    ({ board, token }, index) =>
      new Writer({ ...{ board, token, name: `${scene} writer ${index}` }, url: () => urlOf(index) }),
  );
  const looking = Array.from(
    { length: watchers },
    (_each, index) =>
      new Watcher({ url: () => urlOf(index), board: first, token: null, byExtent: index % 2 === 1 }),
  );
  await Promise.all(looking.map((watcher) => watcher.start()));
  const correspondents = new Correspondents(() => urlOf(0), people);
  return {
    writers: all,
    watchers: looking,
    places,
    finish: async (url) => {
      await Promise.all([...all, correspondents].map((each) => each.stop()));
      const screens: string[] = [];
      for (const [index, watcher] of looking.entries()) {
        const agrees = await until(
          'the screen is right',
          () => watcher.agrees().catch(() => false),
          30_000,
        ).catch(() => false);
        if (!agrees) screens.push(`watcher ${index} stands at ${watcher.revision} and differs`);
        screens.push(...watcher.complaints.map((complaint) => `watcher ${index}: ${complaint}`));
        watcher.close();
      }
      return await withServices(url, async (services) => {
        const found = await audit(services, all);
        found.wrong.push(...correspondents.complaints);
        return {
          screens,
          ...found,
          ...(post && { mails: await correspondents.audit(services, post.catcher) }),
        };
      });
    },
  };
}

/** Somebody who looks at a fresh page again and again, whether or not it comes. Returns what ends it. */
export function keepReading(url: () => string, { places }: Scene): () => Promise<void> {
  let stopped = false;
  const read = async () => {
    while (!stopped) {
      await freshSnapshot(url(), places[0]?.board ?? '', null).catch(() => undefined);
      await delay(10);
    }
  };
  const reading = Promise.all([read(), read(), read()]);
  return async () => {
    stopped = true;
    await reading;
  };
}

/** Use cases on a database, for a moment. */
export async function withServices<T>(
  databaseUrl: string,
  run: (services: Services) => Promise<T>,
): Promise<T> {
  const services = await createTestServices(databaseUrl);
  try {
    return await run(services);
  } finally {
    await services.close();
  }
}

/** A campaign with a board for each, and its organizer, who holds one card at a time. */
async function makePlaces(services: Services, count: number): Promise<{ board: string; token: string }[]> {
  const carmen = await coordinator(services, aHandle());
  const organizationId = await createOrganization(services, carmen, {
    name: 'Dockers 5',
    kind: 'UNION_LOCAL',
  });
  const places: { board: string; token: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const { viewer, token } = await joinAs(services, aHandle());
    await setRole(services, carmen, { organizationId, handle: viewer.handle, role: 'ORGANIZER' });
    const { boardId } = await createCampaign(services, carmen.personId, {
      ...{
        organizationId,
        slug: `fault-${index}-${aHandle().toLowerCase().slice(0, 12)}`,
        title: 'Hold the line',
      },
      ...{ kind: 'STRIKE', languages: ['en'], sensitivity: 'PUBLIC' },
    });
    places.push({ board: toGlobalId('Board', boardId), token });
  }
  return places;
}

/** How much was acknowledged so far, by all together. */
export const acknowledgedBy = ({ writers }: Scene) =>
  writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);

/** Waits until something was acknowledged since. */
export async function untilMore(scene: Scene, limitMs = 30_000): Promise<void> {
  const before = acknowledgedBy(scene);
  await until('something is acknowledged', () => acknowledgedBy(scene) > before, limitMs);
}

/** All that must not have happened, as one list; empty when all is well. */
export const faultsIn = ({ lost, doubled, wrong, screens, failedStarts, mails }: FaultReport): string[] => [
  ...[...lost, ...(mails?.lost ?? [])].map((what) => `lost: ${what}`),
  ...doubled.map((what) => `doubled: ${what}`),
  ...wrong,
  ...screens,
  ...(failedStarts > 0 ? [`${failedStarts} starts failed`] : []),
];
