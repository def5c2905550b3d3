import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CampaignType as Campaign } from '../../core/campaign/campaign.type.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { emptyFilter } from '../../core/card/card-filter.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../../core/access/context.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { AskStatus } from './ask.entity.ts';
import { readsAsks } from './ask.policy.ts';
import { AskConnection, AskType, toAsk } from './ask.type.ts';
import { readContact } from './contact.ts';
import { type AskRow, countAsks, listAsks, readAskByToken } from './read-asks.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { alikeAsksLoader, askedBeforeLoader } from './ask.loader.ts';

const WAITING: AskStatus[] = [AskStatus.SUBMITTED, AskStatus.TRIAGED];
const PAGE = 30;

@Resolver(() => AskType)
export class AskResolver {
  @Query(() => AskType, {
    nullable: true,
    description: 'The request for help behind a link; null for a link that leads nowhere.',
  })
  async askByLink(
    @Arg('token', () => String, { description: 'The secret part of the link.' }) token: string,
    @Ctx() { em }: Context,
  ): Promise<AskType | null> {
    const row = await readAskByToken(em, token);
    return row ? toAsk(row) : null;
  }

  @Query(() => AskConnection, {
    nullable: true,
    description: 'Requests for help that were sent, oldest first. For coordinators; empty for all others.',
  })
  async asks(
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Arg('statuses', () => [AskStatus], {
      nullable: true,
      description: 'Only these; those that wait for an answer when left out.',
    })
    given: AskStatus[] | null | undefined,
    @Ctx() { em, reader }: Context,
  ): Promise<Counted<AskType>> {
    const span = spanOf(page, PAGE);
    if (given?.length === 0) throw emptyFilter('statuses');
    const statuses = given ?? WAITING;
    const rows = readsAsks(reader) ? await listAsks(em, statuses, span) : [];
    const shown = {
      keys: ({ sentAt, id }: AskRow) => [sentAt!, id],
      node: (row: AskRow) => toAsk(row, { listed: true }),
    };
    return {
      ...spanToConnection(rows, span, shown),
      count: async () => (readsAsks(reader) ? countAsks(em.fork(), statuses) : 0),
    };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How to reach them. For coordinators, of one request at a time: null in lists.',
  })
  contact(@Root() { row, listed }: AskType, @Ctx() { services, reader }: Context): string | null {
    return listed ? null : readContact(services, reader, row);
  }

  @FieldResolver(() => [AskType], {
    description: 'Others of the same name or contact, newest first, twenty at most. For coordinators.',
  })
  likeDuplicates(@Root() { row }: AskType, @Ctx() { loaders }: Context): Promise<AskType[]> {
    return loaders.of(alikeAsksLoader).load(row.id);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the same contact had sent another within seven days before: we may have it already.',
  })
  askedBefore(@Root() { row }: AskType, @Ctx() { loaders }: Context): Promise<boolean> {
    return loaders.of(askedBeforeLoader).load(row.id);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who has it. For coordinators.' })
  triagedBy(@Root() { row }: AskType, @Ctx() { loaders, reader }: Context): Promise<PersonType> | null {
    return row.triagedBy && readsAsks(reader) ? loaders.of(personLoader).load(row.triagedBy) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who decided it. For coordinators.' })
  decidedBy(@Root() { row }: AskType, @Ctx() { loaders, reader }: Context): Promise<PersonType> | null {
    return row.decidedBy && readsAsks(reader) ? loaders.of(personLoader).load(row.decidedBy) : null;
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'What it became; null until then, and where you may not read that campaign.',
  })
  campaign(@Root() { row }: AskType, @Ctx() { loaders }: Context): Promise<Campaign | null> | null {
    return row.campaignId ? loaders.of(campaignLoader).load(row.campaignId).catch(nullIfRefused) : null;
  }
}
