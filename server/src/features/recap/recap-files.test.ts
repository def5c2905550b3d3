import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aMaterial } from '../../../test/support/a-material.ts';
import { anEventWith } from '../../../test/support/an-afterwards.ts';
import { type Hosts, hosts } from '../../../test/support/an-event.ts';
import { aHandle } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp, type TestApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { readEventsById } from '../event/read-events.ts';
import { moveMaterial, removeMaterial, updateMaterial } from '../material/change-material.ts';
import { approveRecapByLink } from './approve-recap-by-link.ts';
import { composeRecap } from './compose-recap.ts';
import { prepareRecap } from './prepare-recap.ts';
import { publishRecap, takeBackRecap } from './publish-recap.ts';
import { readRecap } from './read-recap.ts';
import { createRecapLink, readRecapLinks, revokeRecapLink } from './recap-link.ts';

// Slides and files in a recap: those that the local said yes to, and no others.

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let by: Hosts;
let approver: Viewer;
let eventId: string;
let slug: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url);
  by = await hosts(services);
  const { viewer } = await joinAs(services, aHandle());
  const { organizationId } = by;
  await setRole(services, by.coordinator, { organizationId, handle: viewer.handle, role: 'APPROVER' });
  approver = await asNow(services, viewer);
});
beforeEach(async () => {
  ({ eventId } = await anEventWith(services, by));
  ({ slug } = await event());
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

const event = async () =>
  (await readEventsById(services.orm.em.fork(), readerOf(by.coordinator), [eventId]))[0]!;
const add = (name: string) => aMaterial(services, by.organizer.personId, eventId, { name, shown: 'RECAP' });
const prepare = () => prepareRecap(services, by.organizer, { eventId, asks: true });
const publish = async () => {
  const { edition } = await readRecap(services.orm.em.fork().getKysely(), eventId);
  await publishRecap(services, approver, { eventId, edition });
};
const statusOf = async (path: string) => (await fetch(`${app.url}${path}`)).status;
const atDoor = (id: string) => statusOf(`/files/${toGlobalId('File', id)}`);

interface Named {
  name: string;
  address: string;
}

/** What a stranger reads of it. */
async function asStranger() {
  const query = `query ($slug: String!) { event(slug: $slug) { files { name } recap { eventFiles { name address } } } }`;
  const { data } = (await (await app.ask(query, { slug })).json()) as {
    data: { event: { files: Named[]; recap: { eventFiles: Named[] } | null } };
  };
  return {
    files: data.event.files.map(({ name }) => name),
    recap: data.event.recap?.eventFiles.map(({ name }) => name) ?? null,
  };
}

test('with the yes of the local a stranger reads what it was said to, and what came later is not among it', async () => {
  const slides = await add('slides.pdf');
  await prepare();
  expect(await asStranger()).toEqual({ files: [], recap: null });
  expect(await atDoor(slides)).toBe(404);
  const later = await add('later.pdf');
  await publish();
  expect(await asStranger()).toEqual({ files: ['slides.pdf'], recap: ['slides.pdf'] });
  expect([await atDoor(slides), await atDoor(later)]).toEqual([200, 404]);
  // Another name, another order: another yes.
  await updateMaterial(services, by.organizer, { fileId: slides, name: 'Our secret' });
  await moveMaterial(services, by.organizer, { fileId: later, beforeId: slides });
  expect((await asStranger()).recap).toEqual(['slides.pdf']);
  await prepare();
  await publish();
  expect((await asStranger()).recap).toEqual(['later.pdf', 'Our secret.pdf']);
  expect(await atDoor(later)).toBe(200);
});

test('what is removed is gone from a recap that is public, and with the recap what was shown with it', async () => {
  const [gone, stays] = [await add('gone.pdf'), await add('stays.pdf')];
  await prepare();
  await publish();
  await removeMaterial(services, by.organizer, { fileId: gone });
  expect((await asStranger()).recap).toEqual(['stays.pdf']);
  expect([await atDoor(gone), await atDoor(stays)]).toEqual([404, 200]);
  await takeBackRecap(services, by.organizer, { eventId });
  expect(await asStranger()).toEqual({ files: [], recap: null });
  expect(await atDoor(stays)).toBe(404);
});

test('a recap without files is as it was, and one more file asks for another yes', async () => {
  await prepare();
  const em = services.orm.em.fork();
  const now = async () => composeRecap(services, em, await event(), await readRecap(em.getKysely(), eventId));
  expect(await now()).not.toHaveProperty('eventFiles');
  const { prepared } = await readRecap(em.getKysely(), eventId);
  expect(await now()).toEqual(prepared);
  await add('slides.pdf');
  expect(await now()).not.toEqual(prepared);
});

test('who is asked for the yes by a link opens the files that it asks about, no others, and no longer', async () => {
  const slides = await add('slides.pdf');
  await prepare();
  const later = await add('later.pdf');
  const link = async (label: string) =>
    (await createRecapLink(services, by.coordinator, { eventId, label })).token;
  const filesBy = async (token: string) => {
    const query = `query ($token: String!) { recapByLink(token: $token) { request { recap { eventFiles { name address } } } } }`;
    const { data } = (await (await app.ask(query, { token })).json()) as {
      data: { recapByLink: { request: { recap: { eventFiles: Named[] } } } };
    };
    return data.recapByLink.request.recap.eventFiles;
  };
  const ana = await link('Ana');
  const [ofAna] = await filesBy(ana);
  expect(ofAna?.name).toBe('slides.pdf');
  expect(await statusOf(ofAna!.address)).toBe(200);
  const idOf = (id: string) => toGlobalId('File', id);
  expect(await statusOf(ofAna!.address.replace(idOf(slides), idOf(later)))).toBe(404);
  expect(await statusOf(ofAna!.address.replace(/\.\d+\./, '.9999999999999.'))).toBe(404);
  // The same pass is none for the files of work.
  expect(await statusOf(ofAna!.address.replace('/recap-files/', '/link-files/'))).toBe(404);
  const [made] = await readRecapLinks(services.orm.em.fork().getKysely(), eventId);
  await revokeRecapLink(services, by.coordinator, made!.id);
  expect(await statusOf(ofAna!.address)).toBe(404);
  const lou = await link('Lou');
  const [ofLou] = await filesBy(lou);
  await approveRecapByLink(services, { token: lou, edition: 1, viewerId: null });
  expect(await statusOf(ofLou!.address)).toBe(404);
  expect(await atDoor(slides)).toBe(200);
});
