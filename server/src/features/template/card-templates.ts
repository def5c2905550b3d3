import type { Phase } from '../../core/board/card.entity.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import templates from './card-templates.json' with { type: 'json' };

/** A card that has been needed in strike after strike, ready to put on a board. */
export interface CardTemplate {
  key: string;
  title: string;
  deliverable: string;
  skill: Skill;
  hours: number;
  phase: Phase;
  localSupplies: string;
  sensitivity: Sensitivity;
  caution: string | null;
  /** Due moment in hours after T-0; null for none. */
  dueOffsetHours: number | null;
}

/** A template as it stands in one of its editions. */
export interface Edition extends CardTemplate {
  version: number;
  /** No longer proposed from this edition on. */
  retired: boolean;
}

/**
 * The first edition of the templates that come with the product, in the order in which a strike needs them. What
 * coordinators made of them since is read by `readTemplates`.
 */
export const cardTemplates = templates as readonly CardTemplate[];
