import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { type Counted, spanOf, spanToConnection } from '../../platform/graphql/connection.ts';
import { fromGlobalId, rowId } from '../../platform/graphql/global-id.ts';
import { pagesAddress } from '../../platform/http/public-address.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { QuestionConnection, QuestionsArgs, type QuestionsOf } from '../question/question.type.ts';
import { questionsOf } from '../question/questions-of.ts';
import { hires } from './hiring.ts';
import {
  CloseOpeningInput,
  CloseOpeningPayload,
  CreateOpeningInput,
  CreateOpeningPayload,
  OpeningsArgs,
  UpdateOpeningInput,
  UpdateOpeningPayload,
} from './opening.inputs.ts';
import { OpeningConnection, OpeningType, toOpening } from './opening.type.ts';
import { waitingApplicationsLoader } from './read-applications.ts';
import { countOpenings, listOpenings, openingLoader, placeOf, readOpeningBySlug } from './read-openings.ts';
import { closeOpening, createOpening, updateOpening } from './write-opening.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => OpeningType)
export class OpeningResolver {
  @FieldResolver(() => String, { description: 'The address of its page.' })
  url(@Root() { row }: OpeningType, @Ctx() context: Context): string {
    return `${pagesAddress(context)}/o/${row.slug}`;
  }

  @FieldResolver(() => OrganizationType, { description: 'The organization that hires.' })
  organization(@Root() { row }: OpeningType, @Ctx() { loaders }: Context): Promise<OrganizationType> {
    return loaders.of(organizationLoader).load(row.organizationId);
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign for which it is; null for none, and where you may not read that.',
  })
  campaign(@Root() { row }: OpeningType, @Ctx() { loaders }: Context): Promise<CampaignType | null> | null {
    return row.campaignId ? loaders.of(campaignLoader).load(row.campaignId).catch(nullIfRefused) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you are of its hiring side.' })
  mayHire(@Root() { row }: OpeningType, @Ctx() { viewer }: Context): boolean {
    return hires(viewer, row);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many wait for an answer. Null for all but the hiring side.',
  })
  applicationsWaiting(
    @Root() { row }: OpeningType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<number> | null {
    return hires(viewer, row) ? loaders.of(waitingApplicationsLoader).load(row.id) : null;
  }

  @FieldResolver(() => QuestionConnection, {
    description: 'The interview: what readers asked, and the hiring side answered.',
  })
  questions(
    @Root() { row }: OpeningType,
    @Args(() => QuestionsArgs) args: QuestionsArgs,
    @Ctx() context: Context,
  ): Promise<QuestionsOf> {
    return questionsOf(context, { kind: 'Opening', id: row.id }, args);
  }

  @Query(() => OpeningConnection, {
    nullable: true,
    description: 'Openings: what closes first comes first, closed ones behind, the last one first.',
  })
  async openings(
    @Args(() => OpeningsArgs) args: OpeningsArgs,
    @Ctx() { em }: Context,
  ): Promise<Counted<OpeningType>> {
    const span = spanOf(args, 20);
    const shown = { keys: placeOf, node: toOpening };
    const of = args.organizationId == null ? null : fromGlobalId(args.organizationId);
    // Whoever names none of ours names one without openings.
    if (args.organizationId != null && of?.name !== 'Organization')
      return { ...spanToConnection([], span, shown), count: () => Promise.resolve(0) };
    const filter = { ...args, organizationId: of?.uuid ?? null };
    const rows = await listOpenings(em, filter, span);
    return { ...spanToConnection(rows, span, shown), count: () => countOpenings(em.fork(), filter) };
  }

  @Query(() => OpeningType, { nullable: true, description: 'The opening of that address; null for none.' })
  async opening(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() { em }: Context,
  ): Promise<OpeningType | null> {
    const row = await readOpeningBySlug(em, slug);
    return row && toOpening(row);
  }

  @Mutation(() => CreateOpeningPayload, {
    description: 'Publish an opening. For organizers of the organization, and coordinators.',
  })
  createOpening(
    @Arg('input', () => CreateOpeningInput, input) given: CreateOpeningInput,
    @Ctx() context: Context,
  ): Promise<CreateOpeningPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const organizationId = rowId('Organization', given.organizationId);
      const campaignId = given.campaignId == null ? null : rowId('Campaign', given.campaignId);
      const whole = { ...given, organizationId, campaignId };
      return { opening: await readAgain(context, await createOpening(context.services, viewer, whole)) };
    });
  }

  @Mutation(() => UpdateOpeningPayload, {
    description: 'Change what an opening says. For its hiring side.',
  })
  updateOpening(
    @Arg('input', () => UpdateOpeningInput, input) given: UpdateOpeningInput,
    @Ctx() context: Context,
  ): Promise<UpdateOpeningPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const openingId = rowId('Opening', given.openingId);
      await updateOpening(context.services, viewer, { ...given, openingId });
      return { opening: await readAgain(context, openingId) };
    });
  }

  @Mutation(() => CloseOpeningPayload, {
    description: 'Close an opening before its date, or withdraw it. For its hiring side.',
  })
  closeOpening(
    @Arg('input', () => CloseOpeningInput, input) given: CloseOpeningInput,
    @Ctx() context: Context,
  ): Promise<CloseOpeningPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const openingId = rowId('Opening', given.openingId);
      await closeOpening(context.services, viewer, { ...given, openingId });
      return { opening: await readAgain(context, openingId) };
    });
  }
}

async function readAgain({ loaders }: Context, id: string): Promise<OpeningType> {
  const row = await loaders.of(openingLoader).clear(id).load(id);
  return toOpening(row!);
}
