import { Skill } from '../../core/access/skill.ts';
import type { Feature } from '../../platform/feature.ts';
import {
  CampaignDifferenceResolver,
  PersonDifference,
  ProgrammeResolver,
  ViewerDifference,
  VolunteerDifferenceResolver,
} from './difference.resolver.ts';
import { PublicPage } from './public-page.entity.ts';

/** Months and days come as far as something was finished in them; more than these come from no usual campaign or person. */
const MONTHS = 36;
const DAYS = 90;
const SKILLS = Object.keys(Skill).length;

export const difference: Feature = {
  name: 'difference',
  entities: [PublicPage],
  resolvers: [
    CampaignDifferenceResolver,
    PersonDifference,
    ProgrammeResolver,
    ViewerDifference,
    VolunteerDifferenceResolver,
  ],
  lists: {
    'CampaignDifference.byDay': DAYS,
    'Programme.losses': SKILLS * 4,
    'Programme.waits': 6,
    'PublicPage.byMonth': MONTHS,
    'PublicPage.bySkill': SKILLS,
    'PublicPage.works': 24,
    'VolunteerDifference.byMonth': MONTHS,
    'VolunteerDifference.bySkill': SKILLS,
  },
  erasesPerson: { gone: { public_page: 'person_id' } },
};
