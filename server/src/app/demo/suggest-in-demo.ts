import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { CardOnBoard } from '../../core/board/read-cards.ts';
import { answerSuggestion, showSuggestion } from '../../features/suggestion/decide-suggestion.ts';
import { makeSuggestion } from '../../features/suggestion/make-suggestion.ts';
import { PROGRAMME } from '../../features/suggestion/suggestion-rights.ts';
import { voteForSuggestion } from '../../features/suggestion/vote-for-suggestion.ts';
import type { Services } from '../../platform/services.ts';
import { type Handle, suggestions } from './story.ts';

/**
 * What people of the demo suggested some days ago: one has an answer, one waits for votes, and one became a card of the
 * strike that is done by now.
 */
export async function suggestInDemo(
  services: Services,
  cast: Record<Handle, Viewer>,
  { campaignId, cardOf }: { campaignId: string; cardOf: (key: string) => CardOnBoard },
): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  for (const { by, kind, text, votes, answer, card, daysAgo } of suggestions) {
    const about = card ? campaignId : PROGRAMME;
    const given = { voter: cast[by].personId, kind, text, anonymous: false };
    const { id: suggestionId } = await makeSuggestion(services, cast[by], about, given);
    await showSuggestion(services, cast.northstar, about, suggestionId);
    for (const each of votes)
      await voteForSuggestion(services, cast[each], about, { suggestionId, voter: cast[each].personId });
    if (answer) await answerSuggestion(services, cast.northstar, about, { suggestionId, text: answer });
    // The card stood in the story before anybody could accept anything.
    if (card)
      await sql`update suggestion set state = 'ACCEPTED', card_id = card.id, done_at = card.finished_at
        from card where card.id = ${cardOf(card).id} and suggestion.id = ${suggestionId}`.execute(db);
    await sql`update suggestion set made_at = made_at - ago, changed_at = changed_at - ago,
        answered_at = answered_at - ago / 2
      from make_interval(days => ${daysAgo}) as ago where id = ${suggestionId}`.execute(db);
  }
  // It is old news to them.
  await sql`update notification set at = at - interval '1 day', read_at = coalesce(read_at, at)
    where kind like 'SUGGESTION%'`.execute(db);
}
