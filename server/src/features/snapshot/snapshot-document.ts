import { parse } from 'graphql';

/**
 * What a snapshot holds of a board: what the page needs to draw it. A test keeps it equal to what the page asks of the
 * API (`web/src/board/board.graphql`). Nothing in here may depend on the person: it is carried out for a class.
 */
export const snapshotDocument = parse(
  `query BoardSnapshotBytes($boardId: ID!) {
    node(id: $boardId) {
      ... on Board {
        id
        snapshot {
          epoch
          revision
          cards {
            id number title deliverable localSupplies caution cautionClearedAt skill hours phase dueAt languages
            language sensitivity status position version forTwo
            holder { id handle hasLeft }
            partner { id handle hasLeft }
            claim { claimedAt expiresAt leaseHours toConfirm extensions }
            lookAskedAt briefChangedAt waiting { since reason }
            changesRequestedAt handedInAt craftReviewedAt craftReviewer { id } finishedAt
            thanks { text from { id handle hasLeft } }
            lastHandBack { at how }
            draftKept commentCount
          }
        }
      }
    }
  }`,
  { noLocation: true },
);
