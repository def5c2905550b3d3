import { InputType, Field, ID, ObjectType } from 'type-graphql';
import { Role } from '../access/role.ts';
import { MembershipType } from '../organization/organization.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@InputType('SetRoleInput', { description: 'Who does what in an organization.' })
export class SetRoleInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => String, { description: 'The person, by handle.' })
  handle!: string;

  @Field(() => Role, { nullable: true, description: 'Their role from now on; null takes it away.' })
  role?: Role | null;
}

@ObjectType('SetRolePayload', { description: 'The answer to `setRole`.' })
export class SetRolePayload extends Payload {
  @Field(() => MembershipType, {
    nullable: true,
    description: 'The role now; null when taken away or refused.',
  })
  membership!: MembershipType | null;
}
