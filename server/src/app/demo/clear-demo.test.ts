import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aHandle } from '../../../test/support/local-on-strike.ts';
import { asNow, coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { saveAskAnswers } from '../../features/ask/save-ask-answers.ts';
import { startAsk } from '../../features/ask/start-ask.ts';
import { submitAsk } from '../../features/ask/submit-ask.ts';
import { declineAsk } from '../../features/ask/decline-ask.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { createCard } from '../../core/card/create-card.ts';
import { blockPerson } from '../../core/trust/block-person.ts';
import { createCampaign } from '../../core/board/create-campaign.ts';
import { finishErasing } from '../../features/closing/erase-myself.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { renewRecoveryCode } from '../../core/person/renew-recovery-code.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { signIn } from '../../core/person/sign-in.ts';
import { tryAs } from '../../features/demo/try-as.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { vouchForPerson } from '../../core/trust/vouch-for-person.ts';
import { createRoleLink } from '../../features/role-link/create-role-link.ts';
import { createWatchLink } from '../../features/wall/watch-link.ts';
import { clearDemo } from './clear-demo.ts';
import { fillDemo } from './fill-demo.ts';
import { people } from './story.ts';

let database: TestDatabase;
let services: TestServices;
let northstar: Viewer;
beforeEach(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  await fillDemo(services);
  northstar = await tried('northstar');
});
afterEach(async () => {
  await services.close();
  await database.drop();
});

const visitor = { viewer: null, device: 'Firefox on Android' };
const db = () => services.orm.em.fork().getKysely();
const slugs = async () =>
  (await db().selectFrom('campaign').select('slug').execute()).map(({ slug }) => slug);
const rolesOf = async (viewer: Viewer) => [...(await asNow(services, viewer)).roles];
const standingOf = async (viewer: Viewer) => (await asNow(services, viewer)).standing;
const count = async (table: string) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int from ${sql.table(table)}`.execute(db());
  return rows[0]!.count;
};

/** Somebody who tries the board as a person of the demo. */
async function tried(handle: string): Promise<Viewer> {
  const { id } = await db()
    .selectFrom('person')
    .select('id')
    .where('handle', '=', handle)
    .executeTakeFirstOrThrow();
  return (await tryAs(services, id, visitor)).viewer;
}

/** A local of real people, with a campaign and a card, made by a coordinator whom the operator named. */
async function aRealLocal() {
  const cora = await coordinator(services, 'Cora');
  const ana = await newcomer(services, 'Anita');
  const organizationId = await createOrganization(services, cora, { name: 'Local 7', kind: 'UNION_LOCAL' });
  await setRole(services, cora, { organizationId, handle: 'Anita', role: 'ORGANIZER' });
  const made = {
    organizationId,
    slug: 'real',
    title: 'Ours',
    kind: 'STRIKE',
    sensitivity: 'PUBLIC',
  } as const;
  const { campaignId, boardId } = await createCampaign(services, ana.personId, made);
  const card = { boardId, title: 'A leaflet', deliverable: 'A page', skill: 'WRITING', hours: 1 } as const;
  const { result } = await createCard(services, ana.personId, {
    ...{ ...card, phase: 'ONGOING', sensitivity: 'PUBLIC', status: 'OPEN' },
  });
  return { cora, ana, organizationId, campaignId, cardId: result!.id };
}

test('a server that is no demo refuses a database that was one, in a sentence that names both ways out', async () => {
  const { ana, cora } = await aRealLocal();
  await expect(startApp(database.url)).rejects.toThrow(/DEMO=on.*npm run clear-demo/);
  await (await startApp(database.url, { DEMO: 'on' })).close();
  expect(await clearDemo(services)).toMatchObject({ people: Object.keys(people).length });
  await (await startApp(database.url)).close();
  expect(await clearDemo(services)).toBeNull();
  // What real people made is there, and so are they.
  expect(await slugs()).toEqual(['real']);
  expect((await rolesOf(ana)).map(([, role]) => role)).toEqual(['ORGANIZER']);
  expect((await asNow(services, cora)).coordinator).toBe(true);
});

test('nothing of the demo is left: no person, session, code, organization, campaign or ask', async () => {
  const code = await renewRecoveryCode(services, northstar);
  const organizationId = await createOrganization(services, northstar, { name: 'Played', kind: 'COALITION' });
  const words = { organizationId, slug: 'played', title: 'Played', kind: 'STRIKE' } as const;
  await createCampaign(services, northstar.personId, words);
  await clearDemo(services);
  for (const table of [
    'person',
    'session',
    'organization',
    'membership',
    'campaign',
    'card',
    'ask',
    'plan',
    'event',
  ])
    expect([table, await count(table)]).toEqual([table, 0]);
  for (const table of ['board_event', 'claim', 'hand_in', 'comment', 'notification', 'standing_change'])
    expect([table, await count(table)]).toEqual([table, 0]);
  await expect(signIn(services, { handle: 'northstar', recoveryCode: code }, visitor)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  await expect(asNow(services, northstar)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('the demo of a version that did not write down who made what is known too', async () => {
  await sql`update person set demo_part = null where demo_part = 'EXTRA'`.execute(db());
  await sql`update organization set created_by_id = null`.execute(db());
  await sql`update campaign set created_by_id = null`.execute(db());
  await sql`update membership set given_by_id = null`.execute(db());
  const late = await newcomer(services, aHandle());
  await clearDemo(services);
  expect(await slugs()).toEqual([]);
  expect(await count('organization')).toBe(0);
  const left = await db().selectFrom('person').select('id').execute();
  expect(left).toEqual([{ id: late.personId }]);
});

test('what the demo’s people gave to others is taken back, and what those gave by it', async () => {
  const { ana, cora, organizationId } = await aRealLocal();
  const [eve, mal, joe, vera] = await Promise.all(
    ['Evelyn', 'Mallory', 'Joey', 'Verena'].map((handle) => newcomer(services, handle)),
  );
  // Whoever tried the coordinator makes their own person a lead, and organizer of a real local.
  await setStanding(services, northstar, { handle: 'Evelyn', standing: 'LEAD', note: 'I am it' });
  await setRole(services, northstar, { organizationId, handle: 'Evelyn', role: 'ORGANIZER' });
  await setRole(services, await asNow(services, eve!), {
    organizationId,
    handle: 'Mallory',
    role: 'ORGANIZER',
  });
  await setRole(services, await asNow(services, mal!), { organizationId, handle: 'Joey', role: 'MEMBER' });
  await vouchForPerson(services, await asNow(services, eve!), { handle: 'Joey' });
  // What real people gave stays, also to those.
  await setStanding(services, cora, { handle: 'Mallory', standing: 'VETTED', note: 'Known' });
  await setStanding(services, northstar, { handle: 'Mallory', standing: 'LEAD' });
  await vouchForPerson(services, ana, { handle: 'Verena' });

  expect(await clearDemo(services)).toMatchObject({ roles: 3, standings: 3 });
  for (const who of [eve!, mal!, joe!]) expect(await rolesOf(who)).toEqual([]);
  expect((await rolesOf(ana)).map(([, role]) => role)).toEqual(['ORGANIZER']);
  expect([await standingOf(eve!), await standingOf(joe!)]).toEqual(['NEW', 'NEW']);
  expect([await standingOf(mal!), await standingOf(vera!)]).toEqual(['VETTED', 'NEW']);
  expect((await asNow(services, joe!)).vouches.size).toBe(0);
  expect((await asNow(services, vera!)).vouches).toEqual(new Set([organizationId]));
});

test('on campaigns of real people, their links end, their blocks are lifted, and their words go', async () => {
  const { ana, campaignId, cardId } = await aRealLocal();
  const oleander = await tried('oleander');
  const rosa = await newcomer(services, 'Rosaria');
  await createWatchLink(services, northstar, {
    ...{ campaignId, label: 'Mine', hours: 12, sensitivity: 'PUBLIC' },
    ...{ showsHandles: false, showsThanks: false },
  });
  await createRoleLink(services, northstar, {
    ...{ campaignId, label: 'Mine', role: 'ORGANIZER', days: 1, maxUses: 1 },
  });
  await blockPerson(services, northstar, { campaignId, handle: 'Rosaria', reason: 'For fun' });
  await claimCard(services, oleander.personId, { cardId });
  await addComment(services, oleander.personId, { cardId, text: 'Planted by the demo' });
  await addComment(services, ana.personId, { cardId, text: 'Ours' });
  const { token } = await startAsk(services, { language: 'en' });
  await saveAskAnswers(services, { token, answers: { happening: 'We really strike' } });
  await submitAsk(services, token);
  const ask = await db()
    .selectFrom('ask')
    .select('id')
    .where('submitted_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  await declineAsk(services, northstar, { askId: ask.id, words: 'No', elsewhere: 'Away' });

  await clearDemo(services);
  await finishErasing(services, oleander.personId);
  expect(await count('watch_link')).toBe(0);
  expect(await count('role_link')).toBe(0);
  expect((await asNow(services, rosa)).blocks.size).toBe(0);
  const card = await db().selectFrom('card').select(['status', 'holder_id']).execute();
  expect(card).toEqual([{ status: 'OPEN', holder_id: null }]);
  const comments = await db().selectFrom('comment').select('text').orderBy('id').execute();
  expect(comments).toEqual([{ text: '' }, { text: 'Ours' }]);
  const left = await db().selectFrom('person').select('handle').orderBy('created_at').execute();
  expect(left.map(({ handle }) => handle.replace(/-.*/, '-'))).toEqual(['gone-', 'Cora', 'Anita', 'Rosaria']);
  const asks = await db().selectFrom('ask').select(['status', 'decline_words']).execute();
  expect(asks).toEqual([{ status: 'SUBMITTED', decline_words: null }]);
});

test('what real people made in an organization of the demo stays, with its organization', async () => {
  const { id: organizationId } = await db().selectFrom('organization').select('id').executeTakeFirstOrThrow();
  const rosa = await newcomer(services, 'Rosaria');
  await setRole(services, await tried('marisol'), { organizationId, handle: 'Rosaria', role: 'ORGANIZER' });
  const words = {
    organizationId,
    slug: 'mine',
    title: 'Mine',
    kind: 'STRIKE',
    sensitivity: 'PUBLIC',
  } as const;
  await createCampaign(services, rosa.personId, words);
  await clearDemo(services);
  expect(await slugs()).toEqual(['mine']);
  expect(await rolesOf(rosa)).toEqual([]);
});
