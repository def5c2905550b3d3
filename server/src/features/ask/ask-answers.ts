import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import type { OrganizationKind } from '../../core/organization/organization.entity.ts';
import type { Skill } from '../../core/access/skill.ts';

/** What a local may have ready, asked one by one: yes, no, or (left out) not sure. Never the things themselves. */
export const Asset = {
  SOCIAL_ACCOUNTS: 'SOCIAL_ACCOUNTS',
  WEBSITE: 'WEBSITE',
  LOGO: 'LOGO',
  PHOTOS: 'PHOTOS',
  MEMBER_LIST: 'MEMBER_LIST',
  SUPPORTER_LIST: 'SUPPORTER_LIST',
  PRESS_CONTACT: 'PRESS_CONTACT',
  SPOKESPERSON: 'SPOKESPERSON',
  HARDSHIP_FUND: 'HARDSHIP_FUND',
  AD_BUDGET: 'AD_BUDGET',
} as const;
export type Asset = keyof typeof Asset;

/** What keeps a local awake. Free words go beside it. */
export const Worry = {
  NOBODY_KNOWS: 'NOBODY_KNOWS',
  RUMORS: 'RUMORS',
  PRESS: 'PRESS',
  MORALE: 'MORALE',
  MONEY: 'MONEY',
  REPLACEMENTS: 'REPLACEMENTS',
  SAFETY: 'SAFETY',
  LEGAL: 'LEGAL',
} as const;
export type Worry = keyof typeof Worry;

/**
 * The ten answers. Every one may be missing: "not sure" is an answer too. Kept as JSON, because each is read as a
 * whole, by the rules of the plan and by people; what finds an ask are columns beside it.
 */
export interface AskAnswers {
  /** 1. Who you are. */
  organizationName?: string;
  organizationKind?: OrganizationKind;
  role?: string;
  /** 2. What is happening, and when. */
  kind?: CampaignKind;
  happening?: string;
  /** T-0, ISO. */
  startsAt?: string;
  timeZone?: string;
  employer?: string;
  /** 3. Where supporters should look now. */
  lookHere?: { label: string; url: string }[];
  /** 4. What exists. */
  assets?: Partial<Record<Asset, boolean>>;
  /** 5. Who approves words in the local's name. How to reach them is sealed apart. */
  approver?: string;
  /** 6. What worries you. */
  worries?: Worry[];
  worryWords?: string;
  /** 7. Languages, as tags such as `en`. */
  languages?: string[];
  /** 8. What you think you need: skills, or "suggest it for us". */
  needs?: Skill[];
  suggestForUs?: boolean;
  needWords?: string;
  /** 9. What must stay unsaid. */
  hideEmployer?: boolean;
  hideStart?: boolean;
  unsaid?: string;
  /** 10. Hours a week that somebody there has for questions and yeses. */
  localHoursPerWeek?: number;
}
