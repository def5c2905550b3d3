import { sql } from 'kysely';
import { Phase } from '../../core/board/card.entity.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Languages } from '../../platform/languages/languages.ts';
import {
  type Edition,
  inLanguage,
  type TemplateFacts,
  templateFacts,
  type TemplateTexts,
  type WrittenEdition,
} from './card-templates.ts';

/** Every template, as it comes with the product and as coordinators wrote it since. */
export class Templates {
  /** Version 1 of those that come with the product, in every language that has its texts. */
  readonly #first: readonly WrittenEdition[];

  constructor(languages: Pick<Languages, 'tags' | 'texts'>) {
    const said = languages.tags.map(
      (language) => [language, languages.texts(language, 'templates') ?? {}] as const,
    );
    this.#first = templateFacts.map((facts) => ({
      ...facts,
      version: 1,
      retired: false,
      texts: Object.fromEntries(
        said.flatMap(([language, texts]) => {
          const own = (texts as Record<string, Partial<TemplateTexts>>)[facts.key];
          return own?.title && own.deliverable ? [[language, completeTexts(own)]] : [];
        }),
      ),
      editedBy: null,
      editedAt: null,
    }));
  }

  /**
   * Each in its newest edition and, where it is written in it, in this language; in the order in which a strike needs
   * them, retired ones too. One query, whatever the number of templates and editions.
   */
  async newest(em: Em, language: string): Promise<Edition[]> {
    const newest = await this.newestWritten(em);
    return inOrder(newest).map((edition) => inLanguage(edition, language));
  }

  /** The same with the texts of all languages. */
  async newestWritten(em: Em): Promise<WrittenEdition[]> {
    const newest = new Map((await selectEditions(em, 'newest')).map((edition) => [edition.key, edition]));
    const first = this.#first.map((edition) => newest.get(edition.key) ?? edition);
    const own = [...newest.values()].filter(({ key }) => !this.#first.some((edition) => edition.key === key));
    return [...first, ...own];
  }

  /** Exactly these editions, in the order in which a strike needs them: what a plan was made of stays readable. */
  async editions(
    em: Em,
    wanted: readonly { key: string; version: number }[],
    language: string,
  ): Promise<Edition[]> {
    const nameOf = ({ key, version }: { key: string; version: number }) => `${key} ${version}`;
    const names = new Set(wanted.map(nameOf));
    const written = await selectEditions(em, [...new Set(wanted.map(({ key }) => key))]);
    const all = new Map([...this.#first, ...written].map((edition) => [nameOf(edition), edition]));
    return inOrder([...all.values()].filter((edition) => names.has(nameOf(edition)))).map((edition) =>
      inLanguage(edition, language),
    );
  }

  /** All editions of a template, newest first; `written` are those that coordinators wrote. */
  history(key: string, written: readonly WrittenEdition[]): WrittenEdition[] {
    const first = this.#first.filter((edition) => edition.key === key);
    return [...written, ...first].sort((one, other) => other.version - one.version);
  }
}

/** The editions of these templates that coordinators wrote, in one query. */
export async function selectEditions(em: Em, which: 'newest' | readonly string[]): Promise<WrittenEdition[]> {
  const { rows } = await sql<
    Pick<WrittenEdition, 'key' | 'version' | 'retired' | 'editedBy' | 'editedAt'> & {
      words: Omit<TemplateFacts, 'key'> & Pick<WrittenEdition, 'texts'>;
    }
  >`select ${which === 'newest' ? sql`distinct on (key)` : sql``} key, version, words, retired,
      edited_by_id as "editedBy", edited_at as "editedAt"
    from template_edition ${which === 'newest' ? sql`` : sql`where key = any(${which}::text[])`}
    order by key, version desc`.execute(em.getKysely());
  return rows.map(({ words, ...row }) => ({ ...words, ...row }));
}

function completeTexts({
  title = '',
  deliverable = '',
  localSupplies = '',
  caution = null,
}: Partial<TemplateTexts>) {
  return { title, deliverable, localSupplies, caution };
}

const PHASES = Object.keys(Phase);

/** By phase; within a phase as they were written down. */
function inOrder(editions: WrittenEdition[]): WrittenEdition[] {
  return editions.sort((one, other) => PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase));
}

declare module '../../platform/services.ts' {
  interface Services {
    templates: Templates;
  }
}
