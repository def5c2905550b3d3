import { sql } from 'kysely';
import type { Kysely } from '../src/platform/db/orm.ts';
import {
  type CardToMatch,
  isWorthAsking,
  type PersonToMatch,
  rankPeople,
  scoreMatch,
} from '../src/features/matching/match-rules.ts';
import { matchCards, matchPeople } from '../src/features/matching/read-matches.ts';
import { readerOf } from '../src/core/access/viewer.ts';
import { coordinator } from '../test/support/people.ts';
import { type Figure, median, timeFigures } from './figures.ts';
import { timed } from './noise.ts';
import { makeCards, makePeople, pick, seeded } from './population.ts';
import type { Section, Stage } from './stage.ts';

const PEOPLE = 1_000;
const CARDS = 500;
const CAMPAIGNS = 40;
const SEEDS = [1, 2, 3];
/** Cards open within three weeks; a fourth shows what became of them. */
const OPENING_HOURS = 21 * 24;
const HOURS = 28 * 24;
const HOUR = 3_600_000;
const START = new Date('2026-11-02T00:00:00Z');

/** Who fits whom, over made-up people and cards by the rules in use; and what a look costs with many of both. */
export const matching: Section = { name: 'matching', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const runs = SEEDS.map(simulate);
  const of = (read: (run: (typeof runs)[number]) => number) => {
    const values = runs.map(read);
    return { value: median(values), spread: values.map((value) => value.toFixed(2)).join(' · ') };
  };
  const scene = `${PEOPLE} people, ${CARDS} cards`;
  const both = (what: string, unit: Figure['unit'], read: (outcome: Outcome) => number): Figure[] => [
    { what: `${what}: asked by match`, unit, ...of(({ asked }) => read(asked)) },
    { what: '  first come, first served', unit, ...of(({ served }) => read(served)) },
  ];
  return [
    {
      what: `cards with somebody worth asking, while nobody is busy (${scene})`,
      unit: '%',
      ...of(({ coverable }) => 100 * coverable),
    },
    {
      what: '  and in the course of four weeks, when the card opens',
      unit: '%',
      ...of(({ asked }) => 100 * asked.covered),
      target: { atLeast: 90 },
    },
    ...both('cards taken before they were due', '%', ({ inTime }) => 100 * inTime),
    ...both('median hours until somebody took one', 'count', ({ wait }) => wait),
    ...both('spread of the load: Gini of hours given (0 is even)', 'points', ({ gini }) => gini),
    ...both('people who gave anything', 'count', ({ givers }) => givers),
    ...both('hours of the busiest against the median giver', '×', ({ busiest }) => busiest),
    ...both('hours beyond what people wanted to give in a week', '%', ({ beyond }) => 100 * beyond),
    ...both('invitations for each card', 'count', ({ invitations }) => invitations),
    ...(await measureReads(stage)),
  ];
}

interface Outcome {
  covered: number;
  inTime: number;
  wait: number;
  gini: number;
  givers: number;
  busiest: number;
  beyond: number;
  invitations: number;
}

function simulate(seed: number): { coverable: number; asked: Outcome; served: Outcome } {
  const world = () => {
    const random = seeded(seed);
    const people = makePeople(random, PEOPLE, START);
    const cards = makeCards(random, {
      count: CARDS,
      campaigns: CAMPAIGNS,
      hours: OPENING_HOURS,
      start: START,
    });
    return { people, cards };
  };
  const { people, cards } = world();
  const covered = cards.filter(({ card, opensAt }) => {
    const now = new Date(START.getTime() + opensAt * HOUR);
    return people.some((person) => {
      const match = scoreMatch(person, card, now);
      return !('no' in match) && isWorthAsking(match);
    });
  });
  return {
    coverable: covered.length / cards.length,
    asked: play(world(), seeded(seed + 1000), askBest),
    served: play(world(), seeded(seed + 1000), whoeverLooks),
  };
}

type World = { people: PersonToMatch[]; cards: { card: CardToMatch; opensAt: number }[] };

/** Somebody in the course of the four weeks. What the rules look at is kept up to date in `person`. */
interface Somebody {
  person: { -readonly [Key in keyof PersonToMatch]: PersonToMatch[Key] };
  /** How often they look at the boards by themselves; a few look all the time. */
  keen: number;
  /** Hours at which they were invited. */
  invitedAt: number[];
  /** Work that was done: when, and hours. */
  done: { at: number; hours: number }[];
  holds: { card: CardToMatch; until: number }[];
}

interface OpenCard {
  card: CardToMatch;
  opensAt: number;
  takenAt: number | null;
  /** Whether there was somebody worth asking, with time left and not asked twice that day, when it opened. */
  hadSomebody: boolean;
  /** Invitations that were sent: who answers when, if at all, and with a yes or a no. */
  asked: { who: Somebody; answersAt: number; yes: boolean }[];
}

interface Play {
  people: Somebody[];
  open: OpenCard[];
  hour: number;
  now: Date;
  random: () => number;
  take(who: Somebody, open: OpenCard): void;
}

function play({ people, cards }: World, random: () => number, step: (play: Play) => void): Outcome {
  const somebody: Somebody[] = people.map((person) => ({
    person,
    // A heavy tail: most look now and then, a few very often.
    keen: (1 - random()) ** -0.9,
    invitedAt: [],
    done: [],
    holds: [],
  }));
  const all: OpenCard[] = cards.map((each) => ({ ...each, takenAt: null, hadSomebody: false, asked: [] }));
  for (let hour = 0; hour < HOURS; hour += 1) {
    const now = new Date(START.getTime() + hour * HOUR);
    for (const who of somebody) finish(who, hour);
    step({
      people: somebody,
      open: all.filter(
        ({ card, opensAt, takenAt }) =>
          takenAt === null && opensAt <= hour && (!card.dueAt || card.dueAt > now),
      ),
      hour,
      now,
      random,
      take: (who, open) => {
        open.takenAt = hour;
        // An hour of work takes half a day of life.
        who.holds.push({ card: open.card, until: hour + Math.ceil(open.card.hours * 12) });
        who.person.waitingSince = now;
        count(who, hour);
      },
    });
  }
  return outcomeOf(somebody, all);
}

function finish(who: Somebody, hour: number): void {
  const over = who.holds.filter(({ until }) => until <= hour);
  if (over.length === 0 && (hour % 24 !== 0 || who.done.length === 0)) return;
  who.holds = who.holds.filter(({ until }) => until > hour);
  for (const { card } of over) {
    const { doneInSkill, doneFor } = who.person;
    who.done.push({ at: hour, hours: card.hours });
    who.person.doneInSkill = { ...doneInSkill, [card.skill]: (doneInSkill[card.skill] ?? 0) + 1 };
    who.person.doneFor = { ...doneFor, [card.organizationId]: (doneFor[card.organizationId] ?? 0) + 1 };
  }
  count(who, hour);
}

/** Brings what the rules look at up to date. */
function count(who: Somebody, hour: number): void {
  const held: Record<string, number> = {};
  for (const { card } of who.holds) held[card.boardId] = (held[card.boardId] ?? 0) + 1;
  who.person.heldOn = held;
  who.person.held = who.holds.length;
  who.person.heldHours = sum(who.holds.map(({ card }) => card.hours));
  who.person.weekHours = sum(who.done.filter(({ at }) => at > hour - 168).map(({ hours }) => hours));
}

/** Every six hours the three best who are not asked yet are asked, twice a day each at most. They answer or do not. */
function askBest({ people, open, hour, now, random, take }: Play): void {
  for (const card of open) {
    for (const { who, yes } of card.asked.filter(({ answersAt }) => answersAt === hour)) {
      if (!yes) who.person.declined = [...who.person.declined, card.card.id];
      else if (card.takenAt === null && stillMay(who.person, card.card, now)) take(who, card);
    }
    if (card.takenAt !== null || (hour - card.opensAt) % 6 !== 0) continue;
    const byId = new Map(people.map((who) => [who.person.id, who]));
    const waiting = new Set(card.asked.map(({ who }) => who));
    const best = rankPeople(
      people.filter((who) => who.person.skills.includes(card.card.skill)).map(({ person }) => person),
      card.card,
      now,
    )
      .filter(isWorthAsking)
      .flatMap(({ person }) => byId.get(person.id) ?? [])
      .filter((who) => !waiting.has(who) && who.invitedAt.filter((at) => at > hour - 24).length < 2);
    if (hour === card.opensAt) card.hadSomebody = best.length > 0;
    for (const who of best.slice(0, 3)) {
      who.invitedAt.push(hour);
      who.person.waitingSince = now;
      // A third say yes, a third say no, the rest does not answer; half of them within six hours.
      const mood = random();
      const answersAt = mood < 0.67 ? hour + 1 + Math.floor(random() ** 2 * 24) : Infinity;
      card.asked.push({ who, answersAt, yes: mood < 0.33 });
    }
  }
}

const stillMay = (person: PersonToMatch, card: CardToMatch, now: Date) =>
  !('no' in scoreMatch(person, card, now));

/** About as many as are asked in the other play. */
const LOOKS_AN_HOUR = 6;

/** People look by themselves, the keen ones more often, and a third takes the first card that they may take. */
function whoeverLooks({ people, open, now, random, take }: Play): void {
  const total = sum(people.map(({ keen }) => keen));
  for (let look = 0; look < LOOKS_AN_HOUR; look += 1) {
    let left = random() * total;
    const who = people.find(({ keen }) => (left -= keen) < 0);
    const card = open.find((each) => who && each.takenAt === null && stillMay(who.person, each.card, now));
    if (who && card && random() < 0.33) take(who, card);
  }
}

function outcomeOf(people: readonly Somebody[], cards: readonly OpenCard[]): Outcome {
  const hoursOf = ({ done, holds }: Somebody) =>
    sum(done.map(({ hours }) => hours)) + sum(holds.map(({ card }) => card.hours));
  // Whoever wants to give nothing is no part of the load.
  const given = people.filter(({ person }) => person.weeklyHours > 0).map(hoursOf);
  const givers = given.filter((hours) => hours > 0);
  const taken = cards.filter(({ takenAt }) => takenAt !== null);
  const beyond = sum(people.map(beyondWishes));
  return {
    covered: cards.filter(({ hadSomebody }) => hadSomebody).length / cards.length,
    inTime: taken.length / cards.length,
    wait: median(taken.map(({ takenAt, opensAt }) => (takenAt ?? 0) - opensAt)),
    gini: giniOf(given),
    givers: givers.length,
    busiest: Math.max(...givers) / median(givers),
    beyond: beyond / sum(given),
    invitations: sum(cards.map(({ asked }) => asked.length)) / cards.length,
  };
}

/** Hours of the four weeks, week by week, above what somebody wanted to give. */
function beyondWishes({ done, person }: Somebody): number {
  const weeks = [0, 0, 0, 0];
  for (const { at, hours } of done) weeks[Math.min(3, Math.floor(at / 168))]! += hours;
  return sum(weeks.map((hours) => Math.max(0, hours - person.weeklyHours)));
}

/** 0 when all give the same, towards 1 when one gives all. */
function giniOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const weighted = sum(sorted.map((value, index) => (index + 1) * value));
  return (2 * weighted) / (sorted.length * sum(sorted)) - (sorted.length + 1) / sorted.length;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const ROUNDS = 60;

/** One look each at 2,000 people and 500 open cards on PostgreSQL, with two years of work behind them. */
async function measureReads(stage: Stage): Promise<Figure[]> {
  const services = await stage.services(await stage.newDatabase());
  const carmen = await coordinator(services, 'Carmen');
  const db = services.orm.em.fork().getKysely();
  await services.orm.em.fork().transactional((em) => fill(em.getKysely(), carmen.personId));
  await sql`analyze`.execute(db);
  const people = await db
    .selectFrom('person')
    .select(['id', 'standing', 'coordinator'])
    .orderBy(sql`md5(id::text)`)
    .limit(ROUNDS)
    .execute();
  const cards = await db
    .selectFrom('card')
    .select('id')
    .where('status', '=', 'OPEN')
    .orderBy(sql`md5(id::text)`)
    .limit(ROUNDS)
    .execute();
  const forPeople: number[] = [];
  const forCards: number[] = [];
  let found = 0;
  for (let round = -5; round < ROUNDS; round += 1) {
    const person = people[(round + ROUNDS) % ROUNDS]!;
    const card = cards[(round + ROUNDS) % ROUNDS]!;
    const { standing, coordinator } = person;
    const reader = readerOf({
      standing: standing ?? 'NEW',
      coordinator: coordinator ?? false,
      roles: new Map(),
      vouches: new Set(),
      blocks: new Set(),
    });
    const one = await timed(async () => void (await matchCards(services.orm.em.fork(), reader, person.id)));
    const other = await timed(async () => {
      found += (await matchPeople(services.orm.em.fork(), [card.id])).get(card.id)?.length ?? 0;
    });
    if (round < 0) continue;
    forPeople.push(one);
    forCards.push(other);
  }
  return [
    ...timeFigures('cardsForYou, 2,000 people and 500 open cards', forPeople, { p50: null, p95: null }),
    ...timeFigures('peopleForThis, 2,000 people and 500 open cards', forCards, { p50: null, p95: null }),
    { what: '  people found for a card, on average', value: found / (ROUNDS + 5), unit: 'count' },
  ];
}

async function fill(db: Kysely, by: string): Promise<void> {
  const random = seeded(7);
  const people = makePeople(random, 2_000, new Date());
  const rows = people.map((person, index) => ({
    n: index,
    skills: person.skills,
    languages: person.languages,
    standing: person.standing,
    hours: person.weeklyHours,
    until: person.pausedUntil,
    zone: pick(random, [
      ['America/Chicago', 3],
      ['America/New_York', 4],
      ['Europe/Madrid', 1],
    ]),
  }));
  await sql`create temp table made as select gen_random_uuid() as id, made.* from jsonb_to_recordset(
    ${JSON.stringify(rows)}::jsonb) as made (n int, skills jsonb, languages jsonb, standing text, hours int, until date, zone text)`.execute(
    db,
  );
  const words = (column: string) => sql`array(select jsonb_array_elements_text(${sql.ref(column)}))`;
  await sql`insert into person (id, handle, handle_key, skills, languages, standing, created_at)
    select id, 'made' || n, 'made' || n, ${words('skills')}, ${words('languages')}, standing,
      now() - n * interval '8 hours' from made`.execute(db);
  await sql`insert into availability (person_id, weekly_hours, paused_until, time_zone)
    select id, hours, until, zone from made`.execute(db);
  await sql`insert into organization (id, slug, name, kind)
    select gen_random_uuid(), 'local-' || n, 'Local ' || n, 'UNION_LOCAL' from generate_series(1, 40) n`.execute(
    db,
  );
  await sql`insert into campaign (id, organization_id, slug, title, kind, sensitivity, languages)
    select gen_random_uuid(), id, 'made-' || row_number() over (), name, 'STRIKE', 'PUBLIC', '{en}'
    from organization`.execute(db);
  await sql`insert into board (id, campaign_id, epoch) select gen_random_uuid(), id, gen_random_uuid() from campaign`.execute(
    db,
  );
  // Of the work, 500 cards are open and 6,000 were done by somebody who can do them.
  await sql`insert into card (id, board_id, number, title, deliverable, skill, hours, phase, languages, sensitivity, status,
      position, holder_id, handed_in_at, finished_at, due_at)
    select gen_random_uuid(), board.id, i, 'Card ' || i, 'A page', holder.skills ->> 0, 1 + i % 3, 'ONGOING', '{en}',
      case when i % 4 = 0 then 'VETTED' else 'PUBLIC' end, case when i <= 500 then 'OPEN' else 'DONE' end, 'a' || i,
      case when i > 500 then holder.id end, case when i > 500 then now() - i * interval '1 hour' end,
      case when i > 500 then now() - i * interval '1 hour' end, case when i <= 500 then now() + i * interval '1 hour' end
    from generate_series(1, 6500) series (i)
    join (select id, row_number() over () as nth from board) board on board.nth = 1 + i % 40
    join made holder on holder.n = i * 7 % 2000`.execute(db);
  await sql`insert into claim (id, card_id, person_id, claimed_at, ended_at, how)
    select gen_random_uuid(), id, holder_id, handed_in_at - interval '1 day', handed_in_at, 'HANDED_IN'
    from card where holder_id is not null`.execute(db);
  await sql`insert into invitation (id, card_id, person_id, invited_by_id, at, expires_at, answer)
    select gen_random_uuid(), card.id, made.id, ${by}, now() - made.n * interval '1 hour', now() + interval '1 day',
      case when made.n % 3 = 0 then 'DECLINED' end
    from made join (select id, row_number() over () as nth from card where status = 'OPEN') card
      on card.nth = 1 + made.n % 500`.execute(db);
}
