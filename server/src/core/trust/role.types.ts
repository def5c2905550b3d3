import { GraphQLDateTimeISO } from 'graphql-scalars';
import { InputType, Field, ID, ObjectType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Role } from '../access/role.ts';
import { MembershipType } from '../organization/organization.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import type { Removed } from './role-removal.ts';

@InputType('SetRoleInput', { description: 'Who does what in an organization.' })
export class SetRoleInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => String, { description: 'The person, by handle.' })
  handle!: string;

  @Field(() => Role, { nullable: true, description: 'Their role from now on; null takes it away.' })
  role?: Role | null;
}

@ObjectType('RoleRemoval', { description: 'A role that was taken away just now.' })
export class RoleRemovalType {
  @Field(() => ID, { description: 'Opaque; `undoRoleRemoval` takes it.' })
  id!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when whoever took it away can undo it.' })
  undoUntil!: Date;
}

/** A removal as whoever did it sees it. */
export function toRoleRemoval({ id, undoUntil }: Removed): RoleRemovalType {
  return Object.assign(new RoleRemovalType(), { id: toGlobalId('RoleRemoval', id), undoUntil });
}

@InputType('UndoRoleRemovalInput', { description: 'What to undo.' })
export class UndoRoleRemovalInput {
  @Field(() => ID, { description: 'The `removal` that `setRole` answered.' })
  removalId!: string;
}

@ObjectType('SetRolePayload', { description: 'The answer to `setRole`.' })
export class SetRolePayload extends Payload {
  @Field(() => MembershipType, {
    nullable: true,
    description: 'The role now; null when taken away or refused.',
  })
  membership!: MembershipType | null;

  @Field(() => RoleRemovalType, {
    nullable: true,
    description: 'When a role was taken away: how that can be undone. Null else.',
  })
  removal!: RoleRemovalType | null;
}

@ObjectType('UndoRoleRemovalPayload', { description: 'The answer to `undoRoleRemoval`.' })
export class UndoRoleRemovalPayload extends Payload {
  @Field(() => MembershipType, { nullable: true, description: 'The role as it was; null when refused.' })
  membership!: MembershipType | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    RoleRemoval: true;
  }
}
