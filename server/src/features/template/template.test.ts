import { afterAll, beforeAll, expect, test } from 'vitest';
import { localOnStrike, refusalOf } from '../../../test/support/local-on-strike.ts';
import { coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createCardsFromTemplates } from './create-cards.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { inLanguage, templateFacts } from './card-templates.ts';
import { selectEditions, Templates } from './templates.ts';
import { retireTemplate, saveTemplate, type TemplateWords } from './save-template.ts';

let database: TestDatabase;
let services: TestServices;
let cora: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  cora = await coordinator(services, 'Cora');
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();
const templateOf = async (key: string) =>
  (await services.templates.newest(em(), 'en')).find((each) => each.key === key)!;
const historyOf = async (key: string) => services.templates.history(key, await selectEditions(em(), [key]));
const words: TemplateWords = {
  title: 'Flyer for the shift',
  deliverable: 'One page, ready to print',
  skill: 'GRAPHIC_DESIGN',
  hours: 2,
  phase: 'ONGOING',
  localSupplies: 'The text',
  sensitivity: 'PUBLIC',
  caution: null,
  dueOffsetHours: 24,
};

test('an empty table has the templates of the product, in the order in which a strike needs them', async () => {
  const templates = await services.templates.newest(em(), 'en');
  expect(templates.map(({ key }) => key)).toEqual(templateFacts.map(({ key }) => key));
  expect(templates.every(({ version, retired }) => version === 1 && !retired)).toBe(true);
});

test('an edition takes the place of the one before, on new boards too; the old one stays to be read', async () => {
  const before = await templateOf('faq');
  const edition = await saveTemplate(services, cora, {
    key: 'faq',
    version: 1,
    words: { ...before, title: 'Twenty questions', hours: 2.5 },
  });
  expect(edition).toMatchObject({ key: 'faq', version: 2, title: 'Twenty questions', hours: 2.5 });
  expect(await templateOf('faq')).toMatchObject({ version: 2, title: 'Twenty questions' });
  const history = await historyOf('faq');
  expect(history.map(({ version, editedBy }) => [version, editedBy])).toEqual([
    [2, cora.personId],
    [1, null],
  ]);
  const [old] = await services.templates.editions(em(), [{ key: 'faq', version: 1 }], 'en');
  expect(old).toMatchObject({ title: before.title });
  const strike = await localOnStrike(services);
  const { boardId, organizer } = strike;
  const made = await createCardsFromTemplates(services, organizer, { boardId, templateKeys: ['faq'] });
  expect(made.result).toMatchObject([{ title: 'Twenty questions', hours: 2.5 }]);
});

test('of six who write at once five are refused, and nothing of theirs is kept', async () => {
  const { version, key, ...before } = await templateOf('press-kit');
  const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  const writes = await Promise.allSettled(
    titles.map((title) => saveTemplate(services, cora, { key, version, words: { ...before, title } })),
  );
  const refused = writes.flatMap((write) => (write.status === 'rejected' ? [write.reason as unknown] : []));
  expect(refused).toMatchObject(titles.slice(1).map(() => ({ code: 'STALE_PLAN' })));
  expect(await historyOf(key)).toHaveLength(2);
  const late = saveTemplate(services, cora, { key, version, words: before });
  expect((await refusalOf(late)).code).toBe('STALE_PLAN');
  const fresh = await Promise.all(titles.map(() => saveTemplate(services, cora, { words })));
  expect(new Set(fresh.map((template) => template.key)).size).toBe(6);
});

test('a retired template goes on no board until it is saved again', async () => {
  const { boardId, organizer } = await localOnStrike(services);
  const retired = await retireTemplate(services, cora, { key: 'picket-map', version: 1 });
  expect(retired).toMatchObject({ version: 2, retired: true });
  expect(await retireTemplate(services, cora, { key: 'picket-map', version: 1 })).toMatchObject({
    version: 2,
  });
  const use = () => createCardsFromTemplates(services, organizer, { boardId, templateKeys: ['picket-map'] });
  expect(await refusalOf(use())).toMatchObject({ code: 'INVALID_INPUT', reason: 'UNKNOWN' });
  await saveTemplate(services, cora, { key: 'picket-map', version: 2, words: { ...words, title: 'Map' } });
  expect((await use()).result).toMatchObject([{ title: 'Map' }]);
});

test('a new template has a key of its own and stands in its phase', async () => {
  const song = { ...words, title: '¡A song for all!' };
  const one = await saveTemplate(services, cora, { words: song });
  const other = await saveTemplate(services, cora, { words: song });
  expect([one.key, other.key]).toEqual(['a-song-for-all', 'a-song-for-all-2']);
  const phases = (await services.templates.newest(em(), 'en')).map(({ phase }) => phase);
  const order = ['BEFORE', 'FIRST_72_HOURS', 'ONGOING', 'AFTER'];
  expect(phases).toEqual(phases.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
});

test.each<[string, Partial<TemplateWords>]>([
  ['title', { title: '  ' }],
  ['title', { title: 'x'.repeat(121) }],
  ['deliverable', { deliverable: '' }],
  ['hours', { hours: 0 }],
  ['dueOffsetHours', { dueOffsetHours: 99_999 }],
  ['caution', { caution: '\u0007' }],
])('a bad %s is refused by its name', async (field, bad) => {
  const before = await services.templates.newest(em(), 'en');
  const refusal = await refusalOf(saveTemplate(services, cora, { words: { ...words, ...bad } }));
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field });
  expect(await services.templates.newest(em(), 'en')).toEqual(before);
});

test('nobody but a coordinator writes templates', async () => {
  const newt = await newcomer(services, 'Newt');
  expect((await refusalOf(saveTemplate(services, newt, { words }))).code).toBe('NOT_ALLOWED');
  const retire = retireTemplate(services, newt, { key: 'scope-call', version: 1 });
  expect((await refusalOf(retire)).code).toBe('NOT_ALLOWED');
});

test('every template of the product is written in English and in Spanish, its caution too', async () => {
  const english = await services.templates.newest(em(), 'en');
  const spanish = await services.templates.newest(em(), 'es-MX');
  const shipped = new Set(templateFacts.map(({ key }) => key));
  for (const template of english.filter(({ key, version }) => shipped.has(key) && version === 1)) {
    const same = spanish.find(({ key }) => key === template.key)!;
    expect([template.language, same.language]).toEqual(['en', 'es']);
    expect(template.writtenIn).toEqual(['en', 'es']);
    expect(same.title).not.toBe(template.title);
    expect(same.deliverable).not.toBe(template.deliverable);
    expect(same.caution === null).toBe(template.caution === null);
    if (template.caution !== null) expect(same.caution).not.toBe(template.caution);
  }
});

test('a template is written in one language at a time; in others it says what it said', async () => {
  const before = await templateOf('press-list');
  const spanish = { ...before, title: 'Lista de medios', caution: 'Con permiso' };
  const { key, version } = before;
  const edition = await saveTemplate(services, cora, { key, version, language: 'es', words: spanish });
  expect(edition).toMatchObject({ version: version + 1, language: 'es', title: 'Lista de medios' });
  expect(await templateOf(key)).toMatchObject({ title: before.title, caution: null, language: 'en' });
  // A new one has the language it was written in, until somebody adds another.
  const song = await saveTemplate(services, cora, {
    language: 'es',
    words: { ...words, title: 'Una canción' },
  });
  expect(await templateOf(song.key)).toMatchObject({
    title: 'Una canción',
    language: 'es',
    writtenIn: ['es'],
  });
  const both = { key: song.key, version: 1, language: 'en', words: { ...words, title: 'A song' } };
  expect(await saveTemplate(services, cora, both)).toMatchObject({ language: 'en', writtenIn: ['en', 'es'] });
  const unknown = saveTemplate(services, cora, { language: 'tlh', words });
  expect(await refusalOf(unknown)).toMatchObject({ code: 'INVALID_INPUT', field: 'language' });
});

test('cards are made in the language that is asked for, and say which one that is', async () => {
  const { boardId, organizer } = await localOnStrike(services);
  const templateKeys = ['account-audit'];
  const inSpanish = await createCardsFromTemplates(services, organizer, {
    ...{ boardId, templateKeys, language: 'es' },
  });
  expect(inSpanish.result).toMatchObject([
    {
      title: 'Revisar y recuperar las cuentas de redes sociales',
      language: 'es',
      caution: 'Nunca pidan contraseñas',
    },
  ]);
  // What nobody wrote in it comes in English, and is not said to be Spanish.
  const own = await saveTemplate(services, cora, { words: { ...words, title: 'English alone' } });
  const english = await createCardsFromTemplates(services, organizer, {
    ...{ boardId, templateKeys: [own.key], language: 'es' },
  });
  expect(english.result).toMatchObject([{ title: 'English alone', language: 'en' }]);
  const wrong = createCardsFromTemplates(services, organizer, {
    boardId,
    templateKeys,
    language: 'not a tag',
  });
  expect(await refusalOf(wrong)).toMatchObject({ code: 'INVALID_INPUT', field: 'language' });
});

test('a third language brings its templates as a file', async () => {
  const french = { 'press-list': { title: 'Liste de presse', deliverable: 'Journalistes du coin' } };
  const texts = (language: string, file: string) =>
    language === 'fr' ? french : services.languages.texts(language, file);
  const templates = new Templates({ tags: ['en', 'es', 'fr'], texts });
  const all = await templates.newest(em(), 'fr');
  // Coordinators have written the press list anew since, in the languages there were.
  expect(all.find(({ key }) => key === 'press-list')).toMatchObject({ language: 'en' });
  expect(templates.history('press-list', []).map((edition) => inLanguage(edition, 'fr'))).toMatchObject([
    { title: 'Liste de presse', localSupplies: '', caution: null, language: 'fr' },
  ]);
  expect(all.find(({ key }) => key === 'weekly-metrics')).toMatchObject({
    language: 'en',
    writtenIn: ['en', 'es'],
  });
});
