import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { eraseSuggestions, forgetAuthor } from './erase-suggestions.ts';
import { hearCardDone } from './hear-boards.ts';
import { suggestDoor } from './suggest-door.ts';
import { ProgrammeCampaign, Suggestion, SuggestionVote } from './suggestion.entity.ts';
import { SuggestionMutations } from './suggestion.mutations.ts';
import { readableSuggestion, SuggestionResolver, SuggestionsResolver } from './suggestion.resolver.ts';

/** What nobody looked at in so many days is not looked at any more. */
const WAITING_DAYS = 180;
/** A browser's secret ends before: its vote cannot be told from another one then. */
const STRANGER_DAYS = 120;

export const suggestion: Feature = {
  name: 'suggestion',
  entities: [Suggestion, SuggestionVote, ProgrammeCampaign],
  resolvers: [SuggestionMutations, SuggestionResolver, SuggestionsResolver],
  nodes: { Suggestion: readableSuggestion },
  doors: (services) => [suggestDoor(services)],
  agesOut: [
    sql`delete from suggestion where state = 'HIDDEN' and ${older('changed_at', TRACE_DAYS)}`,
    sql`delete from suggestion where state = 'WAITING' and ${older('made_at', WAITING_DAYS)}`,
    // The number stays; whose it was is of no use any more.
    sql`delete from suggestion_vote where person_id is null and ${older('at', STRANGER_DAYS)}`,
  ],
  hearsBoards: (services) => ({
    changed: (board, fact) => hearCardDone(services, board, fact),
    erased: ({ db, campaignId }) => eraseSuggestions(db, campaignId),
  }),
  erasesPerson: { also: forgetAuthor },
};
