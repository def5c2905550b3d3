import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Context } from '../access/context.ts';
import { membersLoader } from '../organization/organization.loader.ts';
import { toMembership } from '../organization/organization.type.ts';
import { signedIn } from '../person/entrance.ts';
import { undoRoleRemoval } from './role-removal.ts';
import {
  SetRoleInput,
  SetRolePayload,
  toRoleRemoval,
  UndoRoleRemovalInput,
  UndoRoleRemovalPayload,
} from './role.types.ts';
import { setRole } from './set-role.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class RoleMutations {
  @Mutation(() => SetRolePayload, {
    description:
      'Give a person a role in an organization, or take it away. For its organizers and coordinators.',
  })
  setRole(
    @Arg('input', () => SetRoleInput, input) given: SetRoleInput,
    @Ctx() context: Context,
  ): Promise<SetRolePayload> {
    return answer(async () => {
      const organizationId = rowId('Organization', given.organizationId);
      const { handle, role = null } = given;
      const { membership, removal } = await setRole(context.services, signedIn(context), {
        ...{ organizationId, handle, role },
      });
      context.loaders.of(membersLoader).clear(organizationId);
      return {
        membership: membership && toMembership(membership),
        removal: removal && toRoleRemoval(removal),
      };
    });
  }

  @Mutation(() => UndoRoleRemovalPayload, {
    description: 'Give a role back that you took away within the last minute, as it was.',
  })
  undoRoleRemoval(
    @Arg('input', () => UndoRoleRemovalInput, input) given: UndoRoleRemovalInput,
    @Ctx() context: Context,
  ): Promise<UndoRoleRemovalPayload> {
    return answer(async () => {
      const removalId = rowId('RoleRemoval', given.removalId);
      const membership = await undoRoleRemoval(context.services, signedIn(context), removalId);
      context.loaders.of(membersLoader).clear(membership.organizationId);
      return { membership: toMembership(membership) };
    });
  }
}
