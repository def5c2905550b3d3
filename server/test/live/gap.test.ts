import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { Sensitivity } from '../../src/core/access/sensitivity.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import type { Joined } from '../../src/core/person/join.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { Refusal } from '../../src/platform/refusal/refusal.ts';
import type { Services } from '../../src/platform/services.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Fate, faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';
import { Watcher } from './support/watcher.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const REPLICAS = 2;
const PEOPLE = 3;
const sensitivity = fc.constantFrom(...Object.values(Sensitivity));
const index = fc.nat({ max: 1_000 });

/** What happens on a busy night. Numbers choose among what is there. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('create' as const), sensitivity }) },
  { weight: 6, arbitrary: fc.record({ is: fc.constant('claim' as const), card: index, person: index }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('handBack' as const), card: index, person: index }) },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('move' as const),
      card: index,
      status: fc.constantFrom('DRAFT', 'OPEN'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('edit' as const), card: index, sensitivity }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('cancel' as const), card: index }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('hideCampaign' as const), sensitivity }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('stand' as const),
      person: index,
      standing: fc.constantFrom('NEW', 'VETTED', 'SUSPENDED'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('role' as const),
      person: index,
      role: fc.constantFrom('MEMBER', null),
    }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('breakLine' as const), watcher: index }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('sleep' as const), watcher: index }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('wakeAll' as const) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('restart' as const), replica: index }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const fates = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Fate>('arrives') },
    { weight: 2, arbitrary: fc.constant<Fate>('lost') },
    { weight: 1, arbitrary: fc.constant<Fate>('doubled') },
    { weight: 1, arbitrary: fc.constant<Fate>('late') },
  ),
  { minLength: 8, maxLength: 8 },
);

/** Everything of one run: two replicas whose hints suffer, a strike, people who write, and screens that watch. */
class Night {
  readonly #fates: Fate[];
  readonly replicas: Replica[] = [];
  readonly watchers: Watcher[] = [];
  #people: Joined[] = [];
  #cards: string[] = [];
  #hints = 0;
  strike!: Strike;

  constructor(fates: Fate[]) {
    this.#fates = fates;
  }

  async start(): Promise<void> {
    for (let count = 0; count < REPLICAS; count += 1) this.replicas.push(await this.#startReplica());
    this.strike = await startStrike(this.#services());
    for (let count = 0; count < PEOPLE; count += 1) {
      this.#people.push(await joinAs(this.#services(), aHandle()));
    }
    for (let count = 0; count < 4; count += 1) {
      this.#cards.push(await aCard(this.#services(), this.strike));
    }
    const tokens = [null, this.strike.organizer.token, ...this.#people.map(({ token }) => token)];
    for (const [count, token] of tokens.entries()) {
      const url = () => pick(this.replicas, count).url;
      const byExtent = this.watchers.length % 2 === 1;
      this.watchers.push(new Watcher({ url, board: this.strike.board, token, byExtent }));
    }
    await Promise.all(this.watchers.map((watcher) => watcher.start()));
  }

  async stop(): Promise<void> {
    for (const watcher of this.watchers) watcher.close();
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }

  async happen(what: Happening): Promise<void> {
    const services = this.#services();
    const organizer = this.strike.organizer.viewer.personId;
    switch (what.is) {
      case 'create':
        this.#cards.push(await aCard(services, this.strike, { sensitivity: what.sensitivity }));
        return;
      case 'claim':
        await claimCard(services, this.#person(what.person), { cardId: pick(this.#cards, what.card) });
        return;
      case 'handBack':
        await handBackCard(services, this.#person(what.person), { cardId: pick(this.#cards, what.card) });
        return;
      case 'move':
        await moveCard(services, organizer, {
          cardId: pick(this.#cards, what.card),
          status: what.status as 'DRAFT' | 'OPEN',
        });
        return;
      case 'edit':
        return this.#edit(services, pick(this.#cards, what.card), what.sensitivity);
      case 'cancel':
        await cancelCard(services, organizer, { cardId: pick(this.#cards, what.card), reason: 'Not needed' });
        return;
      case 'hideCampaign':
        await updateCampaign(services, organizer, {
          campaignId: this.strike.campaignId,
          sensitivity: what.sensitivity,
        });
        return;
      case 'stand':
        await setStanding(services, this.strike.coordinator, {
          handle: pick(this.#people, what.person).viewer.handle,
          standing: what.standing as 'NEW',
        });
        return;
      case 'role':
        await setRole(services, this.strike.coordinator, {
          organizationId: this.strike.organizationId,
          handle: pick(this.#people, what.person).viewer.handle,
          role: what.role as 'MEMBER' | null,
        });
        return;
      case 'breakLine':
        pick(this.watchers, what.watcher).breakLine();
        return;
      case 'sleep':
        pick(this.watchers, what.watcher).sleep();
        return;
      case 'wakeAll':
        this.wakeAll();
        return;
      case 'restart':
        return this.#restart(what.replica % REPLICAS);
    }
  }

  wakeAll(): void {
    for (const watcher of this.watchers) watcher.wake();
  }

  async #edit(services: Services, cardId: string, sensitivity: Sensitivity): Promise<void> {
    const { version } = await services.orm.em
      .fork()
      .getKysely()
      .selectFrom('card')
      .select('version')
      .where('id', '=', cardId)
      .executeTakeFirstOrThrow();
    await updateCard(services, this.strike.organizer.viewer.personId, { cardId, version, sensitivity });
  }

  async #restart(number: number): Promise<void> {
    const old = this.replicas[number];
    this.replicas[number] = await this.#startReplica();
    await old?.close();
  }

  #startReplica(): Promise<Replica> {
    const fate = () => this.#fates[this.#hints++ % this.#fates.length] ?? 'arrives';
    return startReplica(database.url, {
      timing: { poll: 60, heartbeat: 150 },
      bus: (bus) => faultyBus(bus, fate),
    });
  }

  /** Whichever replica: the writers are spread over all. */
  #services(): Services {
    return pick(this.replicas, this.#hints).services;
  }

  #person(number: number): string {
    return pick(this.#people, number).viewer.personId;
  }
}

function pick<T>(list: T[], number: number): T {
  return list[number % list.length] as T;
}

test('whatever breaks, every screen ends as a fresh page would, and none goes back (rules 3 to 7)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fates,
      fc.array(fc.array(happening, { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 10 }),
      async (fates, storms) => {
        const night = new Night(fates);
        try {
          await night.start();
          for (const storm of storms) {
            // Refused is refused: who writes here asks for what is impossible as often as not.
            const ends = await Promise.allSettled(storm.map((what) => night.happen(what)));
            for (const end of ends) {
              if (end.status === 'rejected' && !(end.reason instanceof Refusal)) throw end.reason;
            }
          }
          night.wakeAll();
          for (const watcher of night.watchers) {
            await until('a screen agrees with a fresh page', () => watcher.agrees(), 20_000);
            expect(watcher.complaints).toEqual([]);
          }
        } finally {
          await night.stop();
        }
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
}, 240_000);
