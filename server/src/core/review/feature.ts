import { sql } from 'kysely';
import { TRACE_DAYS, older } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT, WORDS, cutAt } from '../../platform/graphql/list-bounds.ts';
import { MOST_FILES } from '../file/begin-file.ts';
import { ApprovalLink } from './approval-link.entity.ts';
import {
  ApprovalLinkMutations,
  ApprovalLinkResolver,
  ApprovalRequestFiles,
  CardApprovalLinks,
} from './approval-link.resolver.ts';
import { BoardEventLink, LinkUsedResolver } from './link-used.resolver.ts';
import { createLinkFileDoor } from './link-file-door.ts';
import { ApprovalLinkInvalidType } from './review-refusals.type.ts';
import { CardNextLook } from './next-look.ts';
import { ReviewMutations } from './review.mutations.ts';
import { Draft, HandIn } from './work.entity.ts';
import {
  CardWork,
  DraftResolver,
  HandInByLink,
  HandInFiles,
  HandInResolver,
  LeftFiles,
} from './work.resolver.ts';

export const review: Feature = {
  name: 'review',
  entities: [HandIn, Draft, ApprovalLink],
  resolvers: [
    BoardEventLink,
    LinkUsedResolver,
    ReviewMutations,
    CardWork,
    CardNextLook,
    DraftResolver,
    LeftFiles,
    HandInByLink,
    HandInFiles,
    HandInResolver,
    ApprovalLinkMutations,
    ApprovalLinkResolver,
    ApprovalRequestFiles,
    CardApprovalLinks,
  ],
  orphanedTypes: [ApprovalLinkInvalidType],
  lists: {
    'ApprovalRequest.files': MOST_FILES,
    'ApprovalRequest.links': WORDS.links,
    'Card.approvalLinks': CUT,
    'CardWork.drafts': cutAt(20),
    'CardWork.handIns': cutAt(20),
    'CardWork.leftFiles': cutAt(2 * MOST_FILES),
    'Draft.links': WORDS.links,
    'HandIn.files': MOST_FILES,
    'HandIn.links': WORDS.links,
  },
  doors: (services) => [createLinkFileDoor(services)],
  // One that was used stays with the work that it let through.
  agesOut: [sql`delete from approval_link where used_at is null and ${older('expires_at', TRACE_DAYS)}`],
};
