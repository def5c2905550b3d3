import { type RawBuilder, sql } from 'kysely';
import { notAllowed, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';

/** Whether somebody is a guest of a gathering, as a condition: part of the one conditional update of a claim. */
export type GuestsOfGathering = (
  gathering: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
) => RawBuilder<boolean>;

export const keptForOthers = () =>
  notAllowed(
    'KEPT_FOR_TRAINING',
    'This card is kept for people who came to a training, for the hours that it says. After that it is free for all.',
  );

/**
 * Keeps an open card for the guests of a gathering until then, or, with null, for nobody any more. Its organizers may,
 * and nobody else: so the local agrees by doing it. Only what anybody could take is kept: a card that is public, of a
 * campaign that is.
 */
export async function keepCard(
  services: Services,
  actorId: string,
  input: { cardId: string; kept: { gathering: string; until: Date } | null },
): Promise<Changed<CardOnBoard>> {
  const { cardId, kept } = input;
  return changeBoard(services, { board: { ofCard: cardId }, actorId }, async (board) => {
    requireManager(board);
    const card = await board.card(cardId);
    const isPublic = card.sensitivity === 'PUBLIC' && board.campaignSensitivity === 'PUBLIC';
    if (kept && !(card.status === 'OPEN' && isPublic)) throw notToBeKept();
    await sql`update card set kept_until = ${kept?.until ?? null}::timestamptz, kept_for = ${kept?.gathering ?? null}::uuid,
      updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    return {
      kind: 'CARD_UPDATED',
      cards: [cardId],
      fields: ['keptUntil'],
      version: card.version,
      result: await readCard(board.db, cardId),
    };
  });
}

export const notToBeKept = () =>
  wrongStage(
    'NOT_TO_BE_KEPT',
    'Only an open card that anybody may take can be kept, from a day before a training until some hours after it.',
  );

declare module '../../platform/feature.ts' {
  interface Feature {
    /** Who is a guest of the gatherings that this noun knows. */
    readonly guestsOf?: GuestsOfGathering;
  }
}
