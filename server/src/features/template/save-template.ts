import { sql } from 'kysely';
import { takeCardWords } from '../../core/card/card-words.ts';
import type { Em } from '../../platform/db/orm.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { InvalidInput, notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { TemplateEdition } from './template-edition.entity.ts';
import type { CardTemplate, Edition } from './card-templates.ts';
import { readTemplates } from './read-templates.ts';
import { requireTemplateWriter } from './template.policy.ts';

/** What a coordinator writes of a template. */
export type TemplateWords = Omit<CardTemplate, 'key'>;

/**
 * Writes a new edition of a template, or with no `key` a new template; returns it. `version` is the edition the
 * writer read: of two who write at once the second is refused. A retired template that is saved is in use again.
 * Boards and plans that were made keep the words they have.
 */
export async function saveTemplate(
  services: Services,
  viewer: Viewer,
  input: { key?: string | null; version?: number | null; words: TemplateWords },
): Promise<Edition> {
  return services.orm.em.fork().transactional(async (em) => {
    await holdTemplates(em);
    const { personId } = requireTemplateWriter(await refreshViewer(em, viewer));
    const words = takeWords(input.words);
    const templates = await readTemplates(em);
    if (!input.key) {
      const key = newKey(words.title, templates);
      return writeEdition(em, personId, { key, version: 1, retired: false, ...words });
    }
    const before = requireEdition(templates, input.key, input.version);
    const version = before.version + 1;
    return writeEdition(em, personId, { key: before.key, version, retired: false, ...words });
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
  return services.orm.em.fork().transactional(async (em) => {
    await holdTemplates(em);
    const { personId } = requireTemplateWriter(await refreshViewer(em, viewer));
    const templates = await readTemplates(em);
    const retired = templates.find((template) => template.key === key && template.retired);
    if (retired) return retired;
    const before = requireEdition(templates, key, version);
    return writeEdition(em, personId, { ...before, version: before.version + 1, retired: true });
  });
}

/** Writers follow each other: there are few, and two new templates must not get one key. */
async function holdTemplates(em: Em): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('template_edition'))`.execute(em.getKysely());
}

function requireEdition(templates: Edition[], key: string, version: number | null | undefined): Edition {
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

async function writeEdition(em: Em, editedBy: string, edition: Edition): Promise<Edition> {
  const { key, version, retired, ...words } = edition;
  await em.insert(TemplateEdition, { key, version, retired, words, editedBy });
  return edition;
}

function takeWords(input: TemplateWords): TemplateWords {
  const words = takeCardWords({ ...input, dueAt: null }, { startsAt: null });
  const { dueOffsetHours } = input;
  if (dueOffsetHours !== null && !Number.isInteger(dueOffsetHours)) {
    throw new InvalidInput('dueOffsetHours', 'OUT_OF_RANGE', 'Give whole hours.');
  }
  return {
    title: words.title ?? '',
    deliverable: words.deliverable ?? '',
    skill: input.skill,
    hours: words.hours ?? input.hours,
    phase: input.phase,
    localSupplies: words.localSupplies ?? '',
    sensitivity: input.sensitivity,
    caution: words.caution ?? null,
    dueOffsetHours,
  };
}

/** A key from the title, such as `flyer-for-the-shift`, that no template has. */
function newKey(title: string, templates: Edition[]): string {
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
