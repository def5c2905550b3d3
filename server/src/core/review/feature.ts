import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import { CUT, WORDS, cutAt } from '../../platform/graphql/list-bounds.ts';
import { ApprovalLinkInvalidType } from './review-refusals.type.ts';
import { HandInResolver } from './work.resolver.ts';
import { HandInByLink } from './work.resolver.ts';
import { DraftResolver } from './work.resolver.ts';
import { CardWork } from './work.resolver.ts';
import { ReviewMutations } from './review.mutations.ts';
import { LinkUsedResolver } from './link-used.resolver.ts';
import { BoardEventLink } from './link-used.resolver.ts';
import type { Feature } from '../../platform/feature.ts';
import { ApprovalLink } from './approval-link.entity.ts';
import { ApprovalLinkMutations, ApprovalLinkResolver, CardApprovalLinks } from './approval-link.resolver.ts';
import { Draft, HandIn } from './work.entity.ts';

export const review: Feature = {
  name: 'review',
  // One that was used stays with the work that it let through.
  agesOut: [sql`delete from approval_link where used_at is null and ${older('expires_at', TRACE_DAYS)}`],
  lists: {
    'ApprovalRequest.links': WORDS.links,
    'Card.approvalLinks': CUT,
    'CardWork.drafts': cutAt(20),
    'CardWork.handIns': cutAt(20),
    'Draft.links': WORDS.links,
    'HandIn.links': WORDS.links,
  },
  orphanedTypes: [ApprovalLinkInvalidType],
  entities: [HandIn, Draft, ApprovalLink],
  resolvers: [
    BoardEventLink,
    LinkUsedResolver,
    ReviewMutations,
    CardWork,
    DraftResolver,
    HandInByLink,
    HandInResolver,
    ApprovalLinkMutations,
    ApprovalLinkResolver,
    CardApprovalLinks,
  ],
};
