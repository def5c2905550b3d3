import type { Feature } from '../../platform/feature.ts';
import {
  CampaignDifferenceResolver,
  PersonDifference,
  ProgrammeResolver,
  ViewerDifference,
  VolunteerDifferenceResolver,
} from './difference.resolver.ts';
import { PublicPage } from './public-page.entity.ts';

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
};
