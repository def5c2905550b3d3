import { levelFor, type Reader, type Viewer } from '../access/viewer.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import type { CardOnBoard } from '../board/read-cards.ts';

/** Work in progress is for the team, whoever holds the card, and people who may review craft. */
export function mayReadWork(
  reader: Reader,
  viewer: Pick<Viewer, 'personId'> | null,
  card: Pick<CardOnBoard, 'organizationId' | 'campaignId' | 'holderId' | 'partnerId'>,
): boolean {
  const own = reader.readsOf === undefined || reader.readsOf.has(card.campaignId);
  if (own && viewer && [card.holderId, card.partnerId].includes(viewer.personId)) return true;
  return levelFor(reader, card) !== Sensitivity.PUBLIC;
}
