import { sql } from 'kysely';
import { graphql, type GraphQLFieldResolver, getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createSchema } from '../../src/app/schema.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { openSession } from '../../src/core/person/open-session.ts';
import type { Context } from '../../src/core/access/context.ts';
import { anExchange, cookiesOf } from '../support/an-exchange.ts';
import { newcomer } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Change, CHANGES, type Target } from './changes.ts';
import { refusalFor } from './changing-rules.ts';
import { CHANGING } from './decisions.ts';
import { ask, contextOf } from './look.ts';
import { idOf, type Kind, KINDS, makeWorld, type Somebody, type World } from './world.ts';

// Every mutation is tried by everybody. Who is refused gets the right code and no data, and changes nothing.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await makeWorld(services);
  await newcomer(services, 'Tara');
  await newcomer(services, 'Tess');
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

// Approved work earns standing, and these have to stay new.
beforeEach(async () => {
  const cora = world.people.coordinator.viewer!;
  for (const handle of ['Hugo', 'Tara']) await setStanding(services, cora, { handle, standing: 'NEW' });
});

const kinds = Object.keys(KINDS) as Kind[];

interface Answer {
  errors: { code: string; message: string }[];
  [field: string]: unknown;
}

/** Carries out a mutation as somebody, and gives its payload. */
async function change(of: GraphQLSchema, who: Somebody, mutation: string, input?: object): Promise<Answer> {
  const field = of.getMutationType()!.getFields()[mutation]!;
  const payload = getNamedType(field.type);
  if (!isObjectType(payload)) throw new Error(`${mutation} answers no payload.`);
  const fields = Object.values(payload.getFields()).map(({ name, type }) => {
    if (name === 'errors') return 'errors { __typename code message }';
    return isObjectType(getNamedType(type)) ? `${name} { __typename }` : name;
  });
  const [arg] = field.args;
  const source = arg
    ? `mutation ($input: ${String(arg.type)}) { ${mutation}(input: $input) { ${fields.join(' ')} } }`
    : `mutation { ${mutation} { ${fields.join(' ')} } }`;
  const { data, errors } = await ask(services, of, who, source, { input });
  expect(errors, `${mutation} by ${who.kind}`).toBeUndefined();
  return data?.[mutation] as Answer;
}

/** A mark of everything that is stored: equal when nothing was changed. */
async function everything(): Promise<unknown> {
  const db = services.orm.em.fork().getKysely();
  const tables = [
    ...['person', 'session', 'organization', 'membership', 'campaign', 'board', 'board_event', 'card'],
    ...['claim', 'hand_in', 'draft', 'comment'],
    ...['invitation', 'availability', 'ask'],
    // Word gets through.
    ...['contact', 'push_subscription', 'calendar_feed', 'notification', 'notification_choice', 'code_brake'],
    // Plans and templates.
    ...['plan', 'lead_request', 'template_edition'],
    ...['standing_change', 'conduct_statement', 'campaign_block', 'vouch', 'approval_link', 'watch_link'],
    ...['role_link', 'role_removal', 'board_undo', 'board_import', 'import_source'],
    ...['closing', 'public_page', 'opening', 'application', 'question', 'question_vote'],
    ...['event', 'event_session', 'registration', 'turnout'],
    ...[
      'practice_card',
      'practice',
      'practice_piece',
      'shown_record',
      'certificate',
      'drift_ask',
      'drift_answer',
    ],
    ...['feedback', 'feedback_sum', 'feedback_edition', 'recap', 'recap_link', 'takeaway'],
    ...['adviser', 'office_hours', 'hours_exception', 'booking'],
    ...['suggestion', 'suggestion_vote', 'programme_campaign'],
    ...['webhook', 'webhook_board', 'webhook_delivery', 'webhook_attempt'],
    ...['room', 'room_event', 'poll', 'poll_vote', 'room_note', 'question_outcome'],
  ];
  const marks = tables.map(
    (table) =>
      sql`select ${table}::text as "table", md5(string_agg(t::text, '|' order by t::text)) as mark from ${sql.table(table)} t`,
  );
  const jobs = sql`select 'jobs' as "table", count(*)::text as mark from pgboss.job where name = 'lease'`;
  // So many tables may be read side by side, in any order.
  const { rows } = await sql`${sql.join([...marks, jobs], sql` union all `)} order by "table"`.execute(db);
  return rows;
}

/** What somebody should be told: a code, or null where they may. */
function shouldBe({ mutation, about, readable, findsFirst }: Change, who: Somebody): string | null {
  const rule = CHANGING[`Mutation.${mutation}`]!;
  const refused = refusalFor(rule, who, about(world));
  if (refused === 'NOT_SIGNED_IN') return refused;
  if (refused === 'SUSPENDED' && !(findsFirst && !readable(world, who))) return refused;
  // A draft is saved by the holder or by nobody: all others hear the same, whatever there is.
  if (!readable(world, who)) return mutation === 'saveDraft' ? 'NOT_ALLOWED' : 'NOT_FOUND';
  // A draft is its author's text and no change of the board: there the one refusal is that one does not hold the card.
  if (refused === 'BLOCKED' && mutation === 'saveDraft') return 'NOT_ALLOWED';
  return refused;
}

async function putAway({ cardId }: Target): Promise<void> {
  if (!cardId) return;
  await cancelCard(services, idOf(world, 'coordinator'), { cardId, reason: 'Put away' }).catch(
    () => undefined,
  );
}

test.each(CHANGES.map((each) => [each.mutation, each.what, each] as const))(
  '%s about %s',
  async (_mutation, _what, tried) => {
    const shared = await tried.make(world);
    const before = await everything();
    const allowed: Somebody[] = [];
    for (const kind of kinds) {
      const who = world.people[kind];
      const code = shouldBe(tried, who);
      if (code === null) {
        allowed.push(who);
        continue;
      }
      const { errors, ...data } = await change(schema, who, tried.mutation, shared.input);
      expect([kind, ...errors.map((error) => error.code)]).toEqual([kind, code]);
      expect(Object.values(data).filter((value) => value !== null && typeof value === 'object')).toEqual([]);
      if (shared.unknown && !tried.readable(world, who)) {
        // Not even the words may differ from those about what does not exist.
        const unknown = await change(schema, who, tried.mutation, shared.unknown);
        expect({ errors, ...data }).toEqual(unknown);
      }
    }
    expect(await everything(), 'whoever is refused changes nothing').toEqual(before);
    await putAway(shared);
    expect(allowed).not.toHaveLength(0);
    for (const who of allowed) {
      const target = await tried.make(world);
      const { errors } = await change(schema, who, tried.mutation, target.input);
      expect([who.kind, errors]).toEqual([who.kind, []]);
      await putAway(target);
    }
  },
  60_000,
);

test.each(kinds)('%s ends sessions of their own and no others', async (kind) => {
  const who = world.people[kind];
  const others = kind === 'organizer' ? 'member' : 'organizer';
  const foreign = toGlobalId('Session', world.people[others].viewer!.sessionId);
  const before = await everything();
  const refused = await change(schema, who, 'endSession', { sessionId: foreign });
  expect(refused.errors.map(({ code }) => code)).toEqual([who.viewer ? 'NOT_FOUND' : 'NOT_SIGNED_IN']);
  expect(await everything()).toEqual(before);
  if (!who.viewer) return;
  const { personId } = who.viewer;
  const { viewer } = await openSession(services.orm.em.fork(), { personId, device: 'Phone', replaces: null });
  const ended = await change(schema, who, 'endSession', {
    sessionId: toGlobalId('Session', viewer.sessionId),
  });
  expect(ended.errors).toEqual([]);
});

test.each(kinds)('%s gets a new recovery code for themselves alone', async (kind) => {
  const who = world.people[kind];
  const { errors, recoveryCode } = await change(schema, who, 'renewRecoveryCode');
  expect(errors.map(({ code }) => code)).toEqual(who.viewer ? [] : ['NOT_SIGNED_IN']);
  expect(recoveryCode === null).toBe(!who.viewer);
});

test.each(kinds)('%s confirms an address of their own and no other', async (kind) => {
  const who = world.people[kind];
  const before = await everything();
  const { errors } = await change(schema, who, 'confirmEmail', { code: '123456' });
  const expected = shouldBe(
    {
      mutation: 'confirmEmail',
      about: () => ({ organizationId: world.ours }),
      readable: () => true,
    } as never,
    who,
  );
  // Whoever may, has set none that waits for this code: the right one is tried beside the use case.
  expect(errors).toHaveLength(1);
  if (expected) expect([errors[0]!.code, await everything()]).toEqual([expected, before]);
  else expect(errors[0]!.code).toMatch(/WRONG_STAGE|INVALID_INPUT/);
});

// Whoever comes in or goes out needs an HTTP exchange, for the cookie.

async function atTheDoor(who: Somebody, source: string) {
  const http = anExchange(null);
  const contextValue = { ...contextOf(services, who), http };
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  const [payload] = Object.values(JSON.parse(JSON.stringify(data)) as Record<string, Answer>);
  return { codes: payload!.errors.map(({ code }) => code), cookies: cookiesOf(http) };
}

test.each(kinds)('%s is let in by no wrong code and as nobody of real life', async (kind) => {
  const who = world.people[kind];
  const before = await everything();
  for (const handle of ['Olga', 'Nobodyatall']) {
    const signIn = `mutation { signIn(input: { handle: "${handle}", recoveryCode: "7K2M" }) { viewer { isCoordinator } errors { code message } } }`;
    expect(await atTheDoor(who, signIn)).toEqual({ codes: ['INVALID_INPUT'], cookies: [] });
  }
  for (const id of [idOf(world, 'organizer'), idOf(world, 'coordinator')]) {
    const tryAs = `mutation { tryAs(input: { personId: "${toGlobalId('Person', id)}" }) { viewer { isCoordinator } errors { code message } } }`;
    expect(await atTheDoor(who, tryAs)).toEqual({ codes: ['NOT_FOUND'], cookies: [] });
  }
  expect(await everything()).toEqual(before);
});

test.each(kinds)('%s joins only where the decision says so', async (kind) => {
  const who = world.people[kind];
  const before = await everything();
  const handle = `Late${'abcdefghijklmnop'[kinds.indexOf(kind)]}comer`;
  const join = `mutation { join(input: { handle: "${handle}", skills: [], languages: [] }) { viewer { isCoordinator } errors { code } } }`;
  const code = refusalFor(CHANGING['Mutation.join']!, who, { organizationId: world.ours });
  const { codes, cookies } = await atTheDoor(who, join);
  expect([codes, cookies.length]).toEqual(code ? [[code], 0] : [[], 2]);
  if (code) expect(await everything()).toEqual(before);
});

test.each(kinds)('%s begins a request for help', async (kind) => {
  const start = `mutation { startAsk(input: { language: "es" }) { token errors { code message } } }`;
  expect(await atTheDoor(world.people[kind], start)).toEqual({ codes: [], cookies: [] });
});

test('a mutation that forgets its rule is found', async () => {
  const mutant = await createSchema();
  const field = mutant.getMutationType()!.getFields()['cancelCard']!;
  const resolve = field.resolve as GraphQLFieldResolver<unknown, Context>;
  field.resolve = (root, args, _context, info) =>
    resolve(root, args, contextOf(services, world.people.coordinator), info) as unknown;
  const tried = CHANGES.find(({ mutation }) => mutation === 'cancelCard')!;
  const { input } = await tried.make(world);
  const before = await everything();
  const { errors } = await change(mutant, world.people.newcomer, 'cancelCard', input);
  expect(errors.map(({ code }) => code)).not.toEqual([shouldBe(tried, world.people.newcomer)]);
  expect(await everything()).not.toEqual(before);
});

test('every mutation is tried', () => {
  const tried = new Set(CHANGES.map(({ mutation }) => `Mutation.${mutation}`));
  const elsewhere = [
    ...['join', 'signIn', 'tryAs', 'signOut', 'endSession', 'endOtherSessions', 'renewRecoveryCode'],
    ...['startAsk', 'confirmEmail'],
    // In way-back/way-back.test.ts: they ask of an exchange over HTTP, and answer everybody alike.
    ...['askWayBack', 'comeBackByLink', 'comeBackByCode'],
    // In closing/erase-myself.test.ts, with an HTTP exchange for the cookie.
    ...['eraseMyself'],
    // In opening/opening.test.ts: each takes back their own.
    ...['withdrawApplication'],
  ];
  const missing = Object.keys(CHANGING).filter((place) => !tried.has(place));
  expect(missing.sort()).toEqual(elsewhere.map((name) => `Mutation.${name}`).sort());
});
