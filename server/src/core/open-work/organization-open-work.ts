import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, Ctx } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { defineLoader } from '../access/loaders.ts';
import { Skill } from '../access/skill.ts';
import { readableBy } from '../board/read-cards.ts';
import { OrganizationType } from '../organization/organization.type.ts';

@ObjectType('OpenWorkSum', { description: 'Open cards of one skill.' })
export class OpenWorkSumType {
  @Field(() => Skill, { description: 'Which skill.' })
  skill!: Skill;

  @Field(() => Int, { description: 'How many cards.' })
  cards!: number;

  @Field(() => Float, { description: 'What they are reckoned at together, in hours.' })
  hours!: number;
}

/** Open work of running campaigns that the reader may read, by skill; of many organizations in one query. */
const openWorkLoader = defineLoader<string, OpenWorkSumType[]>(
  ({ em, reader }) =>
    new DataLoader(async (ids) => {
      const { rows } = await sql<OpenWorkSumType & { organizationId: string }>`
        select campaign.organization_id as "organizationId", card.skill, count(*)::int as cards,
          sum(card.hours)::float8 as hours
        from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
        where campaign.organization_id = any(${ids}::uuid[]) and card.status = 'OPEN'
          and campaign.ended_at is null and ${readableBy(reader)}
        group by 1, 2 order by hours desc, card.skill`.execute(em.getKysely());
      const sums = Map.groupBy(rows, ({ organizationId }) => organizationId);
      return ids.map((id) => sums.get(id) ?? []);
    }),
);

@Resolver(() => OrganizationType)
export class OrganizationOpenWork {
  @FieldResolver(() => [OpenWorkSumType], {
    description: 'Open cards of its running campaigns that you may read, by skill; most hours first.',
  })
  openWork(@Root() { uuid }: OrganizationType, @Ctx() { loaders }: Context): Promise<OpenWorkSumType[]> {
    return loaders.of(openWorkLoader).load(uuid);
  }
}
