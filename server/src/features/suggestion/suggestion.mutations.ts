import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { voterToWrite } from '../question/voter.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { answerSuggestion, declineSuggestion, hideSuggestion, showSuggestion } from './decide-suggestion.ts';
import { makeSuggestion } from './make-suggestion.ts';
import { withdrawSuggestion } from './own-suggestion.ts';
import { isVisible, suggestionRowLoader, votedLoader } from './read-suggestions.ts';
import {
  AcceptSuggestionInput,
  AcceptSuggestionPayload,
  AnswerSuggestionInput,
  AnswerSuggestionPayload,
  DeclineSuggestionInput,
  DeclineSuggestionPayload,
  HideSuggestionInput,
  HideSuggestionPayload,
  MakeSuggestionInput,
  MakeSuggestionPayload,
  ShowSuggestionInput,
  ShowSuggestionPayload,
  TakeBackSuggestionVoteInput,
  TakeBackSuggestionVotePayload,
  VoteForSuggestionInput,
  VoteForSuggestionPayload,
  WithdrawSuggestionInput,
  WithdrawSuggestionPayload,
} from './suggestion.inputs.ts';
import { countReceipt, readableRow, readableSuggestion } from './suggestion.resolver.ts';
import { type About, PROGRAMME } from './suggestion-rights.ts';
import { type SuggestionType, toSuggestion } from './suggestion.type.ts';
import { takeBackSuggestionVote, voteForSuggestion } from './vote-for-suggestion.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class SuggestionMutations {
  @Mutation(() => MakeSuggestionPayload, {
    description:
      'Suggest or ask something about the programme or a campaign. No account is needed. The same words again are a vote.',
  })
  makeSuggestion(
    @Arg('input', () => MakeSuggestionInput, input) given: MakeSuggestionInput,
    @Ctx() context: Context,
  ): Promise<MakeSuggestionPayload> {
    return answer(() => suggest(context, given));
  }

  @Mutation(() => VoteForSuggestionPayload, {
    description: 'Say that you want it too. No account is needed; voting again changes nothing.',
  })
  voteForSuggestion(
    @Arg('input', () => VoteForSuggestionInput, input) given: VoteForSuggestionInput,
    @Ctx() context: Context,
  ): Promise<VoteForSuggestionPayload> {
    return answer(() => vote(context, given, voteForSuggestion));
  }

  @Mutation(() => TakeBackSuggestionVotePayload, {
    description: 'Take your vote back; without one nothing changes.',
  })
  takeBackSuggestionVote(
    @Arg('input', () => TakeBackSuggestionVoteInput, input) given: TakeBackSuggestionVoteInput,
    @Ctx() context: Context,
  ): Promise<TakeBackSuggestionVotePayload> {
    return answer(() => vote(context, given, takeBackSuggestionVote));
  }

  @Mutation(() => ShowSuggestionPayload, {
    description: 'Let everybody read what waits or was hidden. For those who are asked.',
  })
  showSuggestion(
    @Arg('input', () => ShowSuggestionInput, input) given: ShowSuggestionInput,
    @Ctx() context: Context,
  ): Promise<ShowSuggestionPayload> {
    return moderate(context, given, (viewer, about, id) =>
      showSuggestion(context.services, viewer, about, id),
    );
  }

  @Mutation(() => HideSuggestionPayload, {
    description: 'Take one out of sight, or all of whoever made it. For those who are asked.',
  })
  async hideSuggestion(
    @Arg('input', () => HideSuggestionInput, input) given: HideSuggestionInput,
    @Ctx() context: Context,
  ): Promise<HideSuggestionPayload> {
    let hidden: number | null = null;
    const done = await moderate(context, given, async (viewer, about, suggestionId) => {
      const which = { suggestionId, allOfAsker: given.allOfAuthor };
      hidden = await hideSuggestion(context.services, viewer, about, which);
    });
    return { ...done, hidden };
  }

  @Mutation(() => AnswerSuggestionPayload, {
    description: 'Answer, which shows it too. For those who are asked.',
  })
  answerSuggestion(
    @Arg('input', () => AnswerSuggestionInput, input) given: AnswerSuggestionInput,
    @Ctx() context: Context,
  ): Promise<AnswerSuggestionPayload> {
    return moderate(context, given, (viewer, about, suggestionId) =>
      answerSuggestion(context.services, viewer, about, { suggestionId, text: given.text }),
    );
  }

  @Mutation(() => DeclineSuggestionPayload, {
    description: 'Say no, with the reason, which shows it too. For those who are asked.',
  })
  declineSuggestion(
    @Arg('input', () => DeclineSuggestionInput, input) given: DeclineSuggestionInput,
    @Ctx() context: Context,
  ): Promise<DeclineSuggestionPayload> {
    return moderate(context, given, (viewer, about, suggestionId) =>
      declineSuggestion(context.services, viewer, about, { suggestionId, text: given.text }),
    );
  }

  @Mutation(() => AcceptSuggestionPayload, {
    description:
      'Make it a card: an open one on the programme’s own board, of a campaign a draft on its board. Twice is as once. For those who are asked.',
  })
  acceptSuggestion(
    @Arg('input', () => AcceptSuggestionInput, input) given: AcceptSuggestionInput,
    @Ctx() context: Context,
  ): Promise<AcceptSuggestionPayload> {
    return moderate(context, given, (viewer, about, suggestionId) =>
      acceptSuggestion(context.services, viewer, about, { ...given, suggestionId }),
    );
  }

  @Mutation(() => WithdrawSuggestionPayload, {
    description: 'Take back what you made. Where others answered, their words stay, and nobody is named.',
  })
  withdrawSuggestion(
    @Arg('input', () => WithdrawSuggestionInput, input) { suggestionId, secret }: WithdrawSuggestionInput,
    @Ctx() context: Context,
  ): Promise<WithdrawSuggestionPayload> {
    return answer(async () => {
      if (secret) await countReceipt(context);
      const own = secret
        ? { secret }
        : { viewer: signedIn(context), suggestionId: rowId('Suggestion', suggestionId ?? '') };
      return { gone: await withdrawSuggestion(context.services, own) };
    });
  }
}

/** What the mutation and the form without a script both do. */
export async function suggest(
  context: Context,
  { campaignId, ...given }: MakeSuggestionInput,
): Promise<{ suggestion: SuggestionType | null; waits: boolean; address: string | null }> {
  const { services, viewer, loaders } = context;
  const about = campaignId ? rowId('Campaign', campaignId) : PROGRAMME;
  const voter = await voterToWrite(context, about, services.entryLimits.suggestion);
  const { id, secret } = await makeSuggestion(services, viewer, about, { ...given, voter });
  const row = await loaders.of(suggestionRowLoader).clear(id).load(id);
  const isOpen = row !== null && isVisible(row.state);
  return {
    suggestion: row && (isOpen || row.asker === voter) ? toSuggestion(row) : null,
    waits: !isOpen,
    address: secret && `${publicAddress(context)}/suggestions/receipt#${secret}`,
  };
}

async function vote(
  context: Context,
  { suggestionId }: VoteForSuggestionInput,
  change: typeof voteForSuggestion,
): Promise<{ suggestion: SuggestionType | null }> {
  const { id, about } = await found(context, suggestionId);
  const { services, viewer } = context;
  const voter = await voterToWrite(context, about, services.entryLimits.questionVote);
  await change(services, viewer, about, { suggestionId: id, voter });
  return { suggestion: await readAgain(context, id) };
}

function moderate(
  context: Context,
  { suggestionId }: VoteForSuggestionInput,
  change: (viewer: Viewer, about: About, id: string) => Promise<unknown>,
) {
  return answer(async () => {
    const viewer = signedIn(context);
    const { id, about } = await found(context, suggestionId);
    await change(viewer, about, id);
    return { suggestion: await readAgain(context, id) };
  });
}

/** One that may be read; whoever may not learns nothing of it. */
async function found(context: Context, globalId: string) {
  const row = await readableRow(context, rowId('Suggestion', globalId));
  if (!row) throw notFound('suggestion');
  return row;
}

function readAgain(context: Context, id: string): Promise<SuggestionType | null> {
  context.loaders.of(suggestionRowLoader).clearAll();
  context.loaders.of(votedLoader).clearAll();
  return readableSuggestion(context, id);
}
