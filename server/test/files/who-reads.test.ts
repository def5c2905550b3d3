import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSchema } from '../../src/app/schema.ts';
import { createContext } from '../../src/core/access/context.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { beginFile } from '../../src/core/file/begin-file.ts';
import { file } from '../../src/core/file/feature.ts';
import { readFile } from '../../src/core/file/read-file.ts';
import { removeFile } from '../../src/core/file/remove-file.ts';
import { createApprovalLink, revokeApprovalLink } from '../../src/core/review/approval-link.ts';
import { approveByLink } from '../../src/core/review/approve-by-link.ts';
import { saveDraft } from '../../src/core/review/save-draft.ts';
import { handInCard } from '../../src/core/review/hand-in-card.ts';
import { passCraftReview, requestChanges } from '../../src/core/review/review-card.ts';
import { blockPerson } from '../../src/core/trust/block-person.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { aFile, aCardFile } from '../support/a-file.ts';
import {
  aCard,
  aHandle,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../support/local-on-strike.ts';
import { asNow, joinAs } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let app: TestApp;
let strike: LocalOnStrike;
let holder: Viewer;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  app = await startApp(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
  holder = (await joinAs(services, aHandle())).viewer;
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

/** Everybody of the local by what they are, signed in; and nobody. */
async function everybody(): Promise<[string, Viewer | null][]> {
  const people: [string, Viewer | null][] = [
    ['nobody', null],
    ['holder', await asNow(services, holder)],
  ];
  for (const name of [
    'organizer',
    'approver',
    'member',
    'volunteer',
    'vetted',
    'foreigner',
    'suspended',
    'coordinator',
  ] as const) {
    const { viewer } = await joinAs(services, aHandle());
    await sql`update session set person_id = ${strike[name]} where id = ${viewer.sessionId}`.execute(db());
    people.push([name, await asNow(services, viewer)]);
  }
  return people;
}

async function whoReads(fileId: string): Promise<string[]> {
  const readers: string[] = [];
  for (const [name, viewer] of await everybody())
    if (await readFile({ em: services.orm.em.fork(), filePlaces: services.filePlaces }, viewer, fileId))
      readers.push(name);
  return readers;
}

async function held(words: Parameters<typeof aCard>[3] = {}): Promise<string> {
  return (await aCard(services, strike, 'CLAIMED', { holder: holder.personId, ...words })).id;
}

/** What `viewer` sees of a card by the API. */
async function seen(viewer: Viewer | null, cardId: string) {
  const source = `query ($id: ID!) { node(id: $id) { ... on Card { files { name state address } uploads { name state }
    work { handIns { files { name thumbnails { width height } } } } } } }`;
  const { data, errors } = await graphql({
    ...{ schema, source, variableValues: { id: toGlobalId('Card', cardId) } },
    contextValue: createContext(services, { viewer, requestId: 'test' }),
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data?.['node'])) as Record<string, unknown> | null;
}

const ALL = [
  'nobody',
  'holder',
  'organizer',
  'approver',
  'member',
  'volunteer',
  'vetted',
  'foreigner',
  'suspended',
  'coordinator',
];
const OF_WORK = ['holder', 'organizer', 'approver', 'member', 'vetted', 'coordinator'];

test('a file on a card is read by whoever reads the card', async () => {
  const open = await aCard(services, strike, 'OPEN');
  expect(await whoReads(await aCardFile(services, strike.organizer, open.id))).toEqual(ALL);
  const vetted = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  expect(await whoReads(await aCardFile(services, strike.organizer, vetted.id))).toEqual([
    ...['organizer', 'approver', 'member', 'vetted', 'coordinator'],
  ]);
  const draft = await aCard(services, strike, 'DRAFT');
  expect(await whoReads(await aCardFile(services, strike.organizer, draft.id))).toEqual([
    ...['organizer', 'approver', 'member', 'coordinator'],
  ]);
  expect((await seen(null, open.id))?.['files']).toMatchObject([{ name: 'leaflet.jpg', state: 'READY' }]);
});

test('work that is not handed in is its sender’s alone, and handed in that of whoever reads the work', async () => {
  const cardId = await held();
  const fileId = await aFile(services, holder.personId, cardId);
  expect(await whoReads(fileId)).toEqual(['holder']);
  for (const [name, viewer] of await everybody()) {
    const card = await seen(viewer, cardId);
    const mine =
      name === 'holder' ? [{ name: 'leaflet.jpg', state: 'READY' }] : name === 'nobody' ? null : [];
    expect([name, card?.['uploads']]).toEqual([name, mine]);
  }
  await handInCard(services, holder.personId, { cardId, note: '', links: [], fileIds: [fileId] });
  expect(await whoReads(fileId)).toEqual(OF_WORK);
  expect(await seen(await asNow(services, holder), cardId)).toMatchObject({
    uploads: [],
    work: { handIns: [{ files: [{ name: 'leaflet.jpg', thumbnails: [{ width: 480 }, { width: 240 }] }] }] },
  });
  // Sent back, it stays with the work of then; what goes along next is sent anew.
  await requestChanges(services, strike.organizer, { cardId, note: 'Shorter' });
  expect(await whoReads(fileId)).toEqual(OF_WORK);
  await blockPerson(services, strike.carmen, {
    ...{ campaignId: strike.campaignId, handle: holder.handle, reason: 'As the test asks' },
  });
  expect(await whoReads(fileId)).not.toContain('holder');
});

test('nothing is handed in without what belongs to it: what is not ready, not theirs, or of another card refuses all', async () => {
  const cardId = await held();
  const mine = await aFile(services, holder.personId, cardId);
  const unfinished = await beginFile(services, holder.personId, {
    ...{ cardId, use: 'WORK', name: 'a.jpg', mediaType: 'image/jpeg', bytes: 10 },
  });
  const broken = await aFile(services, holder.personId, cardId, { bytes: Buffer.from('no picture') });
  const otherCard = await aFile(services, holder.personId, await held());
  const theirs = await aCard(services, strike, 'CLAIMED');
  const foreign = await aFile(services, strike.volunteer, theirs.id);
  const onCard = await aCardFile(services, strike.organizer, cardId);
  for (const wrong of [unfinished, broken, otherCard, foreign, onCard]) {
    const refusal = await refusalOf(
      handInCard(services, holder.personId, { cardId, note: 'N', links: [], fileIds: [mine, wrong] }),
    );
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'fileIds' });
    expect((await cardNow(services, cardId)).status).toBe('CLAIMED');
  }
  expect(await whoReads(mine)).toEqual(['holder']);
  const handIn = () =>
    handInCard(services, holder.personId, { cardId, note: '', links: [], fileIds: [mine] });
  await handIn();
  const { revision } = await handIn();
  expect((await handIn()).revision).toBe(revision);
  // The same words with other files are other work.
  const other = handInCard(services, holder.personId, {
    cardId,
    note: '',
    links: [{ url: 'https://a.example' }],
  });
  expect(await refusalOf(other)).toMatchObject({ code: 'WRONG_STATUS' });
});

test('an approval link opens the files of the work it asks about, no others, and no longer than it asks', async () => {
  const cardId = await held();
  const fileId = await aFile(services, holder.personId, cardId);
  const before = await aFile(services, holder.personId, cardId, { name: 'first.jpg' });
  await handInCard(services, holder.personId, { cardId, note: '', links: [], fileIds: [before] });
  await requestChanges(services, strike.organizer, { cardId, note: 'Another one' });
  await handInCard(services, holder.personId, { cardId, note: '', links: [], fileIds: [fileId] });
  await passCraftReview(services, strike.vetted, { cardId });
  const { token } = await createApprovalLink(services, strike.organizer, { cardId, label: 'Lou' });
  const query = `query ($token: String!) { approvalByLink(token: $token) { approval {
    files { id name address viewAddress thumbnails { address } } } } }`;
  const ask = async () => {
    const answer = (await (await app.ask(query, { token })).json()) as {
      data: {
        approvalByLink: {
          approval: {
            files: { id: string; address: string; viewAddress: string; thumbnails: { address: string }[] }[];
          };
        };
      };
    };
    return answer.data.approvalByLink.approval.files;
  };
  const files = await ask();
  expect(files).toMatchObject([{ name: 'leaflet.jpg' }]);
  const [{ address, viewAddress, thumbnails }] = files as [(typeof files)[0]];
  const statusOf = async (path: string) => (await fetch(`${app.url}${path}`)).status;
  for (const path of [address, viewAddress, ...thumbnails.map((each) => each.address)])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
  expect(await statusOf(`/files/${files[0]!.id}`)).toBe(404);
  // The same pass on another file, another pass on this one.
  expect(await statusOf(address.replace(files[0]!.id, toGlobalId('File', before)))).toBe(404);
  expect(await statusOf(address.replace(/\.\d+\./, '.9999999999999.'))).toBe(404);
  const revoked = await createApprovalLink(services, strike.organizer, { cardId, label: 'Ana' });
  const { rows } = await sql<{
    id: string;
  }>`select id from approval_link where label = 'Ana' and card_id = ${cardId}`.execute(db());
  const again = (await (await app.ask(query, { token: revoked.token })).json()) as never as {
    data: { approvalByLink: { approval: { files: { address: string }[] } } };
  };
  const byAna = again.data.approvalByLink.approval.files[0]!.address;
  expect(await statusOf(byAna)).toBe(200);
  await revokeApprovalLink(services, strike.organizer, rows[0]!.id);
  expect(await statusOf(byAna)).toBe(404);
  await approveByLink(services, { token, viewerId: null, thanks: 'Thank you' });
  expect(await statusOf(address)).toBe(404);
});

test('one’s own that hangs on nothing can be removed, what was handed in not, and on a card by its organizers', async () => {
  const cardId = await held();
  const [mine, handed] = [
    await aFile(services, holder.personId, cardId),
    await aFile(services, holder.personId, cardId),
  ];
  const onCard = await aCardFile(services, strike.organizer, cardId);
  const remove = (personId: string, fileId: string) => refusalOf(removeFile(services, personId, { fileId }));
  expect(await remove(strike.organizer, mine)).toMatchObject({ code: 'NOT_FOUND' });
  await removeFile(services, holder.personId, { fileId: mine });
  await handInCard(services, holder.personId, { cardId, note: '', links: [], fileIds: [handed] });
  expect(await remove(holder.personId, handed)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await remove(holder.personId, onCard)).toMatchObject({ code: 'NOT_ALLOWED' });
  const { revision } = await removeFile(services, strike.organizer, { fileId: onCard });
  expect((await cardNow(services, cardId)).id).toBe(cardId);
  const { rows } =
    await sql`select fields from board_event where board_id = ${strike.boardId} and revision = ${revision}`.execute(
      db(),
    );
  expect(rows).toEqual([{ fields: ['files'] }]);
  const { rows: left } = await sql<{ id: string }>`select id from file where card_id = ${cardId}`.execute(
    db(),
  );
  expect(left).toEqual([{ id: handed }]);
});

test('what hangs on nothing goes after a day, but while its sender holds the card', async () => {
  const cardId = await held();
  const [kept, unfinished] = [
    await aFile(services, holder.personId, cardId),
    await beginFile(services, holder.personId, {
      ...{ cardId, use: 'WORK', name: 'a.jpg', mediaType: 'image/jpeg', bytes: 10 },
    }),
  ];
  const age = async () => {
    await sql`update file set changed_at = changed_at - interval '25 hours' where card_id = ${cardId}`.execute(
      db(),
    );
    for (const statement of file.agesOut!) await statement.execute(db());
    const { rows } = await sql<{ id: string }>`select id from file where card_id = ${cardId}`.execute(db());
    return rows.map(({ id }) => id);
  };
  expect(await age()).toEqual([kept]);
  expect(await age()).not.toContain(unfinished);
  await handBackCard(services, holder.personId, { cardId, note: 'No time' });
  // It is work that was left for the next one.
  expect(await age()).toEqual([kept]);
  await claimCard(services, holder.personId, { cardId });
  const handed = await aFile(services, holder.personId, cardId);
  await handInCard(services, holder.personId, { cardId, note: '', links: [], fileIds: [handed] });
  expect((await age()).sort()).toEqual([kept, handed].sort());
});

test('of many that begin at once none passes the number of files, nor the sum of a person or a campaign', async () => {
  const cardId = await held();
  const begin = (bytes: number, by = holder.personId, on = cardId) =>
    refusalOf(
      beginFile(services, by, {
        cardId: on,
        use: 'WORK',
        name: 'a.pdf',
        mediaType: 'application/pdf',
        bytes,
      }),
    );
  const codes = await Promise.all(Array.from({ length: 16 }, () => begin(1_000).catch(() => null)));
  expect(codes.filter((refusal) => refusal === null)).toHaveLength(12);
  const other = await held();
  services.config.storageLimits = { ...services.config.storageLimits, ofPerson: 3, largest: 2 };
  const sums = await Promise.all(
    Array.from({ length: 4 }, () => begin(900_000, holder.personId, other).catch(() => null)),
  );
  expect(sums.filter((refusal) => refusal === null)).toHaveLength(3);
  services.config.storageLimits = { largest: 2, ofPerson: 50, ofCampaign: 5 };
  const theirs = (await aCard(services, strike, 'CLAIMED')).id;
  const shares = await Promise.all(
    Array.from({ length: 5 }, () => begin(1_000_000, strike.volunteer, theirs).catch(() => null)),
  );
  expect(shares.filter((refusal) => refusal === null)).toHaveLength(2);
  services.config.storageLimits = { largest: 250, ofPerson: 1_000, ofCampaign: 3_000 };
});

test('what was sent for work and not handed in stays with the draft, for whoever goes on with it', async () => {
  const cardId = await held();
  const fileId = await aFile(services, holder.personId, cardId);
  expect(await whoReads(fileId)).toEqual(['holder']);
  await handBackCard(services, holder.personId, { cardId });
  // Its sender is a volunteer like others by now.
  expect(await whoReads(fileId)).toEqual(['organizer', 'approver', 'member', 'vetted', 'coordinator']);
  expect((await cardNow(services, cardId)).draftKept).toBe(true);

  // Nobody hands in what lies on another card.
  const { id: other } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  const there = handInCard(services, strike.vetted, {
    cardId: other,
    note: 'Mine',
    links: [],
    fileIds: [fileId],
  });
  expect((await refusalOf(there)).code).toBe('INVALID_INPUT');

  await claimCard(services, strike.volunteer, { cardId });
  await handInCard(services, strike.volunteer, { cardId, note: 'Finished', links: [], fileIds: [fileId] });
  expect(await whoReads(fileId)).toEqual(
    ALL.filter((name) => name === 'volunteer' || (OF_WORK.includes(name) && name !== 'holder')),
  );
  const { rows } = await sql<{ person_id: string }>`select person_id from file where id = ${fileId}`.execute(
    db(),
  );
  expect(rows).toEqual([{ person_id: holder.personId }]);
});

test('who takes a card again and writes on has what they left for themselves alone', async () => {
  const cardId = await held();
  const fileId = await aFile(services, holder.personId, cardId);
  await handBackCard(services, holder.personId, { cardId });
  await claimCard(services, holder.personId, { cardId });
  await saveDraft(services, holder.personId, { cardId, note: 'Once more', links: [] });
  expect(await whoReads(fileId)).toEqual(['holder']);
});

test('a cancelled card keeps its files for the team; whoever leaves takes what they left along', async () => {
  const cardId = await held();
  const fileId = await aFile(services, holder.personId, cardId);
  await cancelCard(services, strike.organizer, { cardId, reason: 'Not needed' });
  expect(await whoReads(fileId)).toEqual(['organizer', 'approver', 'member', 'coordinator']);
  await file.erasesPerson?.also?.(db(), holder.personId, services);
  expect(await whoReads(fileId)).toEqual([]);
});
