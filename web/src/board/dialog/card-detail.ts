import type { CardDetailFragment } from '#web/gql/graphql.ts';
import type { CardFace } from '../board-card.ts';

/** A card with everything on it: what was fetched for the dialog, under the face the board knows now. */
export type CardDetail = Omit<CardDetailFragment, keyof CardFace> & CardFace;
