import { ApprovalLinkInvalidType } from './review-refusals.type.ts';
import type { Feature } from '../../platform/feature.ts';
import { ApprovalLink } from './approval-link.entity.ts';
import { ApprovalLinkMutations, ApprovalLinkResolver, CardApprovalLinks } from './approval-link.resolver.ts';
import { Draft, HandIn } from './work.entity.ts';
import { Comment } from '../card/comment.entity.ts';
import { Claim } from '../card/claim.entity.ts';

export const review: Feature = {
  name: 'review',
  orphanedTypes: [ApprovalLinkInvalidType],
  entities: [Claim, HandIn, Draft, Comment, ApprovalLink],
  resolvers: [ApprovalLinkMutations, ApprovalLinkResolver, CardApprovalLinks],
};
