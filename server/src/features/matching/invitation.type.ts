import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ErrorType } from '../../platform/graphql/refusal.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { type InvitationRow, InvitationState } from './read-invitations.ts';
import { Payload } from '../../platform/graphql/payload.ts';

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'How an invitation stands.',
  valuesConfig: {
    RUNNING: { description: 'Waits for an answer.' },
    ACCEPTED: { description: 'The person took the card.' },
    DECLINED: { description: 'The person said "not now".' },
    WITHDRAWN: { description: 'The card went to somebody else, or away.' },
    LAPSED: { description: 'Nobody answered in time.' },
  },
});

@ObjectType('Invitation', {
  description: 'Somebody is asked whether a card would suit them. Nobody is assigned.',
})
export class InvitationType {
  /** The row behind it, for the resolver. */
  row!: InvitationRow;

  @Field(() => ID, { description: 'Opaque; `declineInvitation` takes it.' })
  id!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was sent.' })
  at!: Date;

  @Field(() => GraphQLDateTimeISO, {
    description: 'When it lapses without an answer: after 48 hours, or when the card is due.',
  })
  expiresAt!: Date;

  @Field(() => InvitationState, { description: 'How it stands.' })
  state!: InvitationState;
}

/** An invitation as those see it who may. */
export function toInvitation(row: InvitationRow): InvitationType {
  return Object.assign(new InvitationType(), {
    row,
    id: toGlobalId('Invitation', row.id),
    at: row.at,
    expiresAt: row.expiresAt,
    state: row.state,
  });
}

@InputType('InvitePersonInput', { description: 'Whom to ask for what.' })
export class InvitePersonInput {
  @Field(() => ID, { description: 'An open card.' })
  cardId!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}

@InputType('DeclineInvitationInput', { description: 'What to say "not now" to.' })
export class DeclineInvitationInput {
  @Field(() => ID, { description: 'One of `viewer.invitations`.' })
  invitationId!: string;
}

@ObjectType('InvitePersonPayload', { description: 'Answer to invitePerson.' })
export class InvitePersonPayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation; null when refused.' })
  invitation?: InvitationType | null;

  @Field(() => [ErrorType], { description: 'Why nobody was asked; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType('DeclineInvitationPayload', { description: 'Answer to declineInvitation.' })
export class DeclineInvitationPayload extends Payload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation; null when refused.' })
  invitation?: InvitationType | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Invitation: true;
  }
}
