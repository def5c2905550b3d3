import type { Feature } from '../../platform/feature.ts';
import { Invitation } from './invitation.entity.ts';
import { CardInvitations, InvitationResolver, ViewerInvitations } from './invitation.resolver.ts';

export const invitation: Feature = {
  name: 'invitation',
  entities: [Invitation],
  resolvers: [CardInvitations, InvitationResolver, ViewerInvitations],
};
