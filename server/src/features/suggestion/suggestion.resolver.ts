import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { readCampaignBySlug } from '../../core/campaign/read-campaigns.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { CardType } from '../../core/card/card.type.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { notAllowed, nullIfRefused, RefusalCode } from '../../platform/refusal/refusal.ts';
import { voterOf } from '../question/voter.ts';
import { readBySecret } from './own-suggestion.ts';
import {
  countOpen,
  countSuggestions,
  isVisible,
  readPage,
  suggestionRowLoader,
  type SuggestionRow,
  votedLoader,
} from './read-suggestions.ts';
import { SuggestionByLinkPayload, SuggestionFilterInput } from './suggestion.inputs.ts';
import { type About, PROGRAMME, suggestionRights } from './suggestion-rights.ts';
import { SuggestionConnection, type SuggestionsOf, SuggestionType, toSuggestion } from './suggestion.type.ts';

@Resolver(() => SuggestionType)
export class SuggestionResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who made it, where they say so. Nobody else learns it, also not those who are asked.',
  })
  madeBy(
    @Root() { row: { handleShown, personId } }: SuggestionType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return handleShown && personId ? loaders.of(personLoader).load(personId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who answered, accepted or declined it; null while nobody did, or once they left.',
  })
  answeredBy(
    @Root() { row: { answeredById } }: SuggestionType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return answeredById ? loaders.of(personLoader).load(answeredById) : null;
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign it is about; null for the programme, and where you may not read it.',
  })
  campaign(
    @Root() { row }: SuggestionType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType | null> | null {
    return row.campaignId ? loaders.of(campaignLoader).load(row.campaignId).catch(nullIfRefused) : null;
  }

  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card it became; null while there is none, and where you may not read it.',
  })
  card(@Root() { row }: SuggestionType, @Ctx() { loaders }: Context): Promise<CardType | null> | null {
    return row.cardId ? loaders.of(cardLoader).load(row.cardId).catch(nullIfRefused) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The path of the page it came up on. For coordinators; null for all others.',
  })
  page(@Root() { row }: SuggestionType, @Ctx() { reader }: Context): string | null {
    return reader.teamOf === 'EVERY' ? row.page : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a program may have written it. For coordinators; false for all others.',
  })
  doubtful(@Root() { row }: SuggestionType, @Ctx() { reader }: Context): boolean {
    return reader.teamOf === 'EVERY' && row.doubtful;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you, or this browser, voted for it.' })
  async viewerVoted(@Root() { row }: SuggestionType, @Ctx() context: Context): Promise<boolean> {
    const voter = voterOf(context, row.about);
    return voter !== null && context.loaders.of(votedLoader).load(`${row.id} ${voter}`);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you, or this browser, made it.' })
  viewerMade(@Root() { row }: SuggestionType, @Ctx() context: Context): boolean {
    return row.asker === voterOf(context, row.about);
  }

  @Query(() => SuggestionConnection, {
    nullable: true,
    description:
      'What people suggest and ask about the programme or a campaign, what most want first; null where one may not read the campaign.',
  })
  async suggestions(
    @Arg('filter', () => SuggestionFilterInput, { nullable: true, description: 'Which of them.' })
    filter: SuggestionFilterInput | null,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<SuggestionsOf | null> {
    const { em, reader, viewer } = context;
    const campaign = filter?.campaign != null ? await readCampaignBySlug(em, reader, filter.campaign) : null;
    if (campaign === undefined) return null;
    const about = campaign?.id ?? PROGRAMME;
    const show = filter?.show ?? null;
    const span = spanOf(page, 20);
    const isForFew = show === 'WAITING' || show === 'HIDDEN';
    const readsAll = !isForFew || (await suggestionRights(em, viewer, about))?.moderates;
    // An empty text is no author's.
    const own = show === 'MINE' || !readsAll ? (voterOf(context, about) ?? '-') : null;
    const asked = { about, show, own };
    const rows = await readPage(em, { ...asked, ...span });
    const keys = ({ place, id }: SuggestionRow) => [place, id];
    return {
      ...spanToConnection(rows, span, { keys, node: toSuggestion }),
      count: () => countSuggestions(em.fork(), asked),
      about,
    };
  }

  @Query(() => SuggestionByLinkPayload, {
    description:
      'What became of a suggestion, by its receipt. No account is needed, and opening it changes nothing.',
  })
  suggestionByLink(
    @Arg('secret', () => String, { description: 'What stands behind the # of the receipt.' }) secret: string,
    @Ctx() context: Context,
  ): Promise<SuggestionByLinkPayload> {
    return answer(async () => {
      await countReceipt(context);
      return { suggestion: toSuggestion(await readBySecret(context.em.getKysely(), secret)) };
    });
  }
}

@Resolver(() => SuggestionConnection)
export class SuggestionsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether you show, hide, answer, accept and decline these.',
  })
  async mayModerate(@Root() { about }: SuggestionsOf, @Ctx() { em, viewer }: Context): Promise<boolean> {
    return (await suggestionRights(em, viewer, about))?.moderates ?? false;
  }

  @FieldResolver(() => RefusalCode, {
    nullable: true,
    description: 'Why you can neither suggest, ask nor vote here; null if you can.',
  })
  async refusal(
    @Root() { about }: SuggestionsOf,
    @Ctx() { em, viewer }: Context,
  ): Promise<RefusalCode | null> {
    return (await suggestionRights(em, viewer, about))?.refusal?.code ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many wait to be looked at. Null for all but those who are asked.',
  })
  async waiting(@Root() { about }: SuggestionsOf, @Ctx() { em, viewer }: Context): Promise<number | null> {
    const rights = await suggestionRights(em, viewer, about);
    return rights?.moderates ? (await countOpen(em, about)).waiting : null;
  }
}

/** Nobody tries many receipts from one address. */
export async function countReceipt({ http, services }: Context): Promise<void> {
  if (!http) throw notAllowed('BY_POST', 'Do this by POST.');
  await services.entryLimits.suggestionLink.count(visitorAddress(http.request));
}

/** One by its row id, for who may read it; null for all others. */
export async function readableSuggestion(context: Context, id: string): Promise<SuggestionType | null> {
  const found = await readableRow(context, id);
  return found && toSuggestion(found);
}

export async function readableRow(context: Context, id: string): Promise<SuggestionRow | null> {
  const row = await context.loaders.of(suggestionRowLoader).load(id);
  const rights = row && (await suggestionRights(context.em, context.viewer, row.about satisfies About));
  if (!rights) return null;
  const may = isVisible(row.state) || rights.moderates || row.asker === voterOf(context, row.about);
  return may ? row : null;
}
