/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AddCommentInput = {
  cardId: string;
  requestId?: string | null | undefined;
  text: string;
};

export type ApproveCardInput = {
  cardId: string;
  requestId?: string | null | undefined;
  thanks: string;
};

export type BlockCardInput = {
  cardId: string;
  reason: string;
  requestId?: string | null | undefined;
};

export type BoardChangeKind =
  | 'CHANGES'
  | 'HEARTBEAT'
  | 'RESET';

export type BoardCursor = {
  epoch: string;
  revision: number;
};

export type BoardEventKind =
  | 'CAMPAIGN_UPDATED'
  | 'CARD_APPROVED'
  | 'CARD_BLOCKED'
  | 'CARD_CANCELLED'
  | 'CARD_CLAIMED'
  | 'CARD_CREATED'
  | 'CARD_HANDED_BACK'
  | 'CARD_HANDED_IN'
  | 'CARD_MOVED'
  | 'CARD_OPENED'
  | 'CARD_RETURNED_TO_DRAFT'
  | 'CARD_TAKEN_BACK'
  | 'CARD_UNBLOCKED'
  | 'CARD_UPDATED'
  | 'CHANGES_REQUESTED'
  | 'CHECKLIST_CHANGED'
  | 'CLAIM_EXPIRED'
  | 'CLAIM_EXPIRING'
  | 'CLAIM_EXTENDED'
  | 'COMMENT_ADDED'
  | 'COMMENT_REMOVED'
  | 'CRAFT_REVIEW_PASSED';

export type CampaignKind =
  | 'BOYCOTT'
  | 'COMMUNITY_FIGHT'
  | 'CONTRACT_FIGHT'
  | 'ORGANIZING_DRIVE'
  | 'STRIKE';

export type CancelCardInput = {
  cardId: string;
  reason: string;
  requestId?: string | null | undefined;
};

export type CardStatus =
  | 'CANCELLED'
  | 'CLAIMED'
  | 'DONE'
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'OPEN';

export type ChecklistItemInput = {
  id?: string | null | undefined;
  text: string;
};

export type ClaimCardInput = {
  cardId: string;
  requestId?: string | null | undefined;
};

export type ClaimEnd =
  | 'CANCELLED'
  | 'EXPIRED'
  | 'HANDED_BACK'
  | 'HANDED_IN'
  | 'TAKEN_BACK';

export type CreateCardInput = {
  boardId: string;
  caution?: string | null | undefined;
  checklist?: Array<string> | null | undefined;
  deliverable: string;
  dueAt?: string | null | undefined;
  dueOffsetHours?: number | null | undefined;
  hours: number;
  languages?: Array<string> | null | undefined;
  links?: Array<LinkInput> | null | undefined;
  localSupplies?: string | null | undefined;
  outOfScope?: string | null | undefined;
  phase: Phase;
  requestId?: string | null | undefined;
  sensitivity: Sensitivity;
  skill: Skill;
  status?: CardStatus | null | undefined;
  templateKey?: string | null | undefined;
  title: string;
};

export type CreateCardsFromTemplatesInput = {
  boardId: string;
  requestId?: string | null | undefined;
  status?: CardStatus | null | undefined;
  templateKeys: Array<string>;
};

export type DemoPart =
  | 'COORDINATOR'
  | 'ORGANIZER'
  | 'VOLUNTEER';

export type EndSessionInput = {
  sessionId: string;
};

export type ErrorCode =
  | 'CARD_ALREADY_CLAIMED'
  | 'CLAIM_LIMIT_REACHED'
  | 'HANDLE_TAKEN'
  | 'INVALID_INPUT'
  | 'LEASE_EXPIRED'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'OWN_WORK'
  | 'STALE_CARD'
  | 'SUSPENDED'
  | 'TOO_MANY_REQUESTS'
  | 'WRONG_STATUS';

export type ExtendClaimInput = {
  cardId: string;
  requestId?: string | null | undefined;
};

export type HandBackCardInput = {
  cardId: string;
  note?: string | null | undefined;
  requestId?: string | null | undefined;
};

export type HandInCardInput = {
  cardId: string;
  links: Array<LinkInput>;
  note: string;
  requestId?: string | null | undefined;
};

export type HandInOutcome =
  | 'APPROVED'
  | 'CANCELLED'
  | 'CHANGES_REQUESTED'
  | 'PENDING';

export type JoinInput = {
  handle: string;
  languages: Array<string>;
  skills: Array<Skill>;
};

export type LinkInput = {
  label?: string | null | undefined;
  url: string;
};

export type MoveCardInput = {
  afterCardId?: string | null | undefined;
  beforeCardId?: string | null | undefined;
  cardId: string;
  requestId?: string | null | undefined;
  status?: CardStatus | null | undefined;
};

export type OpenCardsFilter = {
  campaignId?: string | null | undefined;
  languages?: Array<string> | null | undefined;
  maxHours?: number | null | undefined;
  phases?: Array<Phase> | null | undefined;
  skills?: Array<Skill> | null | undefined;
};

export type PassCraftReviewInput = {
  cardId: string;
  note?: string | null | undefined;
  requestId?: string | null | undefined;
};

export type Phase =
  | 'AFTER'
  | 'BEFORE'
  | 'FIRST_72_HOURS'
  | 'ONGOING';

export type RemoveCommentInput = {
  commentId: string;
  requestId?: string | null | undefined;
};

export type RequestChangesInput = {
  cardId: string;
  note: string;
  requestId?: string | null | undefined;
};

export type Role =
  | 'APPROVER'
  | 'MEMBER'
  | 'ORGANIZER';

export type SaveDraftInput = {
  cardId: string;
  links?: Array<LinkInput> | null | undefined;
  note: string;
};

export type Sensitivity =
  | 'PUBLIC'
  | 'TEAM'
  | 'VETTED';

export type SignInInput = {
  handle: string;
  recoveryCode: string;
};

export type Skill =
  | 'GRAPHIC_DESIGN'
  | 'ONLINE_ADVERTISING'
  | 'ONLINE_VIDEO'
  | 'SOCIAL_MEDIA'
  | 'STRATEGY'
  | 'TRAINING'
  | 'WEB_DEVELOPMENT'
  | 'WRITING';

export type Standing =
  | 'LEAD'
  | 'NEW'
  | 'SUSPENDED'
  | 'VETTED';

export type TakeBackCardInput = {
  cardId: string;
  reason: string;
  requestId?: string | null | undefined;
};

export type TickChecklistItemInput = {
  cardId: string;
  done: boolean;
  itemId: string;
  requestId?: string | null | undefined;
};

export type TryAsInput = {
  personId: string;
};

export type UnblockCardInput = {
  answer?: string | null | undefined;
  cardId: string;
  requestId?: string | null | undefined;
};

export type UpdateCardInput = {
  cardId: string;
  caution?: string | null | undefined;
  checklist?: Array<ChecklistItemInput> | null | undefined;
  deliverable?: string | null | undefined;
  dueAt?: string | null | undefined;
  dueOffsetHours?: number | null | undefined;
  hours?: number | null | undefined;
  languages?: Array<string> | null | undefined;
  links?: Array<LinkInput> | null | undefined;
  localSupplies?: string | null | undefined;
  outOfScope?: string | null | undefined;
  phase?: Phase | null | undefined;
  requestId?: string | null | undefined;
  sensitivity?: Sensitivity | null | undefined;
  skill?: Skill | null | undefined;
  title?: string | null | undefined;
  version: number;
};

export type UpdateProfileInput = {
  languages?: Array<string> | null | undefined;
  skills?: Array<Skill> | null | undefined;
};

export type ClaimCardMutationVariables = Exact<{
  input: ClaimCardInput;
}>;


export type ClaimCardMutation = { claimCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type HandBackCardMutationVariables = Exact<{
  input: HandBackCardInput;
}>;


export type HandBackCardMutation = { handBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type ExtendClaimMutationVariables = Exact<{
  input: ExtendClaimInput;
}>;


export type ExtendClaimMutation = { extendClaim: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type TakeBackCardMutationVariables = Exact<{
  input: TakeBackCardInput;
}>;


export type TakeBackCardMutation = { takeBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type BlockCardMutationVariables = Exact<{
  input: BlockCardInput;
}>;


export type BlockCardMutation = { blockCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UnblockCardMutationVariables = Exact<{
  input: UnblockCardInput;
}>;


export type UnblockCardMutation = { unblockCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type HandInCardMutationVariables = Exact<{
  input: HandInCardInput;
}>;


export type HandInCardMutation = { handInCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type PassCraftReviewMutationVariables = Exact<{
  input: PassCraftReviewInput;
}>;


export type PassCraftReviewMutation = { passCraftReview: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type RequestChangesMutationVariables = Exact<{
  input: RequestChangesInput;
}>;


export type RequestChangesMutation = { requestChanges: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type ApproveCardMutationVariables = Exact<{
  input: ApproveCardInput;
}>;


export type ApproveCardMutation = { approveCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CancelCardMutationVariables = Exact<{
  input: CancelCardInput;
}>;


export type CancelCardMutation = { cancelCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type TickChecklistItemMutationVariables = Exact<{
  input: TickChecklistItemInput;
}>;


export type TickChecklistItemMutation = { tickChecklistItem: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CreateCardMutationVariables = Exact<{
  input: CreateCardInput;
}>;


export type CreateCardMutation = { createCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type MoveCardMutationVariables = Exact<{
  input: MoveCardInput;
}>;


export type MoveCardMutation = { moveCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type RemoveCommentMutationVariables = Exact<{
  input: RemoveCommentInput;
}>;


export type RemoveCommentMutation = { removeComment: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UpdateCardMutationVariables = Exact<{
  input: UpdateCardInput;
}>;


export type UpdateCardMutation = { updateCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string, card: { outOfScope: string, caution: string | null, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, links: Array<{ label: string, url: string }>, checklist: Array<{ id: string, text: string, done: boolean }>, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }>, craftReviewer: { id: string, handle: string } | null, reviewer: { id: string, handle: string } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, removed: boolean, person: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }> }, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CreateCardsFromTemplatesMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type CreateCardsFromTemplatesMutation = { createCardsFromTemplates: { boardRevision: number | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { draft: { savedAt: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CardFaceFragment = { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null };

export type EventLineFragment = { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null };

export type BoardRightsFragment = { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number };

export type BoardQueryVariables = Exact<{
  slug: string;
}>;


export type BoardQuery = { campaign: { id: string, slug: string, title: string, startsAt: string | null, startHidden: boolean, endedAt: string | null, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, organization: { id: string, name: string }, settings: { leaseHours: number, craftReviewRequired: boolean }, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number }, board: { id: string, snapshot: { epoch: string, revision: number, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } } } | null };

export type BoardSnapshotQueryVariables = Exact<{
  boardId: string;
}>;


export type BoardSnapshotQuery = { node:
    | { id: string, campaign: { id: string, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number } }, snapshot: { epoch: string, revision: number, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } }
    | Record<PropertyKey, never>
   | null };

export type BoardActivityQueryVariables = Exact<{
  boardId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BoardActivityQuery = { node:
    | { id: string, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type BoardTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type BoardTemplatesQuery = { cardTemplates: Array<{ key: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null }> };

export type BoardChangesSubscriptionVariables = Exact<{
  boardId: string;
  after: BoardCursor;
}>;


export type BoardChangesSubscription = { boardChanges: { kind: BoardChangeKind, epoch: string, previousRevision: number, revision: number, at: string, removedCardIds: Array<string>, events: Array<{ revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null }>, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } };

export type BoardPresenceSubscriptionVariables = Exact<{
  boardId: string;
}>;


export type BoardPresenceSubscription = { boardPresence: { count: number, people: Array<{ id: string, handle: string }> } };

export type CardDetailFragment = { outOfScope: string, caution: string | null, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, links: Array<{ label: string, url: string }>, checklist: Array<{ id: string, text: string, done: boolean }>, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }>, craftReviewer: { id: string, handle: string } | null, reviewer: { id: string, handle: string } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, removed: boolean, person: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }> }, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null };

export type CardDetailQueryVariables = Exact<{
  campaign: string;
  number: number;
}>;


export type CardDetailQuery = { card: { outOfScope: string, caution: string | null, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, links: Array<{ label: string, url: string }>, checklist: Array<{ id: string, text: string, done: boolean }>, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }>, craftReviewer: { id: string, handle: string } | null, reviewer: { id: string, handle: string } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, removed: boolean, person: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }> }, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null };

export type OpenCardsChangedSubscriptionVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type OpenCardsChangedSubscription = { openCardsChanged: { closedCardIds: Array<string>, opened: Array<{ id: string }> } };

export type OpenCardFragment = { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } };

export type TakeCardMutationVariables = Exact<{
  input: ClaimCardInput;
}>;


export type TakeCardMutation = { claimCard: { card: { id: string, claim: { id: string, expiresAt: string } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

type ErrorWords_CardAlreadyClaimed_Fragment = { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> };

type ErrorWords_ClaimLimitReached_Fragment = { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> };

type ErrorWords_InvalidInput_Fragment = { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string };

type ErrorWords_Refusal_Fragment = { __typename: 'Refusal', code: ErrorCode, message: string };

type ErrorWords_StaleCard_Fragment = { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string };

type ErrorWords_WrongStatus_Fragment = { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string };

export type ErrorWordsFragment =
  | ErrorWords_CardAlreadyClaimed_Fragment
  | ErrorWords_ClaimLimitReached_Fragment
  | ErrorWords_InvalidInput_Fragment
  | ErrorWords_Refusal_Fragment
  | ErrorWords_StaleCard_Fragment
  | ErrorWords_WrongStatus_Fragment
;

export type FrameQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameQuery = { viewer: { isCoordinator: boolean, person: { id: string, handle: string, skills: Array<Skill>, languages: Array<string>, standing: Standing }, memberships: Array<{ role: Role, organization: { id: string, name: string } }> } | null, demoPeople: Array<{ part: DemoPart, person: { id: string, handle: string } }> };

export type TryAsMutationVariables = Exact<{
  input: TryAsInput;
}>;


export type TryAsMutation = { tryAs: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type JoinMutationVariables = Exact<{
  input: JoinInput;
}>;


export type JoinMutation = { join: { recoveryCode: string | null, viewer: { person: { id: string, handle: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { sessions: Array<{ id: string }> | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type RenewRecoveryCodeMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodeMutation = { renewRecoveryCode: { recoveryCode: string | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: string, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CampaignPageQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignPageQuery = { campaign: { story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startHidden: boolean, id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, thanks: { edges: Array<{ node: { id: string, number: number, title: string, holder: { id: string, handle: string } | null, thanks: { text: string, at: string } | null } }> }, viewer: { isTeam: boolean, canManage: boolean }, organization: { id: string, name: string }, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } } | null };

export type CampaignOpenCardsQueryVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type CampaignOpenCardsQuery = { openCards: { edges: Array<{ node: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }> } };

export type CardToClaimQueryVariables = Exact<{
  id: string;
}>;


export type CardToClaimQuery = { node:
    | { __typename: 'Board' }
    | { __typename: 'Campaign' }
    | { __typename: 'Card', status: CardStatus, id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } }
    | { __typename: 'Comment' }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
   | null };

export type CampaignFaceFragment = { id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, organization: { id: string, name: string }, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } };

export type LandingQueryVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type LandingQuery = { campaigns: { edges: Array<{ node: { id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, organization: { id: string, name: string }, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } } }> }, openCards: { edges: Array<{ node: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }>, pageInfo: { hasNextPage: boolean } } };

export type MyCardFragment = { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null };

export type MeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MeQuery = { viewer: { finishedCount: number, hoursGiven: number, heldCards: Array<{ id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null }>, finishedCards: { edges: Array<{ node: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number } | null, waiting: { since: string, reason: string } | null, thanks: { text: string, from: { id: string, handle: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, memberships: Array<{ role: Role, organization: { id: string, name: string, campaigns: { edges: Array<{ node: { id: string, slug: string, title: string } }> } } }> } | null };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { viewer: { sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BoardRightsFragmentDoc = new TypedDocumentString(`
    fragment BoardRights on CampaignViewer {
  sensitivity
  role
  isTeam
  canManage
  canApprove
  canReviewCraft
  claimLimit
}
    `, {"fragmentName":"BoardRights"}) as unknown as TypedDocumentString<BoardRightsFragment, unknown>;
export const CardFaceFragmentDoc = new TypedDocumentString(`
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
    `, {"fragmentName":"CardFace"}) as unknown as TypedDocumentString<CardFaceFragment, unknown>;
export const EventLineFragmentDoc = new TypedDocumentString(`
    fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}
    `, {"fragmentName":"EventLine"}) as unknown as TypedDocumentString<EventLineFragment, unknown>;
export const CardDetailFragmentDoc = new TypedDocumentString(`
    fragment CardDetail on Card {
  ...CardFace
  outOfScope
  caution
  dueOffsetHours
  links {
    label
    url
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  work {
    handIns {
      id
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      at
      craftReviewer {
        id
        handle
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
        }
        text
        at
        removed
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  activity(first: 30) {
    edges {
      node {
        ...EventLine
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}`, {"fragmentName":"CardDetail"}) as unknown as TypedDocumentString<CardDetailFragment, unknown>;
export const OpenCardFragmentDoc = new TypedDocumentString(`
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}
    `, {"fragmentName":"OpenCard"}) as unknown as TypedDocumentString<OpenCardFragment, unknown>;
export const ErrorWordsFragmentDoc = new TypedDocumentString(`
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}
    `, {"fragmentName":"ErrorWords"}) as unknown as TypedDocumentString<ErrorWordsFragment, unknown>;
export const CampaignFaceFragmentDoc = new TypedDocumentString(`
    fragment CampaignFace on Campaign {
  id
  slug
  title
  kind
  organization {
    id
    name
  }
  startsAt
  timeZone
  endedAt
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}
    `, {"fragmentName":"CampaignFace"}) as unknown as TypedDocumentString<CampaignFaceFragment, unknown>;
export const MyCardFragmentDoc = new TypedDocumentString(`
    fragment MyCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  campaign {
    id
    slug
    title
    timeZone
  }
  claim {
    id
    claimedAt
    expiresAt
    leaseHours
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
}
    `, {"fragmentName":"MyCard"}) as unknown as TypedDocumentString<MyCardFragment, unknown>;
export const ClaimCardDocument = new TypedDocumentString(`
    mutation ClaimCard($input: ClaimCardInput!) {
  claimCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ClaimCardMutation, ClaimCardMutationVariables>;
export const HandBackCardDocument = new TypedDocumentString(`
    mutation HandBackCard($input: HandBackCardInput!) {
  handBackCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<HandBackCardMutation, HandBackCardMutationVariables>;
export const ExtendClaimDocument = new TypedDocumentString(`
    mutation ExtendClaim($input: ExtendClaimInput!) {
  extendClaim(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ExtendClaimMutation, ExtendClaimMutationVariables>;
export const TakeBackCardDocument = new TypedDocumentString(`
    mutation TakeBackCard($input: TakeBackCardInput!) {
  takeBackCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TakeBackCardMutation, TakeBackCardMutationVariables>;
export const BlockCardDocument = new TypedDocumentString(`
    mutation BlockCard($input: BlockCardInput!) {
  blockCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<BlockCardMutation, BlockCardMutationVariables>;
export const UnblockCardDocument = new TypedDocumentString(`
    mutation UnblockCard($input: UnblockCardInput!) {
  unblockCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UnblockCardMutation, UnblockCardMutationVariables>;
export const HandInCardDocument = new TypedDocumentString(`
    mutation HandInCard($input: HandInCardInput!) {
  handInCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<HandInCardMutation, HandInCardMutationVariables>;
export const PassCraftReviewDocument = new TypedDocumentString(`
    mutation PassCraftReview($input: PassCraftReviewInput!) {
  passCraftReview(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<PassCraftReviewMutation, PassCraftReviewMutationVariables>;
export const RequestChangesDocument = new TypedDocumentString(`
    mutation RequestChanges($input: RequestChangesInput!) {
  requestChanges(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<RequestChangesMutation, RequestChangesMutationVariables>;
export const ApproveCardDocument = new TypedDocumentString(`
    mutation ApproveCard($input: ApproveCardInput!) {
  approveCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ApproveCardMutation, ApproveCardMutationVariables>;
export const CancelCardDocument = new TypedDocumentString(`
    mutation CancelCard($input: CancelCardInput!) {
  cancelCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CancelCardMutation, CancelCardMutationVariables>;
export const TickChecklistItemDocument = new TypedDocumentString(`
    mutation TickChecklistItem($input: TickChecklistItemInput!) {
  tickChecklistItem(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TickChecklistItemMutation, TickChecklistItemMutationVariables>;
export const CreateCardDocument = new TypedDocumentString(`
    mutation CreateCard($input: CreateCardInput!) {
  createCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CreateCardMutation, CreateCardMutationVariables>;
export const MoveCardDocument = new TypedDocumentString(`
    mutation MoveCard($input: MoveCardInput!) {
  moveCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<MoveCardMutation, MoveCardMutationVariables>;
export const AddCommentDocument = new TypedDocumentString(`
    mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const RemoveCommentDocument = new TypedDocumentString(`
    mutation RemoveComment($input: RemoveCommentInput!) {
  removeComment(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<RemoveCommentMutation, RemoveCommentMutationVariables>;
export const UpdateCardDocument = new TypedDocumentString(`
    mutation UpdateCard($input: UpdateCardInput!) {
  updateCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
      ... on StaleCard {
        card {
          ...CardDetail
        }
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}
fragment CardDetail on Card {
  ...CardFace
  outOfScope
  caution
  dueOffsetHours
  links {
    label
    url
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  work {
    handIns {
      id
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      at
      craftReviewer {
        id
        handle
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
        }
        text
        at
        removed
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  activity(first: 30) {
    edges {
      node {
        ...EventLine
      }
    }
  }
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UpdateCardMutation, UpdateCardMutationVariables>;
export const CreateCardsFromTemplatesDocument = new TypedDocumentString(`
    mutation CreateCardsFromTemplates($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    boardRevision
    cards {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CreateCardsFromTemplatesMutation, CreateCardsFromTemplatesMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) {
    draft {
      savedAt
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const BoardDocument = new TypedDocumentString(`
    query Board($slug: String!) {
  campaign(slug: $slug) {
    id
    slug
    title
    organization {
      id
      name
    }
    startsAt
    startHidden
    endedAt
    timeZone
    languages
    sensitivity
    settings {
      leaseHours
      craftReviewRequired
    }
    viewer {
      ...BoardRights
    }
    board {
      id
      snapshot {
        epoch
        revision
        cards {
          ...CardFace
        }
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment BoardRights on CampaignViewer {
  sensitivity
  role
  isTeam
  canManage
  canApprove
  canReviewCraft
  claimLimit
}`) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardSnapshotDocument = new TypedDocumentString(`
    query BoardSnapshot($boardId: ID!) {
  node(id: $boardId) {
    ... on Board {
      id
      campaign {
        id
        viewer {
          ...BoardRights
        }
      }
      snapshot {
        epoch
        revision
        cards {
          ...CardFace
        }
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment BoardRights on CampaignViewer {
  sensitivity
  role
  isTeam
  canManage
  canApprove
  canReviewCraft
  claimLimit
}`) as unknown as TypedDocumentString<BoardSnapshotQuery, BoardSnapshotQueryVariables>;
export const BoardActivityDocument = new TypedDocumentString(`
    query BoardActivity($boardId: ID!, $first: Int!, $after: String) {
  node(id: $boardId) {
    ... on Board {
      id
      activity(first: $first, after: $after) {
        edges {
          node {
            ...EventLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}`) as unknown as TypedDocumentString<BoardActivityQuery, BoardActivityQueryVariables>;
export const BoardTemplatesDocument = new TypedDocumentString(`
    query BoardTemplates {
  cardTemplates {
    key
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    sensitivity
    caution
    dueOffsetHours
  }
}
    `) as unknown as TypedDocumentString<BoardTemplatesQuery, BoardTemplatesQueryVariables>;
export const BoardChangesDocument = new TypedDocumentString(`
    subscription BoardChanges($boardId: ID!, $after: BoardCursor!) {
  boardChanges(boardId: $boardId, after: $after) {
    kind
    epoch
    previousRevision
    revision
    at
    events {
      ...EventLine
    }
    cards {
      ...CardFace
    }
    removedCardIds
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}`) as unknown as TypedDocumentString<BoardChangesSubscription, BoardChangesSubscriptionVariables>;
export const BoardPresenceDocument = new TypedDocumentString(`
    subscription BoardPresence($boardId: ID!) {
  boardPresence(boardId: $boardId) {
    count
    people {
      id
      handle
    }
  }
}
    `) as unknown as TypedDocumentString<BoardPresenceSubscription, BoardPresenceSubscriptionVariables>;
export const CardDetailDocument = new TypedDocumentString(`
    query CardDetail($campaign: String!, $number: Int!) {
  card(campaign: $campaign, number: $number) {
    ...CardDetail
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}
fragment CardDetail on Card {
  ...CardFace
  outOfScope
  caution
  dueOffsetHours
  links {
    label
    url
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  work {
    handIns {
      id
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      at
      craftReviewer {
        id
        handle
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
        }
        text
        at
        removed
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  activity(first: 30) {
    edges {
      node {
        ...EventLine
      }
    }
  }
}`) as unknown as TypedDocumentString<CardDetailQuery, CardDetailQueryVariables>;
export const OpenCardsChangedDocument = new TypedDocumentString(`
    subscription OpenCardsChanged($filter: OpenCardsFilter) {
  openCardsChanged(filter: $filter) {
    opened {
      id
    }
    closedCardIds
  }
}
    `) as unknown as TypedDocumentString<OpenCardsChangedSubscription, OpenCardsChangedSubscriptionVariables>;
export const TakeCardDocument = new TypedDocumentString(`
    mutation TakeCard($input: ClaimCardInput!) {
  claimCard(input: $input) {
    card {
      id
      claim {
        id
        expiresAt
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TakeCardMutation, TakeCardMutationVariables>;
export const FrameDocument = new TypedDocumentString(`
    query Frame {
  viewer {
    person {
      id
      handle
      skills
      languages
      standing
    }
    isCoordinator
    memberships {
      organization {
        id
        name
      }
      role
    }
  }
  demoPeople {
    person {
      id
      handle
    }
    part
  }
}
    `) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const TryAsDocument = new TypedDocumentString(`
    mutation TryAs($input: TryAsInput!) {
  tryAs(input: $input) {
    viewer {
      person {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TryAsMutation, TryAsMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    signedOut
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const JoinDocument = new TypedDocumentString(`
    mutation Join($input: JoinInput!) {
  join(input: $input) {
    viewer {
      person {
        id
        handle
      }
    }
    recoveryCode
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<JoinMutation, JoinMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    viewer {
      person {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    viewer {
      person {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    sessions {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const RenewRecoveryCodeDocument = new TypedDocumentString(`
    mutation RenewRecoveryCode {
  renewRecoveryCode {
    recoveryCode
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<RenewRecoveryCodeMutation, RenewRecoveryCodeMutationVariables>;
export const CampaignPageDocument = new TypedDocumentString(`
    query CampaignPage($slug: String!) {
  campaign(slug: $slug) {
    ...CampaignFace
    story
    demands
    howToHelp
    employer
    employerHidden
    startHidden
    thanks(first: 12) {
      edges {
        node {
          id
          number
          title
          holder {
            id
            handle
          }
          thanks {
            text
            at
          }
        }
      }
    }
    viewer {
      isTeam
      canManage
    }
  }
}
    fragment CampaignFace on Campaign {
  id
  slug
  title
  kind
  organization {
    id
    name
  }
  startsAt
  timeZone
  endedAt
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}`) as unknown as TypedDocumentString<CampaignPageQuery, CampaignPageQueryVariables>;
export const CampaignOpenCardsDocument = new TypedDocumentString(`
    query CampaignOpenCards($filter: OpenCardsFilter) {
  openCards(first: 6, filter: $filter) {
    edges {
      node {
        ...OpenCard
      }
    }
  }
}
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`) as unknown as TypedDocumentString<CampaignOpenCardsQuery, CampaignOpenCardsQueryVariables>;
export const CardToClaimDocument = new TypedDocumentString(`
    query CardToClaim($id: ID!) {
  node(id: $id) {
    __typename
    ... on Card {
      ...OpenCard
      status
    }
  }
}
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`) as unknown as TypedDocumentString<CardToClaimQuery, CardToClaimQueryVariables>;
export const LandingDocument = new TypedDocumentString(`
    query Landing($filter: OpenCardsFilter) {
  campaigns(first: 30) {
    edges {
      node {
        ...CampaignFace
      }
    }
  }
  openCards(first: 12, filter: $filter) {
    edges {
      node {
        ...OpenCard
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}
fragment CampaignFace on Campaign {
  id
  slug
  title
  kind
  organization {
    id
    name
  }
  startsAt
  timeZone
  endedAt
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}`) as unknown as TypedDocumentString<LandingQuery, LandingQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me($after: String) {
  viewer {
    heldCards {
      ...MyCard
    }
    finishedCards(first: 20, after: $after) {
      edges {
        node {
          ...MyCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    finishedCount
    hoursGiven
    memberships {
      role
      organization {
        id
        name
        campaigns(first: 20) {
          edges {
            node {
              id
              slug
              title
            }
          }
        }
      }
    }
  }
}
    fragment MyCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  campaign {
    id
    slug
    title
    timeZone
  }
  claim {
    id
    claimedAt
    expiresAt
    leaseHours
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions {
  viewer {
    sessions {
      id
      device
      createdAt
      lastSeenAt
      current
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;