import { Invitation } from './invitation.entity.ts';
import { CardInvitations, InvitationResolver, ViewerInvitations } from './invitation.resolver.ts';
import type { Feature } from '../../platform/feature.ts';
import { Availability } from './availability.entity.ts';
import { ViewerAvailability } from './availability.resolver.ts';
import { CardMatches, PersonMatchResolver, ViewerMatches } from './match.resolver.ts';

export const matching: Feature = {
  name: 'matching',
  entities: [Availability, Invitation],
  resolvers: [
    CardInvitations,
    InvitationResolver,
    ViewerInvitations,
    CardMatches,
    PersonMatchResolver,
    ViewerAvailability,
    ViewerMatches,
  ],
};
