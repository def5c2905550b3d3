import type { MyTogetherQuery } from '#web/gql/graphql.ts';
import { otherOf } from '#web/person/names-of.ts';

/** Who has a card with its reader, or that somebody may still join them. */
export interface Together {
  readonly other: ReturnType<typeof otherOf>;
  readonly placeFree: boolean;
}

/** By card. Asked apart from the cards: with all their fields, people beside them would be more than one question may ask. */
export function togetherOf(viewer: MyTogetherQuery['viewer']): Record<string, Together> {
  if (!viewer) return {};
  const finished = viewer.finishedCards.edges.map(({ node }) => node);
  return Object.fromEntries(
    [...viewer.heldCards, ...finished].map((card): [string, Together] => [
      card.id,
      { other: otherOf(card, viewer.person.id), placeFree: card.forTwo && !card.partner },
    ]),
  );
}
