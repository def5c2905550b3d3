import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CardType } from '../../core/card/card.type.ts';
import { mayManageCampaign } from '../../core/campaign/campaign-rights.ts';
import type { Context } from '../../core/access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { declineInvitation } from './decline-invitation.ts';
import { invitePerson } from './invite-person.ts';
import {
  DeclineInvitationInput,
  DeclineInvitationPayload,
  InvitationType,
  InvitePersonInput,
  InvitePersonPayload,
  toInvitation,
} from './invitation.type.ts';
import { readRunning } from './read-invitations.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { invitationsLoader } from './invitation.loader.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => CardType, { description: 'What is asked for.' })
  card(@Root() { row }: InvitationType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(row.cardId);
  }

  @FieldResolver(() => PersonType, { description: 'Who is asked.' })
  person(@Root() { row }: InvitationType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(row.personId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who asks; null when they have left.' })
  invitedBy(@Root() { row }: InvitationType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.invitedById ? loaders.of(personLoader).load(row.invitedById) : null;
  }

  @Mutation(() => InvitePersonPayload, {
    description:
      'Ask somebody whether a card would suit them. For organizers and coordinators; twice a day at most for one person.',
  })
  invitePerson(
    @Arg('input', () => InvitePersonInput, input) given: InvitePersonInput,
    @Ctx() context: Context,
  ): Promise<InvitePersonPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const cardId = rowId('Card', given.cardId);
      const personId = rowId('Person', given.personId);
      return { invitation: toInvitation(await invitePerson(context.services, viewer, { cardId, personId })) };
    });
  }

  @Mutation(() => DeclineInvitationPayload, { description: 'Say "not now" to an invitation of yours.' })
  declineInvitation(
    @Arg('input', () => DeclineInvitationInput, input) given: DeclineInvitationInput,
    @Ctx() context: Context,
  ): Promise<DeclineInvitationPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const invitationId = rowId('Invitation', given.invitationId);
      return { invitation: toInvitation(await declineInvitation(context.services, viewer, invitationId)) };
    });
  }
}

@Resolver(() => ViewerType)
export class ViewerInvitations {
  @FieldResolver(() => [InvitationType], {
    description: 'What you are asked for and have not answered, soonest to lapse first.',
  })
  async invitations(
    @Root() { viewer }: ViewerType,
    @Ctx() { em, reader }: Context,
  ): Promise<InvitationType[]> {
    if (viewer.standing === 'SUSPENDED') return [];
    return (await readRunning(em, { personId: viewer.personId, reader })).map(toInvitation);
  }
}

@Resolver(() => CardType)
export class CardInvitations {
  @FieldResolver(() => [InvitationType], {
    nullable: true,
    description:
      'Who was asked for it, newest first, the last time each. Null for all but its organizers and coordinators, and in a subscription.',
  })
  async invitations(@Root() { row }: CardType, @Ctx() context: Context): Promise<InvitationType[] | null> {
    if (!mayAskFor(context, row)) return null;
    return (await context.loaders.of(invitationsLoader).load(row.id)).map(toInvitation);
  }
}

/** Whether the viewer may ask people for a card, and see who fits them. */
export function mayAskFor(
  { viewer }: Pick<Context, 'viewer'>,
  card: { organizationId: string; campaignId: string },
): boolean {
  return viewer !== null && mayManageCampaign(viewer, card);
}
