import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../access/context.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../person/entrance.ts';
import { isTeamOf } from '../access/viewer.ts';
import { PersonType } from '../person/person.type.ts';
import { createOrganization } from './create-organization.ts';
import { OrganizationKind } from './organization.entity.ts';
import { MembershipType, OrganizationType, toMembership } from './organization.type.ts';
import { membersLoader, organizationLoader } from './organization.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { ViewerType } from '../person/viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

const input = { description: 'What the mutation takes.' };

@InputType('CreateOrganizationInput', { description: 'A new organization.' })
export class CreateOrganizationInput {
  @Field(() => String, { description: 'What it is called; 120 characters at most.' })
  name!: string;

  @Field(() => OrganizationKind, { description: 'What sort of organization it is.' })
  kind!: OrganizationKind;
}

@ObjectType('CreateOrganizationPayload', { description: 'The answer to `createOrganization`.' })
export class CreateOrganizationPayload extends Payload {
  @Field(() => OrganizationType, { nullable: true, description: 'The new organization; null when refused.' })
  organization!: OrganizationType | null;
}

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @FieldResolver(() => [MembershipType], {
    description: 'Who is in it, organizers first. Empty for all but its own people and coordinators.',
  })
  async members(@Root() organization: OrganizationType, @Ctx() context: Context): Promise<MembershipType[]> {
    return isTeamOf(context.reader, organization.uuid)
      ? context.loaders.of(membersLoader).load(organization.uuid)
      : [];
  }

  @Mutation(() => CreateOrganizationPayload, { description: 'Add an organization. For coordinators.' })
  createOrganization(
    @Arg('input', () => CreateOrganizationInput, input) given: CreateOrganizationInput,
    @Ctx() context: Context,
  ): Promise<CreateOrganizationPayload> {
    return answer(async () => {
      const id = await createOrganization(context.services, signedIn(context), given);
      return { organization: await context.loaders.of(organizationLoader).load(id) };
    });
  }
}

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => OrganizationType, { description: 'Where.' })
  organization(
    @Root() { organizationId }: MembershipType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType> {
    return loaders.of(organizationLoader).load(organizationId);
  }

  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { personId }: MembershipType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}

@Resolver(() => ViewerType)
export class ViewerMemberships {
  @FieldResolver(() => [MembershipType], { description: 'Their roles in organizations.' })
  memberships(@Root() { viewer }: ViewerType): MembershipType[] {
    return [...viewer.roles].map(([organizationId, role]) =>
      toMembership({ organizationId, personId: viewer.personId, role }),
    );
  }
}
