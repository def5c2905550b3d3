import { sql } from 'kysely';
import { takeCardWords } from '../../core/card/card-words.ts';
import type { Em } from '../../platform/db/orm.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { FIRST_LANGUAGE } from '../../platform/languages/languages.ts';
import { InvalidInput, notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { TemplateEdition } from './template-edition.entity.ts';
import {
  type Edition,
  inLanguage,
  type TemplateFacts,
  type TemplateTexts,
  type WrittenEdition,
} from './card-templates.ts';
import { requireTemplateWriter } from './template.policy.ts';

/** What a coordinator writes of a template, in one language. */
export type TemplateWords = Omit<TemplateFacts, 'key'> & TemplateTexts;

/**
 * Writes a new edition of a template in one language, or with no `key` a new template; returns it. What it says in
 * other languages stays. `version` is the edition the writer read: of two who write at once the second is refused. A
 * retired template that is saved is in use again. Boards and plans that were made keep the words they have. Refuses a
 * language that the product does not speak.
 */
export async function saveTemplate(
  services: Services,
  viewer: Viewer,
  input: { key?: string | null; version?: number | null; language?: string | null; words: TemplateWords },
): Promise<Edition> {
  const language = takeLanguage(services, input.language);
  return services.orm.em.fork().transactional(async (em) => {
    await holdTemplates(em);
    const { personId } = requireTemplateWriter(await refreshViewer(em, viewer));
    const { facts, texts } = takeWords(input.words);
    const templates = await services.templates.newestWritten(em);
    const before = input.key ? requireEdition(templates, input.key, input.version) : null;
    const edition = {
      ...facts,
      key: before?.key ?? newKey(texts.title, templates),
      version: (before?.version ?? 0) + 1,
      retired: false,
      texts: { ...before?.texts, [language]: texts },
    };
    return inLanguage(await writeEdition(em, personId, edition), language);
  });
}

/**
 * Retires a template: plans and organizers are no longer offered it. An edition of its own, so that the history
 * says who did it and when. One that is retired already stays as it is.
 */
export async function retireTemplate(
  services: Services,
  viewer: Viewer,
  { key, version }: { key: string; version: number },
): Promise<Edition> {
  const inFirst = (edition: WrittenEdition) => inLanguage(edition, FIRST_LANGUAGE);
  return services.orm.em.fork().transactional(async (em) => {
    await holdTemplates(em);
    const { personId } = requireTemplateWriter(await refreshViewer(em, viewer));
    const templates = await services.templates.newestWritten(em);
    const retired = templates.find((template) => template.key === key && template.retired);
    if (retired) return inFirst(retired);
    const before = requireEdition(templates, key, version);
    const edition = { ...before, version: before.version + 1, retired: true };
    return inFirst(await writeEdition(em, personId, edition));
  });
}

/** Writers follow each other: there are few, and two new templates must not get one key. */
async function holdTemplates(em: Em): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('template_edition'))`.execute(em.getKysely());
}

function requireEdition(
  templates: readonly WrittenEdition[],
  key: string,
  version: number | null | undefined,
): WrittenEdition {
  const before = templates.find((template) => template.key === key);
  if (!before) throw notFound('template');
  if (before.version !== version) {
    throw new Refusal(
      'STALE_PLAN',
      'Somebody changed this template while you wrote. Look at what is new.',
      'TEMPLATE_CHANGED',
    );
  }
  return before;
}

async function writeEdition(
  em: Em,
  editedBy: string,
  edition: Omit<WrittenEdition, 'editedBy' | 'editedAt'>,
): Promise<WrittenEdition> {
  const { key, version, retired, texts, skill, hours, phase, sensitivity, dueOffsetHours } = edition;
  const words = { skill, hours, phase, sensitivity, dueOffsetHours, texts };
  await em.insert(TemplateEdition, { key, version, retired, words, editedBy });
  return { ...edition, editedBy, editedAt: null };
}

function takeLanguage({ languages }: Services, given: string | null | undefined): string {
  if (given == null) return FIRST_LANGUAGE;
  if (languages.tags.includes(given)) return given;
  throw new InvalidInput('language', 'UNKNOWN', 'Templates are written in the languages of this board.');
}

function takeWords(input: TemplateWords): { facts: Omit<TemplateFacts, 'key'>; texts: TemplateTexts } {
  const words = takeCardWords({ ...input, dueAt: null }, { startsAt: null });
  const { dueOffsetHours } = input;
  if (dueOffsetHours !== null && !Number.isInteger(dueOffsetHours)) {
    throw new InvalidInput('dueOffsetHours', 'OUT_OF_RANGE', 'Give whole hours.');
  }
  const { skill, phase, sensitivity } = input;
  const { title = '', deliverable = '', localSupplies = '', caution = null } = words;
  return {
    facts: { skill, hours: words.hours ?? input.hours, phase, sensitivity, dueOffsetHours },
    texts: { title, deliverable, localSupplies, caution },
  };
}

/** A key from the title, such as `flyer-for-the-shift`, that no template has. */
function newKey(title: string, templates: readonly WrittenEdition[]): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  const taken = new Set(templates.map(({ key }) => key));
  const stem = plain || 'card';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
