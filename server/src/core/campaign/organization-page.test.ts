import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anEvent, hosts } from '../../../test/support/an-event.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import { aCard, aHandle, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { migrate } from '../../app/migrate.ts';
import { createSchema } from '../../app/schema.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createContext } from '../access/context.ts';
import type { Viewer } from '../access/viewer.ts';
import { createCampaign } from '../board/create-campaign.ts';
import { createOrganization } from '../organization/create-organization.ts';
import { organizationSlug } from '../organization/organization-slug.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

async function slugOf(id: string): Promise<string> {
  const { slug } = await db()
    .selectFrom('organization')
    .select('slug')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return slug;
}

async function ask(viewer: Viewer | null, source: string, variableValues = {}) {
  const contextValue = createContext(services, { viewer, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  expect(errors).toBeUndefined();
  return data as Record<string, { [name: string]: unknown } | null>;
}

/** What its page asks for, in both its steps. */
const PAGE = `query ($slug: String!) { organization(slug: $slug) { id slug name kind url
  openWork { skill cards hours }
  campaigns(first: 30) { nodes { id title organization { name url } counts { open hoursOpen } closing { outcome } }
    pageInfo { hasNextPage endCursor } } } }`;
const DATES = `query ($id: ID!) {
  events(organizationId: $id, first: 20) { nodes { title organization { name url } } pageInfo { hasNextPage } }
  openings(organizationId: $id, isOpen: true, first: 20) { nodes { title organization { name url } }
    pageInfo { hasNextPage } } }`;

describe('its name in addresses', () => {
  test('is made of its name, in small letters without marks', () => {
    expect(organizationSlug('SEIU Local 1021')).toBe('seiu-local-1021');
    expect(organizationSlug('  Sección 9: ¡Adelante! ')).toBe('seccion-9-adelante');
    expect(organizationSlug('Workers’ Circle')).toBe('workers-circle');
    expect(organizationSlug('Профсоюз 工会')).toBe('organization');
    expect(organizationSlug(`${'a'.repeat(47)} b`)).toBe('a'.repeat(47));
  });

  test('is one of its own, also of those made at the same moment, and stays when it is called otherwise', async () => {
    const { carmen } = await localOnStrike(services);
    const make = () => createOrganization(services, carmen, { name: 'Los Unidos', kind: 'COALITION' });
    const ids = await Promise.all(Array.from({ length: 6 }, make));
    const slugs = await Promise.all(ids.map(slugOf));
    expect(slugs.sort()).toEqual(['los-unidos', ...[2, 3, 4, 5, 6].map((number) => `los-unidos-${number}`)]);
    await sql`update organization set name = 'Somebody else' where id = ${ids[0]!}`.execute(db());
    const slug = await slugOf(ids[0]!);
    expect(slugs).toContain(slug);
    expect(await ask(carmen, PAGE, { slug })).toMatchObject({ organization: { name: 'Somebody else' } });
  });

  test('was given to all who were there before, to the older one without a number', async () => {
    const names = [
      'Local 2',
      'Local',
      'Local',
      'LOCAL',
      'Sección 9',
      '工会',
      'Workers’ Circle',
      'x'.repeat(60),
    ];
    await sql`alter table organization drop column slug`.execute(db());
    for (const [index, name] of names.entries())
      await sql`insert into organization (id, name, kind, created_at) values
        (uuidv7(), ${name}, 'COALITION', now() - interval '1 year' + make_interval(days => ${index}))`.execute(
        db(),
      );
    await sql`delete from migration where name = '2027-01-14-organization-slug'`.execute(db());
    await migrate(database.url);
    const { rows } = await sql<{ name: string; slug: string }>`select name, slug from organization
      where created_at < now() - interval '100 days' order by created_at`.execute(db());
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(rows.map(({ slug }) => slug)).toEqual([
      ...['local-2', 'local', 'local-3', 'local-4', 'seccion-9', 'organization', 'workers-circle'],
      'x'.repeat(48),
    ]);
    // As the server makes them, where the first of a name is meant.
    for (const { name, slug } of rows)
      if (!/-\d$|^local/.test(slug)) expect(organizationSlug(name), name).toBe(slug);
  });
});

describe('its page', () => {
  test('stands where lists name it, and nowhere else; those who are of it have it', async () => {
    const silent = await hosts(services);
    const { organizationId } = silent;
    const slug = await slugOf(organizationId);
    await createCampaign(services, silent.organizer.personId, {
      ...{
        organizationId,
        slug: `${slug}-silent`,
        title: 'Nobody knows yet',
        kind: 'STRIKE',
        sensitivity: 'TEAM',
      },
    });
    const node = `{ node(id: "${toGlobalId('Organization', organizationId)}") { ... on Organization { url } } }`;
    for (const who of [null, silent.stranger]) {
      expect(await ask(who, PAGE, { slug })).toEqual({ organization: null });
      expect(await ask(who, node)).toEqual({ node: { url: null } });
    }
    for (const who of [silent.member, silent.coordinator]) {
      expect(await ask(who, PAGE, { slug })).toMatchObject({ organization: { slug } });
      expect(await ask(who, node)).toEqual({ node: { url: `${services.address()}/organizations/${slug}` } });
    }
    expect(await ask(silent.coordinator, PAGE, { slug: 'no-such' })).toEqual({ organization: null });
  });

  test('sums what its reader may take, by skill, of campaigns that run', async () => {
    const strike = await localOnStrike(services);
    const open = (words: object) => aCard(services, strike, 'OPEN', words);
    await open({ skill: 'WRITING', hours: 2 });
    await open({ skill: 'GRAPHIC_DESIGN', hours: 3 });
    await open({ skill: 'WRITING', hours: 1.5 });
    await open({ skill: 'STRATEGY', hours: 1, sensitivity: 'VETTED' });
    await aCard(services, strike, 'DRAFT', { skill: 'TRAINING' });
    await aCard(services, strike, 'CLAIMED', { skill: 'ONLINE_VIDEO' });
    const slug = await slugOf(strike.organizationId);
    const sums = async (who: Viewer | null) => {
      const { organization } = await ask(who, PAGE, { slug });
      return organization!['openWork'];
    };
    const anybody = [
      { skill: 'WRITING', cards: 2, hours: 3.5 },
      { skill: 'GRAPHIC_DESIGN', cards: 1, hours: 3 },
    ];
    expect(await sums(null)).toEqual(anybody);
    const { viewer } = await joinAs(services, aHandle());
    await sql`update person set standing = 'VETTED' where id = ${viewer.personId}`.execute(db());
    expect(await sums(await asNow(services, viewer))).toEqual([
      ...anybody,
      { skill: 'STRATEGY', cards: 1, hours: 1 },
    ]);
    await sql`update campaign set ended_at = now() where id = ${strike.campaignId}`.execute(db());
    expect(await sums(null)).toEqual([]);
  });

  test('takes as many statements for twenty campaigns as for one', async () => {
    const strike = await localOnStrike(services);
    const slug = await slugOf(strike.organizationId);
    const id = toGlobalId('Organization', strike.organizationId);
    const by = { ...(await hosts(services)), organizer: strike.carmen };
    const fill = async (name: string) => {
      await createCampaign(services, strike.organizer, {
        ...{ organizationId: strike.organizationId, slug: `${slug}-${name}`, title: name },
        ...{ kind: 'BOYCOTT', sensitivity: 'PUBLIC' },
      });
      await anEvent(services, by, { organizationId: strike.organizationId, title: name });
    };
    const count = async () => {
      const counts: number[] = [];
      for (let time = 0; time < 3; time += 1)
        counts.push(
          await countStatements(async () => {
            await ask(null, PAGE, { slug });
            await ask(null, DATES, { id });
          }),
        );
      return Math.min(...counts);
    };
    await fill('first');
    const forOne = await count();
    for (let index = 0; index < 19; index += 1) await fill(`more-${index}`);
    const { organization } = await ask(null, PAGE, { slug });
    expect((organization!['campaigns'] as { nodes: unknown[] }).nodes).toHaveLength(21);
    expect(await count()).toBeLessThanOrEqual(forOne + 1);
    expect(forOne).toBeLessThanOrEqual(16);
  });
});
