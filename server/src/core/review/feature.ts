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
