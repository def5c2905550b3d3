import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Context } from '../access/context.ts';
import { membersLoader } from '../organization/organization.loader.ts';
import { toMembership } from '../organization/organization.type.ts';
import { signedIn } from '../person/entrance.ts';
import { SetRoleInput, SetRolePayload } from './role.types.ts';
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
      const membership = await setRole(context.services, signedIn(context), { organizationId, handle, role });
      context.loaders.of(membersLoader).clear(organizationId);
      return { membership: membership && toMembership(membership) };
    });
  }
}
