import type { Phase } from '../../core/board/card.entity.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { closestOf, FIRST_LANGUAGE } from '../../platform/languages/languages.ts';
import templates from './card-templates.json' with { type: 'json' };

/** What a template is in every language. */
export interface TemplateFacts {
  key: string;
  skill: Skill;
  hours: number;
  phase: Phase;
  sensitivity: Sensitivity;
  /** Due moment in hours after T-0; null for none. */
  dueOffsetHours: number | null;
}

/** What it says in one of them. */
export interface TemplateTexts {
  title: string;
  deliverable: string;
  localSupplies: string;
  caution: string | null;
}

/** A card that has been needed in strike after strike, ready to put on a board in one language. */
export interface CardTemplate extends TemplateFacts, TemplateTexts {
  /** Of its texts. */
  language: string;
}

/** A template as it stands in one of its editions, in one language. */
export interface Edition extends CardTemplate {
  version: number;
  /** No longer proposed from this edition on. */
  retired: boolean;
  /** All languages it is written in. */
  writtenIn: string[];
}

/** An edition in all languages, with who wrote it and when; nobody and never for those that come with the product. */
export interface WrittenEdition extends TemplateFacts {
  version: number;
  retired: boolean;
  texts: Readonly<Record<string, TemplateTexts>>;
  editedBy: string | null;
  editedAt: Date | null;
}

/**
 * The templates that come with the product, in the order in which a strike needs them. What they say stands with the
 * texts of each language, in `web/src/messages/<language>/templates.json`; what coordinators made of them since is
 * read by `Templates`.
 */
export const templateFacts = templates as readonly TemplateFacts[];

/** An edition in the language nearest to `wanted` that it is written in; each has one at least. */
export function inLanguage(edition: WrittenEdition, wanted: string): Edition & WrittenEdition {
  const writtenIn = Object.keys(edition.texts).sort();
  const language =
    closestOf(writtenIn, wanted) ?? closestOf(writtenIn, FIRST_LANGUAGE) ?? writtenIn[0] ?? FIRST_LANGUAGE;
  const words = edition.texts[language] ?? {
    title: edition.key,
    deliverable: '',
    localSupplies: '',
    caution: null,
  };
  return { ...edition, ...words, language, writtenIn };
}
