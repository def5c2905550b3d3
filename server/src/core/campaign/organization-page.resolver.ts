import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { pagesAddress } from '../../platform/http/public-address.ts';
import type { Context } from '../access/context.ts';
import { OrganizationType, toOrganization } from '../organization/organization.type.ts';
import { organizationListedLoader, readOrganizationBySlug } from './list-organizations.ts';

/** Its page stands where lists name it: that there is a local which prepares something in silence, no address tells. */
@Resolver(() => OrganizationType)
export class OrganizationPage {
  @Query(() => OrganizationType, {
    nullable: true,
    description:
      'The organization at /organizations/<slug>; null if there is none of whose campaigns you may read one, and which is not yours.',
  })
  async organization(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() { em, reader }: Context,
  ): Promise<OrganizationType | null> {
    const row = await readOrganizationBySlug(em, reader, slug);
    return row && toOrganization(row);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The address of its page; null where `organizations` does not name it to you.',
  })
  async url(@Root() { uuid, slug }: OrganizationType, @Ctx() context: Context): Promise<string | null> {
    const isListed = await context.loaders.of(organizationListedLoader).load(uuid);
    return isListed ? `${pagesAddress(context)}/organizations/${slug}` : null;
  }
}
