/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The link whose offer is taken. */
export type AcceptRoleLinkInput = {
  /** What stands behind the # of the link. */
  token: string;
};

/** What to say. */
export type AddCommentInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** The comment; 2000 characters at most. */
  text: string;
};

/** A browser that should be told when there is news. */
export type AddPushSubscriptionInput = {
  /** Endpoint of its push subscription. Messages there carry no content. */
  endpoint: string;
};

/** The go of the local. */
export type AgreePlanInput = {
  /** Whether only the team sees the employer's name. Unless you say false, it does not go out. */
  employerHidden?: boolean | null | undefined;
  /** Templates of every ticked card that you do not want; left out, it stays as it was. */
  leaveOut?: Array<string> | null | undefined;
  /** Who may see the campaign; TEAM when left out. */
  sensitivity?: Sensitivity | null | undefined;
  /** Whether only the team sees T-0. Unless you say false, it does not go out. */
  startHidden?: boolean | null | undefined;
  /** What the campaign shall be called; 120 characters at most; left out, as it was offered. */
  title?: string | null | undefined;
  /** The secret in the link of the request. */
  token: string;
  /** The version you read: you agree to this one. */
  version: number;
};

/** Which text somebody agrees to. */
export type AgreeToConductInput = {
  /** Its version, from `viewer.conduct`. */
  version: number;
};

/** What the local would have otherwise. */
export type AnswerPlanInput = {
  /** Templates of every ticked card that you do not want; left out, it stays as it was. */
  leaveOut?: Array<string> | null | undefined;
  /** What the campaign shall be called; 120 characters at most; left out, as it was offered. */
  title?: string | null | undefined;
  /** The secret in the link of the request. */
  token: string;
  /** The version you read. */
  version: number;
  /** A word to the coordinator; 2000 characters at most. */
  word?: string | null | undefined;
};

/** The local's yes, without an account. */
export type ApproveByLinkInput = {
  /** The hand-in you read, `approval.handInId`: refused as STALE_WORK where another one waits by now. Without it, one that was corrected after the link was made is refused. */
  handInId?: string | null | undefined;
  /** A word of thanks; 500 characters at most. */
  thanks: string;
  /** What stands behind the # of the link. */
  token: string;
};

/** The local's yes. */
export type ApproveCardInput = {
  /** Which card. */
  cardId: string;
  /** The hand-in you read: refused as STALE_WORK where another one waits by now. */
  handInId?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** A word of thanks; 500 characters at most. */
  thanks: string;
};

/** The local's yes to its last page. */
export type ApproveClosingPageInput = {
  /** Which campaign. */
  campaignId: string;
  /** The outcome as you read it: refused when there is another by now. */
  outcome?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. */
  requestId?: string | null | undefined;
  /** The thanks as you read them: refused when there are others by now. */
  thanks?: string | null | undefined;
};

/** Some of the ten answers. What is left out stays; null, or nothing, means "not sure". */
export type AskAnswersInput = {
  /** 5. Who approves words in their name; 160 characters. */
  approver?: string | null | undefined;
  /** 4. What exists; those left out stay. */
  assets?: Array<AskAssetInput> | null | undefined;
  /** 2. The employer; 160 characters. */
  employer?: string | null | undefined;
  /** 2. What is happening; 4000 characters. */
  happening?: string | null | undefined;
  /** 9. Whether the employer must stay unsaid. */
  hideEmployer?: boolean | null | undefined;
  /** 9. Whether T-0 must stay unsaid. */
  hideStart?: boolean | null | undefined;
  /** 2. What sort of fight it is. */
  kind?: CampaignKind | null | undefined;
  /** 7. Languages, as BCP 47 tags; 12 at most. */
  languages?: Array<string> | null | undefined;
  /** 10. Hours a week for questions, from 0 to 168. */
  localHoursPerWeek?: number | null | undefined;
  /** 3. Where supporters should look now; 12 links. */
  lookHere?: Array<LinkInput> | null | undefined;
  /** 8. The same in words; 2000 characters. */
  needWords?: string | null | undefined;
  /** 8. What they think they need. */
  needs?: Array<Skill> | null | undefined;
  /** 1. What sort of organization it is. */
  organizationKind?: OrganizationKind | null | undefined;
  /** 1. Who asks; 160 characters at most. */
  organizationName?: string | null | undefined;
  /** 1. The role of whoever writes; 160 characters. */
  role?: string | null | undefined;
  /** 2. T-0, past or to come, within two years. */
  startsAt?: string | null | undefined;
  /** 8. Whether we should suggest it. */
  suggestForUs?: boolean | null | undefined;
  /** 2. IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** 9. What else must stay unsaid; 2000 characters. */
  unsaid?: string | null | undefined;
  /** 6. What worries them. */
  worries?: Array<AskWorry> | null | undefined;
  /** 6. The same in words; 2000 characters. */
  worryWords?: string | null | undefined;
};

/** As you read it, in the answers you change. */
export type AskAsReadInput = {
  /** 5. Who approves words in their name; 160 characters. */
  approver?: string | null | undefined;
  /** 4. What exists; those left out stay. */
  assets?: Array<AskAssetInput> | null | undefined;
  /** 2. The employer; 160 characters. */
  employer?: string | null | undefined;
  /** 2. What is happening; 4000 characters. */
  happening?: string | null | undefined;
  /** 5. Whether a way to reach them was kept. */
  hasContact?: boolean | null | undefined;
  /** 9. Whether the employer must stay unsaid. */
  hideEmployer?: boolean | null | undefined;
  /** 9. Whether T-0 must stay unsaid. */
  hideStart?: boolean | null | undefined;
  /** 2. What sort of fight it is. */
  kind?: CampaignKind | null | undefined;
  /** 7. Languages, as BCP 47 tags; 12 at most. */
  languages?: Array<string> | null | undefined;
  /** 10. Hours a week for questions, from 0 to 168. */
  localHoursPerWeek?: number | null | undefined;
  /** 3. Where supporters should look now; 12 links. */
  lookHere?: Array<LinkInput> | null | undefined;
  /** 8. The same in words; 2000 characters. */
  needWords?: string | null | undefined;
  /** 8. What they think they need. */
  needs?: Array<Skill> | null | undefined;
  /** 1. What sort of organization it is. */
  organizationKind?: OrganizationKind | null | undefined;
  /** 1. Who asks; 160 characters at most. */
  organizationName?: string | null | undefined;
  /** 1. The role of whoever writes; 160 characters. */
  role?: string | null | undefined;
  /** 2. T-0, past or to come, within two years. */
  startsAt?: string | null | undefined;
  /** 8. Whether we should suggest it. */
  suggestForUs?: boolean | null | undefined;
  /** 2. IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** 9. What else must stay unsaid; 2000 characters. */
  unsaid?: string | null | undefined;
  /** 6. What worries them. */
  worries?: Array<AskWorry> | null | undefined;
  /** 6. The same in words; 2000 characters. */
  worryWords?: string | null | undefined;
};

/** What a local may have ready. Only whether it exists, never the thing itself. */
export type AskAsset =
  /** Money for advertisements. */
  | 'AD_BUDGET'
  /** A hardship or strike fund. */
  | 'HARDSHIP_FUND'
  /** A logo. */
  | 'LOGO'
  /** A list of members, which stays with them. */
  | 'MEMBER_LIST'
  /** Photographs or video. */
  | 'PHOTOS'
  /** A contact at a newspaper, radio or television. */
  | 'PRESS_CONTACT'
  /** Accounts on social media. */
  | 'SOCIAL_ACCOUNTS'
  /** Somebody who speaks to the press. */
  | 'SPOKESPERSON'
  /** A list of supporters, which stays with them. */
  | 'SUPPORTER_LIST'
  /** A website. */
  | 'WEBSITE';

/** Whether something exists. */
export type AskAssetInput = {
  /** What. */
  asset: AskAsset;
  /** Whether it exists; null for not sure. */
  has?: boolean | null | undefined;
};

/** Which card; you hold it. */
export type AskForLookInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** How far a request for help has come. */
export type AskStatus =
  /** It became a campaign. */
  | 'ACCEPTED'
  /** Answered with a no, with words and another place to go. */
  | 'DECLINED'
  /** Being written; nobody is waited for. */
  | 'DRAFT'
  /** Sent when there was no room left: kept whole, and held back until a coordinator has looked at it, within a day. */
  | 'HELD'
  /** Sent; we answer within four hours. */
  | 'SUBMITTED'
  /** A person has it. */
  | 'TRIAGED';

/** Where the way back is sent. */
export type AskWayBackInput = {
  /** The e-mail address that was confirmed before. */
  address: string;
  /** Language of the mail, `en` or `es`, where the person chose none. */
  language?: string | null | undefined;
};

/** What keeps a local awake. */
export type AskWorry =
  /** What may be said and done by law. */
  | 'LEGAL'
  /** Money. */
  | 'MONEY'
  /** Whether people hold out. */
  | 'MORALE'
  /** Nobody knows of the fight. */
  | 'NOBODY_KNOWS'
  /** The press. */
  | 'PRESS'
  /** Replacement workers. */
  | 'REPLACEMENTS'
  /** Rumors, or what the employer says. */
  | 'RUMORS'
  /** Safety of people. */
  | 'SAFETY';

/** As you read it, in the fields you change. */
export type AvailabilityAsReadInput = {
  /** All kinds of campaign not to be asked for. */
  notKinds?: Array<CampaignKind> | null | undefined;
  /** All skills not to be asked for, from now on. */
  notSkills?: Array<Skill> | null | undefined;
  /** First day of a break; null for none. */
  pausedFrom?: string | null | undefined;
  /** Last day of a break; null for none. */
  pausedUntil?: string | null | undefined;
  /** IANA zone, such as America/Chicago; null for none. */
  timeZone?: string | null | undefined;
  /** Whole hours a week, 0 to 60. */
  weeklyHours?: number | null | undefined;
};

/** Why somebody cannot decide by a link. Two gates are two people: one who is signed in, or was in that browser, counts. */
export type Barred =
  /** It is their work. */
  | 'AUTHOR'
  /** They looked at the craft. */
  | 'CRAFT_REVIEWER'
  /** They made the link. */
  | 'MAKER';

/** Who leads the board of a request. */
export type BecomeOrganizerInput = {
  /** The secret in the link of the request. */
  token: string;
};

/** Which card waits on the local. */
export type BlockCardInput = {
  /** Which card. */
  cardId: string;
  /** What is missing; 300 characters at most. */
  reason: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Whom a local does not want on its campaign, and why. */
export type BlockPersonInput = {
  /** The campaign. */
  campaignId: string;
  /** Who, by handle. */
  handle: string;
  /** Why, for those who run the campaign; 500 characters at most. */
  reason: string;
};

/** What a message of `boardChanges` asks you to do. */
export type BoardChangeKind =
  /** Apply it when the epoch is yours and `previousRevision` <= your revision < `revision`. Ignore it when you are at or beyond `revision`. When `previousRevision` is beyond you, take a fresh snapshot. */
  | 'CHANGES'
  /** The stream lives. When `revision` stays beyond yours, something was lost: take a fresh snapshot. */
  | 'HEARTBEAT'
  /** The log cannot be followed from where you are. Take a fresh snapshot, then subscribe after it. */
  | 'RESET';

/** A place in the history of a board: take it from a snapshot or from the last message. */
export type BoardCursor = {
  /** Which history, as you were told. */
  epoch: string;
  /** The last revision you have. */
  revision: number;
};

/** What a change of a board was. */
export type BoardEventKind =
  /** The holder said that what the card asks for by now is still fine. */
  | 'BRIEF_CONFIRMED'
  /** What is said about the campaign changed, its rules, or its end: ask for what you show of it again. Cards that show something else since come along. */
  | 'CAMPAIGN_UPDATED'
  /** The local said yes. */
  | 'CARD_APPROVED'
  /** A card waits on the local. */
  | 'CARD_BLOCKED'
  /** A cancelled card is a draft again. */
  | 'CARD_BROUGHT_BACK'
  /** A card was taken off the board. */
  | 'CARD_CANCELLED'
  /** Who took cards off the board undid it within a minute: all is as it was before. */
  | 'CARD_CANCEL_UNDONE'
  /** Somebody took a card. */
  | 'CARD_CLAIMED'
  /** New cards stand on the board. */
  | 'CARD_CREATED'
  /** Who had added cards took them away again within a minute: there are no such cards. */
  | 'CARD_CREATE_UNDONE'
  /** The holder gave a card back. */
  | 'CARD_HANDED_BACK'
  /** Work was handed in. */
  | 'CARD_HANDED_IN'
  /** Somebody joined who holds a card for two. */
  | 'CARD_JOINED'
  /** One of the two who held a card does no more; the other goes on. */
  | 'CARD_LEFT'
  /** A card changed its place in its column. */
  | 'CARD_MOVED'
  /** A draft can be claimed now. */
  | 'CARD_OPENED'
  /** An open card is a draft again. */
  | 'CARD_RETURNED_TO_DRAFT'
  /** A card was taken back from its holder. */
  | 'CARD_TAKEN_BACK'
  /** What was missing is there. */
  | 'CARD_UNBLOCKED'
  /** The words of a card were edited. */
  | 'CARD_UPDATED'
  /** A review sent a card back to its holder. */
  | 'CHANGES_REQUESTED'
  /** A step was ticked or cleared. */
  | 'CHECKLIST_CHANGED'
  /** Who is new said that they are on it, and has a full lease. */
  | 'CLAIM_CONFIRMED'
  /** A lease ran out: the card is open again. */
  | 'CLAIM_EXPIRED'
  /** A lease ends soon. */
  | 'CLAIM_EXPIRING'
  /** The holder got one more lease. */
  | 'CLAIM_EXTENDED'
  /** Somebody said something about a card. */
  | 'COMMENT_ADDED'
  /** Somebody wrote their comment anew. */
  | 'COMMENT_EDITED'
  /** A comment was emptied. */
  | 'COMMENT_REMOVED'
  /** Who had removed a comment of theirs put it back within a minute. */
  | 'COMMENT_REMOVE_UNDONE'
  /** The craft review was passed. */
  | 'CRAFT_REVIEW_PASSED'
  /** Its author put other words and links in place of the work handed in. */
  | 'HAND_IN_CORRECTED'
  /** Its author took the work back, to go on with it. */
  | 'HAND_IN_WITHDRAWN'
  /** The holder asks for the look of somebody who knows the craft. */
  | 'LOOK_ASKED'
  /** Somebody erased their account: their name and words are gone from the cards that come along. */
  | 'PERSON_LEFT';

/** Which cancelled card. */
export type BringBackCardInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** A campaign as you read it, in the fields you change. */
export type CampaignAsReadInput = {
  /** Demands, twelve of 200 characters at most. */
  demands?: Array<string> | null | undefined;
  /** The employer. */
  employer?: string | null | undefined;
  /** Show the employer to the team only. */
  employerHidden?: boolean | null | undefined;
  /** What others can do; 2000 characters at most. */
  howToHelp?: string | null | undefined;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Who may read the campaign; TEAM at first. */
  sensitivity?: Sensitivity | null | undefined;
  /** Its rules. */
  settings?: CampaignSettingsInput | null | undefined;
  /** Show T-0 to the team only. */
  startHidden?: boolean | null | undefined;
  /** T-0. */
  startsAt?: string | null | undefined;
  /** What happens and why; 5000 characters at most. */
  story?: string | null | undefined;
  /** IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** Its name. */
  title?: string | null | undefined;
};

/** What sort of fight it is. */
export type CampaignKind =
  /** People stop buying. */
  | 'BOYCOTT'
  /** Neighbours or tenants stand up for something. */
  | 'COMMUNITY_FIGHT'
  /** A contract is bargained for. */
  | 'CONTRACT_FIGHT'
  /** Workers form a union. */
  | 'ORGANIZING_DRIVE'
  /** Work stops. */
  | 'STRIKE';

/** Rules of a campaign; what is left out stays as it is. */
export type CampaignSettingsInput = {
  /** Cards anybody else may hold at once, from 1 to 10; 3 at first. */
  claimLimit?: number | null | undefined;
  /** Whether a craft review comes before the approval; true at first. */
  craftReviewRequired?: boolean | null | undefined;
  /** Hours in which somebody without finished work has to say that they are on a card, from 1 to 336; 6 at first. 0, or as many as the lease has, for no such rule. */
  firstLeaseHours?: number | null | undefined;
  /** Hours of a lease, from 1 to 336; 48 at first. */
  leaseHours?: number | null | undefined;
  /** Cards a newcomer may hold at once, from 1 to 10; 1 at first. */
  newcomerClaimLimit?: number | null | undefined;
  /** Percent of the open cards that people without finished work may hold together, from 10 to 100; 50 at first. Three cards they always may. */
  newcomerShare?: number | null | undefined;
};

/** Which card to take off the board. */
export type CancelCardInput = {
  /** Which card. */
  cardId: string;
  /** Why; 500 characters at most. */
  reason: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which cards to take off the board. */
export type CancelCardsInput = {
  /** The board. */
  boardId: string;
  /** Which cards of the board; 100 at most. */
  cardIds: Array<string>;
  /** Why; 500 characters at most. It stands on each card. */
  reason: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** A card as you read it. */
export type CardAsReadInput = {
  /** Which card. */
  cardId: string;
  /** Its `version`. */
  version: number;
};

/** Where a card is on its way; also its column. */
export type CardStatus =
  /** Taken off the board; only the team sees it. */
  | 'CANCELLED'
  /** Held by a volunteer under a lease, or by two together. */
  | 'CLAIMED'
  /** Approved by the local. */
  | 'DONE'
  /** Being written by the local; only the team sees it. */
  | 'DRAFT'
  /** Handed in; waits for the craft review or the local. */
  | 'IN_REVIEW'
  /** Ready to be claimed. */
  | 'OPEN';

/** One step of a card. */
export type ChecklistItemInput = {
  /** Id of a step that is there already: it keeps its tick. */
  id?: string | null | undefined;
  /** The step; 200 characters at most. */
  text: string;
};

/** Which card to take. */
export type ClaimCardInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** How a claim ended. */
export type ClaimEnd =
  /** The card was taken off the board. */
  | 'CANCELLED'
  /** The lease ran out. */
  | 'EXPIRED'
  /** The holder gave the card back. */
  | 'HANDED_BACK'
  /** The work was handed in. */
  | 'HANDED_IN'
  /** The local took the card back, or its holder may not read it any more. */
  | 'TAKEN_BACK';

/** Whose caution is seen to. */
export type ClearCautionInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** The end of a campaign. */
export type CloseCampaignInput = {
  /** Which campaign. */
  campaignId: string;
  /** Days from the end until all but counts is erased, from 7 to 180; 30 at first. */
  eraseAfterDays?: number | null | undefined;
  /** What is handed over; 30 at most. */
  handover?: Array<HandoverInput> | null | undefined;
  /** What came of it; 3000 characters at most. */
  outcome?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. */
  requestId?: string | null | undefined;
  /** To all who helped; 3000 characters at most. */
  thanks?: string | null | undefined;
};

/** The end as you read it, in the fields you change. */
export type ClosingAsReadInput = {
  /** Days from the end until all but counts is erased, from 7 to 180; 30 at first. */
  eraseAfterDays?: number | null | undefined;
  /** What is handed over; 30 at most. */
  handover?: Array<HandoverInput> | null | undefined;
  /** What came of it; 3000 characters at most. */
  outcome?: string | null | undefined;
  /** To all who helped; 3000 characters at most. */
  thanks?: string | null | undefined;
};

/** The digits that came by mail. */
export type ComeBackByCodeInput = {
  /** The address they came to. */
  address: string;
  /** The six digits; spaces do not matter. */
  code: string;
};

/** The link that came by mail. */
export type ComeBackByLinkInput = {
  /** What stands behind the # of the link. */
  token: string;
};

/** Which card is still fine as it stands; you hold it. */
export type ConfirmBriefInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** The version you read. */
  version: number;
};

/** Which card one is on. */
export type ConfirmClaimInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** The code that came by e-mail. */
export type ConfirmEmailInput = {
  /** Six digits. */
  code: string;
};

/** The yes of an organization. */
export type ConfirmLeadRequestInput = {
  /** The request. */
  leadRequestId: string;
};

/** Work in place of what you handed in. */
export type CorrectHandInInput = {
  /** Which card. */
  cardId: string;
  /** Files of `card.uploads` that go along, each READY; twelve at most. All of them, or none is. */
  fileIds?: Array<string> | null | undefined;
  /** The hand-in you read: refused as STALE_WORK where another one waits by now. */
  handInId: string;
  /** Where the work is; twelve at most. */
  links: Array<LinkInput>;
  /** What the local should know, or the work itself; 20000 characters at most, may be empty. */
  note: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Who is to answer, and about which card. */
export type CreateApprovalLinkInput = {
  /** The card; its work waits for the local. */
  cardId: string;
  /** Whom it is for, such as "Lou, president"; 80 characters at most. */
  label: string;
};

/** A new campaign. */
export type CreateCampaignInput = {
  /** Demands, twelve of 200 characters at most. */
  demands?: Array<string> | null | undefined;
  /** The employer. */
  employer?: string | null | undefined;
  /** Show the employer to the team only. */
  employerHidden?: boolean | null | undefined;
  /** What others can do; 2000 characters at most. */
  howToHelp?: string | null | undefined;
  /** What sort of fight it is. */
  kind: CampaignKind;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Who runs it. */
  organizationId: string;
  /** Who may read the campaign; TEAM at first. */
  sensitivity?: Sensitivity | null | undefined;
  /** Its rules. */
  settings?: CampaignSettingsInput | null | undefined;
  /** Its name in addresses: lower-case letters, digits and hyphens. A campaign that not everybody may read gets letters behind it that nobody can guess. */
  slug: string;
  /** Show T-0 to the team only. */
  startHidden?: boolean | null | undefined;
  /** T-0. */
  startsAt?: string | null | undefined;
  /** What happens and why; 5000 characters at most. */
  story?: string | null | undefined;
  /** IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** Its name; 120 characters at most. */
  title: string;
};

/** A new card. */
export type CreateCardInput = {
  /** Which board. */
  boardId: string;
  /** A warning; 500 characters at most. */
  caution?: string | null | undefined;
  /** Tick the caution, where there is one: what it asks for is seen to. Without it nothing opens. */
  cautionCleared?: boolean | null | undefined;
  /** Its steps; twenty of 200 characters at most. */
  checklist?: Array<string> | null | undefined;
  /** What there will be when it is done; 300 characters at most. */
  deliverable: string;
  /** Due moment; not in the past. */
  dueAt?: string | null | undefined;
  /** Due so many hours after T-0 (negative: before), instead of a date. */
  dueOffsetHours?: number | null | undefined;
  /** Whether a second one may join its holder; who holds it together stays when this changes. */
  forTwo?: boolean | null | undefined;
  /** Estimate in hours, from 0.25 to 40. */
  hours: number;
  /** In which language its words are written, as a BCP 47 tag; for a new card the first of the campaign’s when left out. */
  language?: string | null | undefined;
  /** Languages it needs of whoever takes it, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Material to work from; twelve at most. */
  links?: Array<LinkInput> | null | undefined;
  /** What the local gives to start with; 500 characters at most. */
  localSupplies?: string | null | undefined;
  /** What is not part of it; 500 characters at most. */
  outOfScope?: string | null | undefined;
  /** The part of the campaign it belongs to. */
  phase: Phase;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** Who may read it. */
  sensitivity: Sensitivity;
  /** The one skill it asks for. */
  skill: Skill;
  /** DRAFT or OPEN; OPEN when left out. */
  status?: CardStatus | null | undefined;
  /** The task in a few words; 120 characters at most. */
  title: string;
};

/** Many new cards at once. */
export type CreateCardsFromTemplatesInput = {
  /** Which board. */
  boardId: string;
  /** Tick the caution, where there is one: what it asks for is seen to. Without it nothing opens. */
  cautionCleared?: boolean | null | undefined;
  /** In which language the cards are written, as a BCP 47 tag; the first of the campaign’s when left out. A template that is not written in it gives its card in another one, which the card says. */
  language?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** DRAFT or OPEN; OPEN when left out. Those with a caution that is not ticked start as DRAFT. */
  status?: CardStatus | null | undefined;
  /** Keys of templates; each makes one card. */
  templateKeys: Array<string>;
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** What sort of organization it is. */
  kind: OrganizationKind;
  /** What it is called; 120 characters at most. */
  name: string;
};

/** Whom a link lets in, as what, and for how long. */
export type CreateRoleLinkInput = {
  /** The campaign whose organization they join. */
  campaignId: string;
  /** For how many days it opens something, from 1 to 14. */
  days?: number;
  /** Who it is for, such as "Lou, president"; 80 characters at most. */
  label: string;
  /** How many people it lets in, from 1 to 20. */
  maxUses?: number;
  /** What it makes of whoever opens it. */
  role: LinkRole;
};

/** What a screen shows, and for how long. */
export type CreateWatchLinkInput = {
  /** The campaign whose wall it opens. */
  campaignId: string;
  /** For how many hours it opens the wall, from 1 to 168. */
  hours: number;
  /** Where the screen hangs, such as "Strike office"; 80 characters at most. */
  label: string;
  /** The most sensitive cards it shows: titles, to whoever stands before the screen. */
  sensitivity?: Sensitivity;
  /** Whether it shows the handles of those who finished cards. */
  showsHandles?: boolean;
  /** Whether it shows words of thanks, which may name people. */
  showsThanks?: boolean;
};

/** A no, as whoever asked will read it. */
export type DeclineAskInput = {
  /** The request. */
  askId: string;
  /** Another place to go; 1000 characters at most. */
  elsewhere: string;
  /** Why; 2000 characters at most. */
  words: string;
};

/** What to say "not now" to. */
export type DeclineInvitationInput = {
  /** One of `viewer.invitations`. */
  invitationId: string;
};

/** The no of an organization. */
export type DeclineLeadRequestInput = {
  /** The request. */
  leadRequestId: string;
};

/** The part a person plays in the demo. */
export type DemoPart =
  /** Looks after the whole programme. */
  | 'COORDINATOR'
  /** Runs the board of the local. */
  | 'ORGANIZER'
  /** Claims cards and does the work. */
  | 'VOLUNTEER';

/** Which part of the desk; what is left out does not matter. */
export type DeskFilter = {
  /** Only this campaign, by its name in addresses. */
  campaign?: string | null | undefined;
  /** Only fights of this sort. */
  kind?: CampaignKind | null | undefined;
  /** Only what is later than was promised. */
  late?: boolean | null | undefined;
  /** Only asks that you have, and campaigns of asks you took or of organizations you have a role in. */
  mine?: boolean | null | undefined;
  /** Words in a title, handle, campaign or organization; 100 characters at most. */
  text?: string | null | undefined;
};

/** A list on the desk. */
export type DeskSection =
  /** Asks that wait for an answer. */
  | 'ASKS'
  /** Running campaigns with their pulse. */
  | 'CAMPAIGNS'
  /** Messages to people that fail. */
  | 'DELIVERIES'
  /** Work that waits for a craft review. */
  | 'HAND_INS'
  /** Asks that were held back, for somebody to look at. */
  | 'HELD_ASKS'
  /** People of standing NEW whose work can be judged. */
  | 'NEWCOMERS'
  /** Cards on which nothing moves. */
  | 'QUIET_CARDS'
  /** People who hold a card and were not seen for two days. */
  | 'QUIET_PEOPLE';

/** As you read your draft. */
export type DraftAsReadInput = {
  /** The links; their addresses are compared. */
  links?: Array<LinkInput> | null | undefined;
  /** What stood there; empty where there was no draft. */
  note?: string | null | undefined;
};

/** Your comment, written anew. */
export type EditCommentInput = {
  /** Which comment; it is yours. */
  commentId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** What it says from now on; 2000 characters at most. */
  text: string;
};

/** Which session to end. */
export type EndSessionInput = {
  /** One of `viewer.sessions`. */
  sessionId: string;
};

/** To erase yourself. */
export type EraseMyselfInput = {
  /** Your handle, typed again. */
  handle: string;
};

/** Why something was refused. Stable: codes are added, never renamed. */
export type ErrorCode =
  /** The local does not want this person on its campaign. */
  | 'BLOCKED'
  /** Somebody else was first. Comes as CardAlreadyClaimed. */
  | 'CARD_ALREADY_CLAIMED'
  /** The card carries a caution that an organizer has to tick before it opens. */
  | 'CAUTION_NOT_CLEARED'
  /** You hold as many cards as you may. Comes as ClaimLimitReached. */
  | 'CLAIM_LIMIT_REACHED'
  /** Often enough for today: go on tomorrow, or ask somebody else. */
  | 'DAY_LIMIT'
  /** You took and handed back many cards just now. Wait an hour. */
  | 'HANDED_BACK_OFTEN'
  /** The handle is taken, or looks like one that is. Comes as InvalidInput. */
  | 'HANDLE_TAKEN'
  /** A value cannot be taken. Comes as InvalidInput. */
  | 'INVALID_INPUT'
  /** The person was asked often enough for today. */
  | 'INVITATION_LIMIT'
  /** Your time for the card has run out. */
  | 'LEASE_EXPIRED'
  /** The link is wrong, was used, was revoked, or has run out. */
  | 'LINK_INVALID'
  /** People without finished work hold as many cards of this board as they can together (`settings.newcomerShare`). */
  | 'NEWCOMERS_HOLD_SHARE'
  /** You may see it, and may not do this to it. */
  | 'NOT_ALLOWED'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Join or sign in first. */
  | 'NOT_SIGNED_IN'
  /** The other gate is yours: you, or somebody in this browser, made the link or looked at the craft. */
  | 'OTHER_GATE'
  /** It is your own work: somebody else has to look at it. */
  | 'OWN_WORK'
  /** Somebody edited the card since you read it. Comes as StaleCard, of many cards as CardInTheWay. */
  | 'STALE_CARD'
  /** Somebody changed the same since you read it. Comes as StaleFields. */
  | 'STALE_FIELDS'
  /** Somebody changed the plan since you read it. */
  | 'STALE_PLAN'
  /** The work was corrected since you read it. Look at what is new, then decide. */
  | 'STALE_WORK'
  /** The card is for vetted people who agreed to the code of conduct: agree first. */
  | 'STATEMENT_NEEDED'
  /** Your account is on hold: it changes nothing. */
  | 'SUSPENDED'
  /** Too often in a short time. Wait, then try again. */
  | 'TOO_MANY_REQUESTS'
  /** The ask, plan, invitation, campaign or change is not at a point where this can be done. */
  | 'WRONG_STAGE'
  /** The card is not in a status in which this can be done. Comes as WrongStatus, of many cards as CardInTheWay. */
  | 'WRONG_STATUS';

/** Which card to keep longer. */
export type ExtendClaimInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Why a file is not taken. */
export type FileProblem =
  /** It cannot be read. */
  | 'BROKEN'
  /** A HEIC picture: to be turned into JPEG before. */
  | 'HEIC'
  /** By the time it came, its sender could not put it there any more. */
  | 'NOT_ALLOWED'
  /** It has more pixels, or more bytes, than such a file may have. */
  | 'TOO_LARGE'
  /** What is in it is none of the types that we take, whatever its name says. */
  | 'TYPE'
  /** It unpacks to very much more than it is. */
  | 'UNPACKS';

/** How far a file has come. */
export type FileState =
  /** It came whole and is looked through. */
  | 'CHECKING'
  /** It is clean, and can be had. */
  | 'READY'
  /** Pieces of it are missing; it can be gone on with. */
  | 'RECEIVING'
  /** It is not taken; `problem` says why. Its bytes are gone. */
  | 'REFUSED';

/** What a file was sent for. */
export type FileUse =
  /** Material on the card itself, by its organizers. */
  | 'CARD'
  /** Work of whoever holds the card; goes along when they hand it in. */
  | 'WORK';

/** One of the two gates of a review. */
export type Gate =
  /** Somebody who knows the craft looks at it. */
  | 'CRAFT'
  /** The local says yes, or what should be different. */
  | 'LOCAL';

/** Which card to give back. */
export type HandBackCardInput = {
  /** Which card. */
  cardId: string;
  /** For whoever takes it next; 4000 characters at most. */
  note?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** The work; a note, a link or a file is needed. */
export type HandInCardInput = {
  /** Which card. */
  cardId: string;
  /** Files of `card.uploads` that go along, each READY; twelve at most. All of them, or none is. */
  fileIds?: Array<string> | null | undefined;
  /** Where the work is; twelve at most. */
  links: Array<LinkInput>;
  /** What the local should know, or the work itself; 20000 characters at most, may be empty. */
  note: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What became of a hand-in. */
export type HandInOutcome =
  /** The local said yes. */
  | 'APPROVED'
  /** The card was taken off the board. */
  | 'CANCELLED'
  /** Sent back to its author. */
  | 'CHANGES_REQUESTED'
  /** In review. */
  | 'PENDING'
  /** Its author handed in something else in its place before anybody decided. */
  | 'REPLACED'
  /** Its author took it back before anybody decided. */
  | 'WITHDRAWN';

/** Something that is handed over at the end. */
export type HandoverInput = {
  /** Whether it is done; false at first. */
  done?: boolean | null | undefined;
  /** To whom; 120 characters at most. */
  to?: string | null | undefined;
  /** What; 200 characters at most. */
  what: string;
};

/** What is wrong with a value. */
export type InvalidReason =
  /** There are characters in it that have no place there. */
  | 'BAD_CHARACTERS'
  /** Not an http or https address, or one with a password in it. */
  | 'BAD_URL'
  /** It could be taken for something else. */
  | 'CONFUSABLE'
  /** There are invisible control characters in it. */
  | 'CONTROL_CHARACTERS'
  /** Something is needed here. */
  | 'EMPTY'
  /** It looks like a list of people, which we never take. */
  | 'LIST_OF_PEOPLE'
  /** Outside of what can be chosen. */
  | 'OUT_OF_RANGE'
  /** The moment has passed. */
  | 'PAST'
  /** The word is kept for other uses. */
  | 'RESERVED'
  /** It was used for something else before. */
  | 'REUSED'
  /** Somebody else has it. */
  | 'TAKEN'
  /** Longer than `limit`. */
  | 'TOO_LONG'
  /** More items than `limit`. */
  | 'TOO_MANY'
  /** Shorter than `limit`. */
  | 'TOO_SHORT'
  /** We do not know this value. */
  | 'UNKNOWN';

/** How an invitation stands. */
export type InvitationState =
  /** The person took the card. */
  | 'ACCEPTED'
  /** The person said "not now". */
  | 'DECLINED'
  /** Nobody answered in time. */
  | 'LAPSED'
  /** Waits for an answer. */
  | 'RUNNING'
  /** The card went to somebody else, or away. */
  | 'WITHDRAWN';

/** Whom to ask for what. */
export type InvitePersonInput = {
  /** An open card. */
  cardId: string;
  /** The person. */
  personId: string;
};

/** Which card to hold together with its holder. */
export type JoinCardInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What it takes to join: no name, no e-mail. */
export type JoinInput = {
  /** The name to go by: 3 to 24 letters or digits of one alphabet, with single - _ . between them. */
  handle: string;
  /** Languages they work in, as tags such as `en` or `es-MX`. May be empty. */
  languages: Array<string>;
  /** What the person can do. May be empty. */
  skills: Array<Skill>;
};

/** Why the rules left a card out. */
export type LeftOut =
  /** Its time has passed. */
  | 'LATE'
  /** All together would be more hours than is realistic. */
  | 'TOO_MUCH';

/** A web address. */
export type LinkInput = {
  /** What to call it; 120 characters at most. */
  label?: string | null | undefined;
  /** http or https address; 2000 characters at most. */
  url: string;
};

/** Why a link for approving without an account leads nowhere. */
export type LinkProblem =
  /** The work was decided on: with it, or by somebody else. */
  | 'DECIDED'
  /** It has run out. */
  | 'EXPIRED'
  /** Whoever made it took it back. */
  | 'REVOKED'
  /** Its author took the work back, to go on with it. */
  | 'WITHDRAWN'
  /** It is not complete, or not ours. */
  | 'WRONG';

/** What an invite link makes of whoever opens it. */
export type LinkRole =
  /** Says yes or no to work in the name of the organization. */
  | 'APPROVER'
  /** Runs the boards of the organization, gives roles, approves work. */
  | 'ORGANIZER';

/** What has been read. */
export type MarkNotificationsReadInput = {
  /** Which; without it, all there are. 100 at most. */
  notificationIds?: Array<string> | null | undefined;
};

/** What speaks for a match, or against it. */
export type MatchReasonCode =
  /** They finished `count` cards of this skill; others are told of those that anybody may read. */
  | 'DID_SKILL'
  /** It is due soon; they are awake for `hours` until then: enough. */
  | 'DUE_IN_TIME'
  /** They are awake for `hours` until it is due: less than the card takes. */
  | 'DUE_TIGHT'
  /** They hold `count` cards already. */
  | 'HOLDS_MUCH'
  /** They finished `count` cards for this organization. */
  | 'KNOWS_LOCAL'
  /** They share `language` with the card. */
  | 'LANGUAGE'
  /** The card asks for a skill they have. */
  | 'SKILL'
  /** They have `hours` left this week: enough. */
  | 'TIME_FREE'
  /** They have `hours` left this week: less than the card takes. */
  | 'TIME_SHORT'
  /** Their standing is VETTED or LEAD, or somebody of this organization vouches for them. */
  | 'TRUSTED'
  /** For `count` days nobody asked them, and they took nothing. */
  | 'WAITED';

/** Where to put a card; without a neighbour it goes to the end. */
export type MoveCardInput = {
  /** Put it right after this card of the column. */
  afterCardId?: string | null | undefined;
  /** Put it right before this card of the column. */
  beforeCardId?: string | null | undefined;
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** DRAFT or OPEN; the column it is in when left out. */
  status?: CardStatus | null | undefined;
};

/** Which cards go where. */
export type MoveCardsInput = {
  /** The board. */
  boardId: string;
  /** Which cards of the board; 100 at most. */
  cardIds: Array<string>;
  /** Which end of the column they go to: of the one they come to, or of their own. BOTTOM when a status is given alone. */
  place?: PlaceInColumn | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** OPEN opens drafts, DRAFT puts open cards back; those that are there already stay. */
  status?: CardStatus | null | undefined;
};

/** As you read it, in the fields you change. */
export type NotificationChoiceAsReadInput = {
  /** One e-mail a day with numbers; for coordinators. */
  digest?: boolean | null | undefined;
  /** By e-mail. */
  email?: boolean | null | undefined;
  /** Language of messages, one that the product speaks, such as `en` or `es`. */
  language?: string | null | undefined;
  /** What not to be told of outside of the app. */
  mutedKinds?: Array<NotificationKind> | null | undefined;
  /** To the browsers that take push messages. */
  push?: boolean | null | undefined;
  /** Start of quiet hours, 0 to 1439 minutes after midnight. */
  quietFrom?: number | null | undefined;
  /** End of quiet hours, 0 to 1439 minutes after midnight. */
  quietUntil?: number | null | undefined;
  /** Time zone, such as `America/Chicago`. */
  timeZone?: string | null | undefined;
};

/** What a notification tells of. */
export type NotificationKind =
  /** The local said yes to your work. */
  | 'APPROVED'
  /** For coordinators: somebody asks for help. */
  | 'ASK_CAME'
  /** For coordinators: requests for help are held back, for somebody to look at. */
  | 'ASK_HELD'
  /** A card you hold asks for something else than you know. */
  | 'BRIEF_CHANGED'
  /** Somebody came back to your account by a mail to its address; all sessions before have ended. */
  | 'CAME_BACK'
  /** A campaign you helped has ended. */
  | 'CAMPAIGN_ENDED'
  /** A card was taken back from you. */
  | 'CARD_TAKEN_BACK'
  /** Your work came back with a wish. */
  | 'CHANGES_REQUESTED'
  /** Somebody said something about a card of yours, or named you on one. */
  | 'COMMENTED'
  /** For coordinators: there is another one. */
  | 'COORDINATOR_NAMED'
  /** For those who look at the craft: work waits for a review. */
  | 'CRAFT_WAITS'
  /** You are asked whether you would take a card. */
  | 'INVITED'
  /** For organizers: somebody asks to lead a board of your organization. */
  | 'LEAD_ASKED'
  /** The organization said no to your wish to lead its board. */
  | 'LEAD_DECLINED'
  /** Your time for a card ran out; your draft is kept. */
  | 'LEASE_EXPIRED'
  /** Your time for a card ends soon. */
  | 'LEASE_EXPIRING'
  /** What you waited for on a card is there. */
  | 'LOCAL_ANSWERED'
  /** For those who know the craft: a holder asks for a look at work under way. */
  | 'LOOK_ASKED'
  /** Who holds a card with you handed it in. */
  | 'PARTNER_HANDED_IN'
  /** Somebody joined you on a card for two. */
  | 'PARTNER_JOINED'
  /** You hold a card alone now. */
  | 'PARTNER_LEFT'
  /** The local said go to a plan. */
  | 'PLAN_AGREED'
  /** The local wrote back to its plan. */
  | 'PLAN_ANSWERED'
  /** You have a new recovery code: by a sign-in with the one before, or on request. */
  | 'RECOVERY_CODE_RENEWED'
  /** Somebody got, changed or lost a role in your organization; you, perhaps. */
  | 'ROLE_CHANGED'
  /** For organizers: somebody made an invite link for a role in your organization. */
  | 'ROLE_LINK_MADE'
  /** You are trusted otherwise than before. */
  | 'STANDING_CHANGED'
  /** For the local: a volunteer waits for something. */
  | 'VOLUNTEER_WAITS'
  /** For the local: work waits for its yes. */
  | 'WORK_WAITS';

/** Whose voice a notice is. */
export type NotificationLane =
  /** Somebody wrote, asked, said yes or no. */
  | 'PEOPLE'
  /** Strikeboard says it: clocks, roles, what waits. */
  | 'SYSTEM';

/** What the campaign of a plan will be called. */
export type OfferPlanInput = {
  /** What sort of fight it is. */
  kind: CampaignKind;
  /** Who runs it, if they are here already. */
  organizationId?: string | null | undefined;
  /** What sort of organization is new. */
  organizationKind?: OrganizationKind | null | undefined;
  /** Else the name of the new organization. */
  organizationName?: string | null | undefined;
  /** Which plan. */
  planId: string;
  /** Its name in addresses: lower-case letters, digits and hyphens. */
  slug: string;
  /** Its name; 120 characters at most. */
  title: string;
  /** The version you read. */
  version: number;
};

/** A place in the history of open work: take it from `openCards` or from the last message. */
export type OpenCardsCursor = {
  /** Which history, as you were told. */
  epoch: string;
  /** The last revision you have. */
  revision: number;
};

/** Which open cards; what is left out does not matter. */
export type OpenCardsFilter = {
  /** Of this campaign. */
  campaignId?: string | null | undefined;
  /** At least one of these languages (BCP 47); not an empty list. */
  languages?: Array<string> | null | undefined;
  /** At most so many hours, from 0.25. */
  maxHours?: number | null | undefined;
  /** One of these phases; not an empty list. */
  phases?: Array<Phase> | null | undefined;
  /** One of these skills; not an empty list. */
  skills?: Array<Skill> | null | undefined;
};

/** What sort of organization runs a campaign. */
export type OrganizationKind =
  /** Several organizations together. */
  | 'COALITION'
  /** Neighbours, tenants or another group of a place. */
  | 'COMMUNITY_GROUP'
  /** A local of a union. */
  | 'UNION_LOCAL'
  /** A worker center. */
  | 'WORKER_CENTER';

/** Whose craft is good. */
export type PassCraftReviewInput = {
  /** Which card. */
  cardId: string;
  /** The hand-in you read: refused as STALE_WORK where another one waits by now. */
  handInId?: string | null | undefined;
  /** For author and local; 2000 characters at most. */
  note?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which people are looked for. */
export type PeopleFilter = {
  /** Only those who can do this. */
  skill?: Skill | null | undefined;
  /** Only those of this standing. */
  standing?: Standing | null | undefined;
  /** A part of the handle; 50 characters at most. */
  text?: string | null | undefined;
};

/** The part of a campaign a card belongs to, counted from T-0. */
export type Phase =
  /** When it is over. */
  | 'AFTER'
  /** Before T-0. */
  | 'BEFORE'
  /** From T-0 to 72 hours later. */
  | 'FIRST_72_HOURS'
  /** After the first 72 hours, while it goes on. */
  | 'ONGOING';

/** An end of a column. */
export type PlaceInColumn =
  /** After all others. */
  | 'BOTTOM'
  /** Before all others. */
  | 'TOP';

/** What changes about one card of a plan. */
export type PlanItemInput = {
  /** Due so many hours after T-0; null for no moment; left out, it stays. */
  dueOffsetHours?: number | null | undefined;
  /** Whether it goes on the board; left out, it stays. */
  included?: boolean | null | undefined;
  /** Its template; one that is not in the plan is added. */
  templateKey: string;
};

/** Which rule proposes a card. */
export type PlanReason =
  /** There is money for advertising. */
  | 'AD_BUDGET'
  /** Every fight begins and ends so. */
  | 'ALWAYS'
  /** Boycotts need it. */
  | 'BOYCOTT'
  /** Community fights need it. */
  | 'COMMUNITY_FIGHT'
  /** Contract fights need it. */
  | 'CONTRACT_FIGHT'
  /** A coordinator added it. */
  | 'COORDINATOR'
  /** The local asked for graphic design. */
  | 'NEED_GRAPHIC_DESIGN'
  /** The local asked for advertising. */
  | 'NEED_ONLINE_ADVERTISING'
  /** The local asked for video. */
  | 'NEED_ONLINE_VIDEO'
  /** The local asked for social media. */
  | 'NEED_SOCIAL_MEDIA'
  /** The local asked for strategy. */
  | 'NEED_STRATEGY'
  /** The local asked for training. */
  | 'NEED_TRAINING'
  /** The local asked for web development. */
  | 'NEED_WEB_DEVELOPMENT'
  /** The local asked for writing. */
  | 'NEED_WRITING'
  /** There is no hardship fund. */
  | 'NO_HARDSHIP_FUND'
  /** There is no logo. */
  | 'NO_LOGO'
  /** There are no photographs. */
  | 'NO_PHOTOS'
  /** There is no press contact. */
  | 'NO_PRESS_CONTACT'
  /** There are no social accounts. */
  | 'NO_SOCIAL_ACCOUNTS'
  /** There is no spokesperson. */
  | 'NO_SPOKESPERSON'
  /** There is no website. */
  | 'NO_WEBSITE'
  /** Organizing drives need it. */
  | 'ORGANIZING_DRIVE'
  /** There are photographs. */
  | 'PHOTOS'
  /** People read more than one language. */
  | 'SEVERAL_LANGUAGES'
  /** There are social accounts. */
  | 'SOCIAL_ACCOUNTS'
  /** Strikes need it. */
  | 'STRIKE'
  /** The local left it to us; it has helped others. */
  | 'SUGGESTED'
  /** The local can write to members or supporters. */
  | 'SUPPORTER_LIST'
  /** Legal questions worry the local. */
  | 'WORRY_LEGAL'
  /** Money worries the local. */
  | 'WORRY_MONEY'
  /** Morale worries the local. */
  | 'WORRY_MORALE'
  /** The local worries that nobody knows. */
  | 'WORRY_NOBODY_KNOWS'
  /** The press worries the local. */
  | 'WORRY_PRESS'
  /** Replacement workers worry the local. */
  | 'WORRY_REPLACEMENTS'
  /** Rumors worry the local. */
  | 'WORRY_RUMORS'
  /** Safety worries the local. */
  | 'WORRY_SAFETY';

/** How far a plan is. */
export type PlanStatus =
  /** The local said go: the board is there. */
  | 'AGREED'
  /** The local reads it. */
  | 'OFFERED'
  /** Made by the rules; a coordinator ticks. */
  | 'PROPOSED';

/** As you read it, in the fields you change. */
export type ProfileAsReadInput = {
  /** All languages from now on, as tags such as `en` or `es-MX`. */
  languages?: Array<string> | null | undefined;
  /** All skills from now on. */
  skills?: Array<Skill> | null | undefined;
};

/** Which request gets a plan. */
export type ProposePlanInput = {
  /** The request. */
  askId: string;
};

/** Why a card counts as quiet. */
export type QuietReason =
  /** Handed in more than a day ago, without a craft review. */
  | 'NO_CRAFT_REVIEW'
  /** Held, and nothing happened for more than half of the lease. */
  | 'NO_SIGN'
  /** Open for more than two days, and nobody took it. */
  | 'UNCLAIMED';

/** Why exactly something was refused, next to its code. Stable: names are added, never renamed. */
export type RefusalWhy =
  /** The request was answered. */
  | 'ANSWERED_ALREADY'
  /** The request was answered: a new one can be started. */
  | 'ASK_ANSWERED'
  /** The link leads to no request for help. */
  | 'ASK_LINK'
  /** Who wrote it does this. */
  | 'AUTHOR_ONLY'
  /** Its author or an organizer does this. */
  | 'AUTHOR_OR_ORGANIZER_ONLY'
  /** The person was blocked meanwhile. */
  | 'BLOCKED_MEANWHILE'
  /** This operation is taken by POST only. */
  | 'BY_POST'
  /** Subscriptions are taken over the WebSocket only. */
  | 'BY_SOCKET'
  /** The campaign has ended: its board can only be read. */
  | 'CAMPAIGN_ENDED'
  /** What belonged to the campaign is erased. */
  | 'CAMPAIGN_ERASED'
  /** The card is done or cancelled. */
  | 'CARD_CLOSED'
  /** You claimed the card already. */
  | 'CARD_TAKEN'
  /** Somebody did something with the card since. */
  | 'CHANGED_SINCE'
  /** The card has to be claimed first. */
  | 'CLAIM_FIRST'
  /** The campaign has ended. */
  | 'CLOSED_ALREADY'
  /** The mailbox got as many codes as it may in a day. */
  | 'CODES_TODAY'
  /** Coordinators do this. */
  | 'COORDINATORS_ONLY'
  /** The craft review comes first. */
  | 'CRAFT_FIRST'
  /** The craft review was passed: the work is on its way to the local. */
  | 'CRAFT_PASSED'
  /** You looked at the craft: the yes comes from somebody else. */
  | 'CRAFT_SEEN'
  /** People of the demo cannot be erased. */
  | 'DEMO_PEOPLE_STAY'
  /** You hold the card no more. */
  | 'DRAFT_NOT_HELD'
  /** The lease was extended as often as it can be. */
  | 'EXTENDED_OFTEN'
  /** As much was sent in a day as may be. */
  | 'FILES_TODAY'
  /** The plan has to be agreed first. */
  | 'GO_FIRST'
  /** The plan is agreed. */
  | 'GO_SAID'
  /** What was handed in stays with its work. */
  | 'HANDED_IN_STAYS'
  /** People with a role in the local cannot be blocked. */
  | 'HAS_ROLE'
  /** The request is held back. */
  | 'HELD_BACK'
  /** Whoever held the card holds as many others by now as they may. */
  | 'HOLDER_AT_LIMIT'
  /** Whoever holds the card could not read it any more. */
  | 'HOLDER_COULD_NOT_READ'
  /** Whoever held the card may not work on it any more. */
  | 'HOLDER_GONE'
  /** Whoever holds the card, or the local, says this. */
  | 'HOLDER_OR_LOCAL_ONLY'
  /** They do not hold the card now. */
  | 'HOLDS_NO_MORE'
  /** As many invite links are open as may be. */
  | 'INVITE_LINKS_OPEN'
  /** Coordinators cannot be blocked. */
  | 'IS_COORDINATOR'
  /** Somebody has to stay coordinator. */
  | 'LAST_COORDINATOR'
  /** Somebody has to stay organizer. */
  | 'LAST_ORGANIZER'
  /** The request to lead was answered. */
  | 'LEAD_ANSWERED'
  /** Somebody leads the board by this link. */
  | 'LED_ALREADY'
  /** As many links are open as may be. */
  | 'LINKS_OPEN'
  /** As many links wait for an answer as may. */
  | 'LINKS_WAITING'
  /** The local and coordinators do this. */
  | 'LOCAL_AND_COORDINATORS_ONLY'
  /** Organizers and approvers of the local do this. */
  | 'LOCAL_ONLY'
  /** A look was asked for within the hour. */
  | 'LOOK_ASKED_LATELY'
  /** People with a role in the local do this. */
  | 'MEMBERS_ONLY'
  /** The minute in which it can be undone is over. */
  | 'MINUTE_OVER'
  /** Coordinators name the local for which they vouch. */
  | 'NAME_A_LOCAL'
  /** Nobody holds the card now: it is there to be taken. */
  | 'NOBODY_TO_JOIN'
  /** A card gets there by another move. */
  | 'NOT_BY_MOVING'
  /** The campaign has not ended. */
  | 'NOT_CLOSED'
  /** One person holds this card alone: its organizer did not say that two may. */
  | 'NOT_FOR_TWO'
  /** You hold the card no more. */
  | 'NOT_HELD'
  /** Somebody else holds the card. */
  | 'NOT_HOLDER'
  /** This kind of change cannot be undone. */
  | 'NOT_UNDOABLE'
  /** The card does not wait on the local. */
  | 'NOT_WAITING'
  /** Somebody else than whoever asked answers. */
  | 'NOT_WHOEVER_ASKED'
  /** Nobody does this to their own account. */
  | 'NOT_YOURSELF'
  /** It is the work of somebody else. */
  | 'NOT_YOUR_WORK'
  /** No address waits for a code. */
  | 'NO_ADDRESS_WAITS'
  /** There is no plan to agree to. */
  | 'NO_PLAN_YET'
  /** The organization of the plan is gone. */
  | 'ORGANIZATION_GONE'
  /** The organization said no to this. */
  | 'ORGANIZATION_SAID_NO'
  /** Organizers of the local and coordinators do this. */
  | 'ORGANIZERS_AND_COORDINATORS_ONLY'
  /** Organizers of the local do this. */
  | 'ORGANIZERS_ONLY'
  /** Other work of yours is in review. */
  | 'OTHER_WORK_IN_REVIEW'
  /** Somebody else asks the local about your work. */
  | 'OWN_WORK_LINK'
  /** Somebody changed the page since it was read. */
  | 'PAGE_CHANGED'
  /** The local blocked this person. */
  | 'PERSON_BLOCKED'
  /** The person cannot be asked. */
  | 'PERSON_CANNOT_BE_ASKED'
  /** The person may not read the card. */
  | 'PERSON_MAY_NOT_READ'
  /** The person's account is on hold. */
  | 'PERSON_ON_HOLD'
  /** The person takes a break. */
  | 'PERSON_PAUSED'
  /** The person does not do this kind of work. */
  | 'PERSON_WILL_NOT'
  /** People with approved work, and the team, review. */
  | 'REVIEWERS_ONLY'
  /** The minute in which a role can be given back is over. */
  | 'ROLE_MINUTE_OVER'
  /** The role was taken away after the link was made. */
  | 'ROLE_TAKEN_AWAY'
  /** Many comments in a short time. */
  | 'SAID_A_LOT'
  /** The person declined this card. */
  | 'SAID_NOT_NOW'
  /** You are signed in under another handle. */
  | 'SIGNED_IN_ALREADY'
  /** Another coordinator has the request. */
  | 'TAKEN_BY_OTHER'
  /** The request has to be taken first. */
  | 'TAKE_FIRST'
  /** Somebody changed the template since it was read. */
  | 'TEMPLATE_CHANGED'
  /** It was undone already. */
  | 'UNDONE_ALREADY'
  /** Whoever did it undoes it. */
  | 'UNDO_NOT_YOURS'
  /** Whoever vouched, or an organizer of the local, takes it back. */
  | 'VOUCHER_OR_ORGANIZER_ONLY'
  /** The link does not open the wall. */
  | 'WALL_LINK'
  /** The link of the mail does not count any more. */
  | 'WAY_BACK_LINK'
  /** The card had more time as often as it can. */
  | 'WITHDRAWN_OFTEN'
  /** You have handed it in. */
  | 'YOURS_IN_REVIEW';

/** Which request to release. */
export type ReleaseAskInput = {
  /** The request. */
  askId: string;
};

/** Which comment to remove. */
export type RemoveCommentInput = {
  /** Which comment. */
  commentId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which file to remove. */
export type RemoveFileInput = {
  /** Your own that is not handed in; or one on a card, as its organizer. */
  fileId: string;
  /** Made up by the client; a repeated request is carried out once. */
  requestId?: string | null | undefined;
};

/** A browser that should be told nothing more. */
export type RemovePushSubscriptionInput = {
  /** Endpoint of its push subscription. */
  endpoint: string;
};

/** What else to do with a new code. */
export type RenewRecoveryCodeInput = {
  /** Whether to end all other sessions; not, unless said. */
  endOtherSessions?: boolean | null | undefined;
};

/** What should be different, without an account. */
export type RequestChangesByLinkInput = {
  /** The hand-in you read, `approval.handInId`: refused as STALE_WORK where another one waits by now. Without it, one that was corrected after the link was made is refused. */
  handInId?: string | null | undefined;
  /** For the author; 2000 characters at most. */
  note: string;
  /** What stands behind the # of the link. */
  token: string;
};

/** What should be different. */
export type RequestChangesInput = {
  /** Which card. */
  cardId: string;
  /** The hand-in you read: refused as STALE_WORK where another one waits by now. */
  handInId?: string | null | undefined;
  /** For the author; 2000 characters at most. */
  note: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which template is no longer needed. */
export type RetireTemplateInput = {
  /** Which template. */
  key: string;
  /** The edition you read. */
  version: number;
};

/** Which link to take back. */
export type RevokeApprovalLinkInput = {
  /** One of `card.approvalLinks`. */
  linkId: string;
};

/** Which link to take back. */
export type RevokeRoleLinkInput = {
  /** One of `campaign.roleLinks`. */
  linkId: string;
};

/** Which link to take back. */
export type RevokeWatchLinkInput = {
  /** One of `campaign.watchLinks`. */
  linkId: string;
};

/** What a person does in an organization. Any role makes one part of the team of its campaigns. */
export type Role =
  /** Says yes or no to work in the name of the organization. */
  | 'APPROVER'
  /** Reads all cards of the organization and may vouch for people. */
  | 'MEMBER'
  /** Runs the boards: writes cards, approves work, gives roles. */
  | 'ORGANIZER';

/** Answers to keep. */
export type SaveAskAnswersInput = {
  /** Some of the ten answers. */
  answers?: AskAnswersInput | null | undefined;
  /** The same answers as you read them: refused as StaleFields where somebody changed one since. What is left out is not compared. */
  asRead?: AskAsReadInput | null | undefined;
  /** Any way to reach them, one to a line; 500 characters. Sealed, for coordinators alone. Null takes it away. */
  contact?: string | null | undefined;
  /** The language in which they read now. */
  language?: string | null | undefined;
  /** They were asked (`LIST_OF_PEOPLE`), and say that nothing here is a list of people. */
  noListOfPeople?: boolean;
  /** From the link, as `startAsk` gave it. */
  token: string;
};

/** Unfinished work. */
export type SaveDraftInput = {
  /** The same as you read it: refused as StaleFields where you changed it elsewhere since. What is left out is not compared. */
  asRead?: DraftAsReadInput | null | undefined;
  /** Which card; you hold it. */
  cardId: string;
  /** Where the work is. */
  links?: Array<LinkInput> | null | undefined;
  /** What you have written; 20000 characters at most. */
  note: string;
};

/** The words of a template. */
export type SaveTemplateInput = {
  /** A warning; 500 characters at most. */
  caution?: string | null | undefined;
  /** What there will be when it is done; 300 characters at most. */
  deliverable: string;
  /** Due so many hours after T-0 (negative: before). */
  dueOffsetHours?: number | null | undefined;
  /** Estimate in hours, from 0.25 to 40. */
  hours: number;
  /** Which template; left out for a new one. */
  key?: string | null | undefined;
  /** In which of the product’s languages these words are; English when left out. What it says in others stays. */
  language?: string | null | undefined;
  /** What the local gives; 500 characters at most. */
  localSupplies?: string | null | undefined;
  /** The part of the campaign it belongs to. */
  phase: Phase;
  /** Who may read it. */
  sensitivity: Sensitivity;
  /** The one skill it asks for. */
  skill: Skill;
  /** The task in a few words; 120 characters at most. */
  title: string;
  /** The edition you read; left out for a new template. */
  version?: number | null | undefined;
};

/** Who may read something. */
export type Sensitivity =
  /** Anyone. */
  | 'PUBLIC'
  /** People with a role in the organization, and coordinators. */
  | 'TEAM'
  /** People whose standing is VETTED or LEAD, and the team. */
  | 'VETTED';

/** An address to send messages to. */
export type SetEmailInput = {
  /** The e-mail address. */
  address: string;
  /** Language of messages, one that the product speaks, such as `en` or `es`. */
  language?: string | null | undefined;
  /** Time zone of the person, such as `America/Chicago`. */
  timeZone?: string | null | undefined;
};

/** Whether to show what you gave. */
export type SetPublicPageInput = {
  /** True shows the page, false takes it away. */
  on: boolean;
  /** Whether to show words of thanks; true at first, left out it stays. */
  showThanks?: boolean | null | undefined;
};

/** Who does what in an organization. */
export type SetRoleInput = {
  /** The person, by handle. */
  handle: string;
  /** The organization. */
  organizationId: string;
  /** Their role from now on; null takes it away. */
  role?: Role | null | undefined;
};

/** How far a person is trusted from now on. */
export type SetStandingInput = {
  /** Whose standing, by handle. */
  handle: string;
  /** Why; 500 characters at most. Needed for SUSPENDED. The person reads it too. */
  note?: string | null | undefined;
  /** The standing from now on. */
  standing: Standing;
};

/** How to come back on another device. */
export type SignInInput = {
  /** Random text of the client, the same while it tries again: an answer that was lost comes once more for ten minutes. */
  attempt?: string | null | undefined;
  /** The handle, in any case. */
  handle: string;
  /** The code shown last; spaces, dashes and case do not matter. It works once. */
  recoveryCode: string;
};

/** What a volunteer can do, and what a card asks for. */
export type Skill =
  /** Graphic design. */
  | 'GRAPHIC_DESIGN'
  /** Online advertising. */
  | 'ONLINE_ADVERTISING'
  /** Online video. */
  | 'ONLINE_VIDEO'
  /** Social media. */
  | 'SOCIAL_MEDIA'
  /** Strategy, for scoping what is needed. */
  | 'STRATEGY'
  /** Training people in digital tools. */
  | 'TRAINING'
  /** Web development. */
  | 'WEB_DEVELOPMENT'
  /** Writing for the web. */
  | 'WRITING';

/** How far a person is trusted in the whole programme. Earned by two pieces of work that were approved, or given by a coordinator. A vouch of a local’s people is none of it: it opens the campaigns of that local. */
export type Standing =
  /** Like VETTED, by a coordinator’s word: somebody others can turn to. */
  | 'LEAD'
  /** Just joined: reads public cards, holds one at a time. */
  | 'NEW'
  /** On hold: reads what anyone may read, and changes nothing. */
  | 'SUSPENDED'
  /** Reads cards for vetted people too, and may review their craft. */
  | 'VETTED';

/** Why the standing of a person changed. */
export type StandingReason =
  /** A coordinator decided. */
  | 'COORDINATOR'
  /** A vouch counts only for the campaigns of its organization since a rule changed. */
  | 'RULE_CHANGED'
  /** Somebody vouched for them, when a vouch still counted everywhere. Not given any more. */
  | 'VOUCHED'
  /** Enough of their work was approved. */
  | 'WORK_APPROVED';

/** A new request for help. No account is needed. */
export type StartAskInput = {
  /** The language in which they read, as a tag such as `es`. */
  language: string;
};

/** Which request to send. */
export type SubmitAskInput = {
  /** From the link, as `startAsk` gave it. */
  token: string;
};

/** Which request to take. */
export type TakeAskInput = {
  /** The request. */
  askId: string;
};

/** Whose cards of a board to take back. */
export type TakeBackAllCardsInput = {
  /** The board. */
  boardId: string;
  /** Who holds them. */
  personId: string;
  /** Why, for their holder; 500 characters at most. It stands on each card. */
  reason: string;
  /** Makes a repeated request harmless; 100 characters at most, new for every intent. */
  requestId?: string | null | undefined;
};

/** Which card to take back. */
export type TakeBackCardInput = {
  /** Which card. */
  cardId: string;
  /** Of two who hold it, the one it is taken back from: the other goes on. Left out: from both. */
  personId?: string | null | undefined;
  /** Why, for its holder; 500 characters at most. */
  reason: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which step. */
export type TickChecklistItemInput = {
  /** Which card. */
  cardId: string;
  /** Whether it is done. */
  done: boolean;
  /** Id of the step on its card. */
  itemId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Whom to try the demo as. */
export type TryAsInput = {
  /** One of `demoPeople`. */
  personId: string;
};

/** Which card need not wait any more. */
export type UnblockCardInput = {
  /** The answer, which goes to the comments; 2000 characters at most. */
  answer?: string | null | undefined;
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Who may take part in a campaign again. */
export type UnblockPersonInput = {
  /** The campaign. */
  campaignId: string;
  /** Who, by handle. */
  handle: string;
};

/** What to undo. */
export type UndoBoardChangeInput = {
  /** The board. */
  boardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** The `boardRevision` that the change answered with. */
  revision: number;
};

/** What to undo. */
export type UndoRoleRemovalInput = {
  /** The `removal` that `setRole` answered. */
  removalId: string;
};

/** What to change. What is not given stays. */
export type UpdateAvailabilityInput = {
  /** The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared. */
  asRead?: AvailabilityAsReadInput | null | undefined;
  /** All kinds of campaign not to be asked for. */
  notKinds?: Array<CampaignKind> | null | undefined;
  /** All skills not to be asked for, from now on. */
  notSkills?: Array<Skill> | null | undefined;
  /** First day of a break; null for none. */
  pausedFrom?: string | null | undefined;
  /** Last day of a break; null for none. */
  pausedUntil?: string | null | undefined;
  /** IANA zone, such as America/Chicago; null for none. */
  timeZone?: string | null | undefined;
  /** Whole hours a week, 0 to 60. */
  weeklyHours?: number | null | undefined;
};

/** What to change; fields left out stay. */
export type UpdateCampaignInput = {
  /** The same fields as you read them: refused as StaleFields where somebody changed one since. What is left out is not compared. */
  asRead?: CampaignAsReadInput | null | undefined;
  /** Which campaign. */
  campaignId: string;
  /** Demands, twelve of 200 characters at most. */
  demands?: Array<string> | null | undefined;
  /** The employer. */
  employer?: string | null | undefined;
  /** Show the employer to the team only. */
  employerHidden?: boolean | null | undefined;
  /** True ends it: the board can then only be read. */
  ended?: boolean | null | undefined;
  /** What others can do; 2000 characters at most. */
  howToHelp?: string | null | undefined;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. */
  requestId?: string | null | undefined;
  /** Who may read the campaign; TEAM at first. */
  sensitivity?: Sensitivity | null | undefined;
  /** Its rules. */
  settings?: CampaignSettingsInput | null | undefined;
  /** Show T-0 to the team only. */
  startHidden?: boolean | null | undefined;
  /** T-0. */
  startsAt?: string | null | undefined;
  /** What happens and why; 5000 characters at most. */
  story?: string | null | undefined;
  /** IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** Its name; 120 characters at most. */
  title?: string | null | undefined;
};

/** What to change; fields left out stay, null empties. */
export type UpdateCardInput = {
  /** Which card. */
  cardId: string;
  /** A warning; 500 characters at most. */
  caution?: string | null | undefined;
  /** Its steps, all of them. */
  checklist?: Array<ChecklistItemInput> | null | undefined;
  /** What there will be when it is done; 300 characters at most. */
  deliverable?: string | null | undefined;
  /** Due moment; not in the past. */
  dueAt?: string | null | undefined;
  /** Due so many hours after T-0 (negative: before), instead of a date. */
  dueOffsetHours?: number | null | undefined;
  /** Whether a second one may join its holder; who holds it together stays when this changes. */
  forTwo?: boolean | null | undefined;
  /** Estimate in hours, from 0.25 to 40. */
  hours?: number | null | undefined;
  /** In which language its words are written, as a BCP 47 tag; for a new card the first of the campaign’s when left out. */
  language?: string | null | undefined;
  /** Languages it needs of whoever takes it, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Material to work from; twelve at most. */
  links?: Array<LinkInput> | null | undefined;
  /** What the local gives to start with; 500 characters at most. */
  localSupplies?: string | null | undefined;
  /** What is not part of it; 500 characters at most. */
  outOfScope?: string | null | undefined;
  /** The part of the campaign it belongs to. */
  phase?: Phase | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** Who may read it. */
  sensitivity?: Sensitivity | null | undefined;
  /** The one skill it asks for. */
  skill?: Skill | null | undefined;
  /** The task in a few words; 120 characters at most. */
  title?: string | null | undefined;
  /** The version you read: others may have edited since. */
  version: number;
};

/** What to write into many cards. Fields that are left out stay as they are. */
export type UpdateCardsInput = {
  /** The board. */
  boardId: string;
  /** Which cards of the board, as you read them; 100 at most. */
  cards: Array<CardAsReadInput>;
  /** Due moment; null takes it away. Giving it clears `dueOffsetHours`. */
  dueAt?: string | null | undefined;
  /** Due moment in hours after T-0; negative before it; null takes it away. Giving it clears `dueAt`. */
  dueOffsetHours?: number | null | undefined;
  /** Hours it takes: 0.25 to 40. */
  hours?: number | null | undefined;
  /** Languages it needs, as BCP 47 tags; ten at most. */
  languages?: Array<string> | null | undefined;
  /** When in the fight it belongs. */
  phase?: Phase | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
  /** Who may read it. */
  sensitivity?: Sensitivity | null | undefined;
  /** The skill it takes. */
  skill?: Skill | null | undefined;
};

/** What to change about the end; fields left out stay. */
export type UpdateClosingInput = {
  /** The same fields as you read them: refused as StaleFields where somebody changed one since. What is left out is not compared. */
  asRead?: ClosingAsReadInput | null | undefined;
  /** Which campaign. */
  campaignId: string;
  /** Days from the end until all but counts is erased, from 7 to 180; 30 at first. */
  eraseAfterDays?: number | null | undefined;
  /** What is handed over; 30 at most. */
  handover?: Array<HandoverInput> | null | undefined;
  /** What came of it; 3000 characters at most. */
  outcome?: string | null | undefined;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. */
  requestId?: string | null | undefined;
  /** To all who helped; 3000 characters at most. */
  thanks?: string | null | undefined;
};

/** How to be told. What is left out stays as it is. */
export type UpdateNotificationChoiceInput = {
  /** The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared. */
  asRead?: NotificationChoiceAsReadInput | null | undefined;
  /** One e-mail a day with numbers; for coordinators. */
  digest?: boolean | null | undefined;
  /** By e-mail. */
  email?: boolean | null | undefined;
  /** Language of messages, one that the product speaks, such as `en` or `es`. */
  language?: string | null | undefined;
  /** What not to be told of outside of the app. */
  mutedKinds?: Array<NotificationKind> | null | undefined;
  /** To the browsers that take push messages. */
  push?: boolean | null | undefined;
  /** Start of quiet hours, 0 to 1439 minutes after midnight. */
  quietFrom?: number | null | undefined;
  /** End of quiet hours, 0 to 1439 minutes after midnight. */
  quietUntil?: number | null | undefined;
  /** Time zone, such as `America/Chicago`. */
  timeZone?: string | null | undefined;
};

/** What changes about a plan; what is left out stays. */
export type UpdatePlanInput = {
  /** Cards that change. */
  items?: Array<PlanItemInput> | null | undefined;
  /** In which of the product’s languages its cards are written. */
  language?: string | null | undefined;
  /** A word to the local; 2000 characters at most. */
  note?: string | null | undefined;
  /** Which plan. */
  planId: string;
  /** The version you read. */
  version: number;
};

/** What to change of oneself. What is not given stays. */
export type UpdateProfileInput = {
  /** The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared. */
  asRead?: ProfileAsReadInput | null | undefined;
  /** All languages from now on, as tags such as `en` or `es-MX`. */
  languages?: Array<string> | null | undefined;
  /** All skills from now on. */
  skills?: Array<Skill> | null | undefined;
};

/** Whom one knows and trusts. */
export type VouchForPersonInput = {
  /** Their handle. */
  handle: string;
  /** How one knows them; 500 characters at most. The person reads it too. */
  note?: string | null | undefined;
  /** On whose campaigns it counts. May be left out by who belongs to one organization. */
  organizationId?: string | null | undefined;
};

/** What is waited for. */
export type Wait =
  /** From waiting on the local to its answer. */
  | 'ANSWER'
  /** From the craft review, or from handing in, to the local's yes. */
  | 'APPROVAL'
  /** From handing in to the craft review. */
  | 'CRAFT_REVIEW'
  /** From an ask to its answer. */
  | 'DECISION'
  /** From an ask to the moment somebody has it. */
  | 'TRIAGE'
  /** From claiming a card to handing it in. */
  | 'WORK';

/** Who is waited for. */
export type WaitSide =
  /** The local. */
  | 'LOCAL'
  /** Us: coordinators and reviewers. */
  | 'US'
  /** A volunteer. */
  | 'VOLUNTEER';

/** What waits for whoever runs or approves. */
export type WaitingKind =
  /** A volunteer waits on the local. */
  | 'ANSWER'
  /** A draft waits until its caution is ticked. */
  | 'CAUTION'
  /** Work waits for somebody who looks at the craft. */
  | 'CRAFT'
  /** Somebody asks to lead a board. */
  | 'LEAD'
  /** Work waits for the yes of the local. */
  | 'YES';

/** Which work you take back. */
export type WithdrawHandInInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Whose vouch is taken back. */
export type WithdrawVouchInput = {
  /** The handle of whom it was for. */
  handle: string;
  /** On whose campaigns it counted. May be left out by who belongs to one organization. */
  organizationId?: string | null | undefined;
};

export type ClaimCardMutationVariables = Exact<{
  input: ClaimCardInput;
}>;


export type ClaimCardMutation = { claimCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type JoinCardMutationVariables = Exact<{
  input: JoinCardInput;
}>;


export type JoinCardMutation = { joinCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type HandBackCardMutationVariables = Exact<{
  input: HandBackCardInput;
}>;


export type HandBackCardMutation = { handBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ExtendClaimMutationVariables = Exact<{
  input: ExtendClaimInput;
}>;


export type ExtendClaimMutation = { extendClaim: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ConfirmClaimMutationVariables = Exact<{
  input: ConfirmClaimInput;
}>;


export type ConfirmClaimMutation = { confirmClaim: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type TakeBackAllCardsMutationVariables = Exact<{
  input: TakeBackAllCardsInput;
}>;


export type TakeBackAllCardsMutation = { takeBackAllCards: { boardRevision: number | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type TakeBackCardMutationVariables = Exact<{
  input: TakeBackCardInput;
}>;


export type TakeBackCardMutation = { takeBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type BlockCardMutationVariables = Exact<{
  input: BlockCardInput;
}>;


export type BlockCardMutation = { blockCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UnblockCardMutationVariables = Exact<{
  input: UnblockCardInput;
}>;


export type UnblockCardMutation = { unblockCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type HandInCardMutationVariables = Exact<{
  input: HandInCardInput;
}>;


export type HandInCardMutation = { handInCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type PassCraftReviewMutationVariables = Exact<{
  input: PassCraftReviewInput;
}>;


export type PassCraftReviewMutation = { passCraftReview: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RequestChangesMutationVariables = Exact<{
  input: RequestChangesInput;
}>;


export type RequestChangesMutation = { requestChanges: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ApproveCardMutationVariables = Exact<{
  input: ApproveCardInput;
}>;


export type ApproveCardMutation = { approveCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CancelCardMutationVariables = Exact<{
  input: CancelCardInput;
}>;


export type CancelCardMutation = { cancelCard: { boardRevision: number | null, undoUntil: string | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type TickChecklistItemMutationVariables = Exact<{
  input: TickChecklistItemInput;
}>;


export type TickChecklistItemMutation = { tickChecklistItem: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CreateCardMutationVariables = Exact<{
  input: CreateCardInput;
}>;


export type CreateCardMutation = { createCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type MoveCardMutationVariables = Exact<{
  input: MoveCardInput;
}>;


export type MoveCardMutation = { moveCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RemoveCommentMutationVariables = Exact<{
  input: RemoveCommentInput;
}>;


export type RemoveCommentMutation = { removeComment: { boardRevision: number | null, undoUntil: string | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UpdateCardMutationVariables = Exact<{
  input: UpdateCardInput;
}>;


export type UpdateCardMutation = { updateCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string, card: { outOfScope: string, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, cautionClearedBy: { id: string, handle: string, hasLeft: boolean } | null, approvalLinks: Array<{ id: string, label: string, createdAt: string, expiresAt: string, openedAt: string | null, usedAt: string | null, revokedAt: string | null }> | null, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }>, checklist: Array<{ id: string, text: string, done: boolean }>, briefBefore: { title: string, deliverable: string, localSupplies: string, outOfScope: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, checklist: Array<string>, links: Array<{ label: string, url: string }> } | null, nextLook: { gate: Gate, by: string | null } | null, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewedByLink: string | null, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string, hasLeft: boolean }, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }>, craftReviewer: { id: string, handle: string, hasLeft: boolean } | null, reviewer: { id: string, handle: string, hasLeft: boolean } | null, linkMadeBy: { id: string, handle: string, hasLeft: boolean } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string, hasLeft: boolean }, links: Array<{ label: string, url: string }> }>, leftFiles: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, editedAt: string | null, removed: boolean, person: { id: string, handle: string, hasLeft: boolean } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, cardCount: number, actor: { id: string, handle: string, hasLeft: boolean } | null, byLink: { label: string, madeBy: { id: string, handle: string, hasLeft: boolean } } | null } }> }, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CreateCardsFromTemplatesMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type CreateCardsFromTemplatesMutation = { createCardsFromTemplates: { boardRevision: number | null, undoUntil: string | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { draft: { note: string, savedAt: string, links: Array<{ label: string, url: string }> } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ClearCautionMutationVariables = Exact<{
  input: ClearCautionInput;
}>;


export type ClearCautionMutation = { clearCaution: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CorrectHandInMutationVariables = Exact<{
  input: CorrectHandInInput;
}>;


export type CorrectHandInMutation = { correctHandIn: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type WithdrawHandInMutationVariables = Exact<{
  input: WithdrawHandInInput;
}>;


export type WithdrawHandInMutation = { withdrawHandIn: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type BringBackCardMutationVariables = Exact<{
  input: BringBackCardInput;
}>;


export type BringBackCardMutation = { bringBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AskForLookMutationVariables = Exact<{
  input: AskForLookInput;
}>;


export type AskForLookMutation = { askForLook: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ConfirmBriefMutationVariables = Exact<{
  input: ConfirmBriefInput;
}>;


export type ConfirmBriefMutation = { confirmBrief: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type EditCommentMutationVariables = Exact<{
  input: EditCommentInput;
}>;


export type EditCommentMutation = { editComment: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CardFaceFragment = { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null };

export type EventLineFragment = { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, cardCount: number, actor: { id: string, handle: string, hasLeft: boolean } | null, byLink: { label: string, madeBy: { id: string, handle: string, hasLeft: boolean } } | null };

export type BoardRightsFragment = { id: string, endedAt: string | null, settings: { leaseHours: number, craftReviewRequired: boolean }, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number, claimRefusal: ErrorCode | null } };

export type BoardQueryVariables = Exact<{
  slug: string;
}>;


export type BoardQuery = { campaign: { slug: string, title: string, startsAt: string | null, startHidden: boolean, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, id: string, endedAt: string | null, organization: { id: string, name: string }, board: { id: string }, settings: { leaseHours: number, craftReviewRequired: boolean }, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number, claimRefusal: ErrorCode | null } } | null };

export type BoardSnapshotQueryVariables = Exact<{
  boardId: string;
}>;


export type BoardSnapshotQuery = { node:
    | { id: string, campaign: { id: string, endedAt: string | null, settings: { leaseHours: number, craftReviewRequired: boolean }, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number, claimRefusal: ErrorCode | null } }, snapshot: { epoch: string, revision: number, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } }
    | Record<PropertyKey, never>
   | null };

export type BoardRightsHereQueryVariables = Exact<{
  boardId: string;
}>;


export type BoardRightsHereQuery = { node:
    | { id: string, campaign: { id: string, endedAt: string | null, settings: { leaseHours: number, craftReviewRequired: boolean }, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number, claimRefusal: ErrorCode | null } } }
    | Record<PropertyKey, never>
   | null };

export type BoardActivityQueryVariables = Exact<{
  boardId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BoardActivityQuery = { node:
    | { id: string, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, cardCount: number, actor: { id: string, handle: string, hasLeft: boolean } | null, byLink: { label: string, madeBy: { id: string, handle: string, hasLeft: boolean } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type BoardTemplateKeysQueryVariables = Exact<{
  boardId: string;
}>;


export type BoardTemplateKeysQuery = { node:
    | { id: string, templateKeys: Array<string> }
    | Record<PropertyKey, never>
   | null };

export type BoardTemplatesQueryVariables = Exact<{
  language: string;
}>;


export type BoardTemplatesQuery = { cardTemplates: Array<{ key: string, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null }> | null };

export type BoardChangesSubscriptionVariables = Exact<{
  boardId: string;
  after: BoardCursor;
}>;


export type BoardChangesSubscription = { boardChanges: { kind: BoardChangeKind, epoch: string, previousRevision: number, revision: number, at: string, removedCardIds: Array<string>, events: Array<{ revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, cardCount: number, actor: { id: string, handle: string, hasLeft: boolean } | null, byLink: { label: string, madeBy: { id: string, handle: string, hasLeft: boolean } } | null }>, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } };

export type BoardPresenceSubscriptionVariables = Exact<{
  boardId: string;
}>;


export type BoardPresenceSubscription = { boardPresence: { count: number, people: Array<{ id: string, handle: string, hasLeft: boolean }> } };

export type CardDetailFragment = { outOfScope: string, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, cautionClearedBy: { id: string, handle: string, hasLeft: boolean } | null, approvalLinks: Array<{ id: string, label: string, createdAt: string, expiresAt: string, openedAt: string | null, usedAt: string | null, revokedAt: string | null }> | null, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }>, checklist: Array<{ id: string, text: string, done: boolean }>, briefBefore: { title: string, deliverable: string, localSupplies: string, outOfScope: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, checklist: Array<string>, links: Array<{ label: string, url: string }> } | null, nextLook: { gate: Gate, by: string | null } | null, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewedByLink: string | null, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string, hasLeft: boolean }, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }>, craftReviewer: { id: string, handle: string, hasLeft: boolean } | null, reviewer: { id: string, handle: string, hasLeft: boolean } | null, linkMadeBy: { id: string, handle: string, hasLeft: boolean } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string, hasLeft: boolean }, links: Array<{ label: string, url: string }> }>, leftFiles: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, editedAt: string | null, removed: boolean, person: { id: string, handle: string, hasLeft: boolean } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, cardCount: number, actor: { id: string, handle: string, hasLeft: boolean } | null, byLink: { label: string, madeBy: { id: string, handle: string, hasLeft: boolean } } | null } }> }, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null };

export type CardDetailQueryVariables = Exact<{
  campaign: string;
  number: number;
}>;


export type CardDetailQuery = { card: { outOfScope: string, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, cautionClearedBy: { id: string, handle: string, hasLeft: boolean } | null, approvalLinks: Array<{ id: string, label: string, createdAt: string, expiresAt: string, openedAt: string | null, usedAt: string | null, revokedAt: string | null }> | null, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }>, checklist: Array<{ id: string, text: string, done: boolean }>, briefBefore: { title: string, deliverable: string, localSupplies: string, outOfScope: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, checklist: Array<string>, links: Array<{ label: string, url: string }> } | null, nextLook: { gate: Gate, by: string | null } | null, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewedByLink: string | null, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string, hasLeft: boolean }, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }>, craftReviewer: { id: string, handle: string, hasLeft: boolean } | null, reviewer: { id: string, handle: string, hasLeft: boolean } | null, linkMadeBy: { id: string, handle: string, hasLeft: boolean } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string, hasLeft: boolean }, links: Array<{ label: string, url: string }> }>, leftFiles: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, editedAt: string | null, removed: boolean, person: { id: string, handle: string, hasLeft: boolean } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, cardCount: number, actor: { id: string, handle: string, hasLeft: boolean } | null, byLink: { label: string, madeBy: { id: string, handle: string, hasLeft: boolean } } | null } }> }, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null };

export type MoveCardsMutationVariables = Exact<{
  input: MoveCardsInput;
}>;


export type MoveCardsMutation = { moveCards: { boardRevision: number | null, undoUntil: string | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CancelCardsMutationVariables = Exact<{
  input: CancelCardsInput;
}>;


export type CancelCardsMutation = { cancelCards: { boardRevision: number | null, undoUntil: string | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UpdateCardsMutationVariables = Exact<{
  input: UpdateCardsInput;
}>;


export type UpdateCardsMutation = { updateCards: { boardRevision: number | null, undoUntil: string | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UndoBoardChangeMutationVariables = Exact<{
  input: UndoBoardChangeInput;
}>;


export type UndoBoardChangeMutation = { undoBoardChange: { boardRevision: number | null, removedCardIds: Array<string> | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, cautionClearedAt: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, forTwo: boolean, lookAskedAt: string | null, briefChangedAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean, extensions: number } | null, waiting: { since: string, reason: string | null } | null, craftReviewer: { id: string } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ApprovalLinkLineFragment = { id: string, label: string, createdAt: string, expiresAt: string, openedAt: string | null, usedAt: string | null, revokedAt: string | null };

export type CreateApprovalLinkMutationVariables = Exact<{
  input: CreateApprovalLinkInput;
}>;


export type CreateApprovalLinkMutation = { createApprovalLink: { address: string | null, card: { id: string, approvalLinks: Array<{ id: string, label: string, createdAt: string, expiresAt: string, openedAt: string | null, usedAt: string | null, revokedAt: string | null }> | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RevokeApprovalLinkMutationVariables = Exact<{
  input: RevokeApprovalLinkInput;
}>;


export type RevokeApprovalLinkMutation = { revokeApprovalLink: { card: { id: string, approvalLinks: Array<{ id: string, label: string, createdAt: string, expiresAt: string, openedAt: string | null, usedAt: string | null, revokedAt: string | null }> | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type OpenCardsChangedSubscriptionVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
  after?: OpenCardsCursor | null | undefined;
}>;


export type OpenCardsChangedSubscription = { openCardsChanged: { kind: BoardChangeKind, epoch: string, previousRevision: number, revision: number } };

export type OpenCardFragment = { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } };

export type TakeCardMutationVariables = Exact<{
  input: ClaimCardInput;
}>;


export type TakeCardMutation = { claimCard: { card: { id: string, claim: { id: string, expiresAt: string } | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SkillSumFragment = { skill: Skill, cards: number, hours: number };

export type MonthSumFragment = { month: string, cards: number, hours: number };

type ErrorWords_ApprovalLinkInvalid_Fragment = { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string };

type ErrorWords_CardAlreadyClaimed_Fragment = { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> };

type ErrorWords_CardInTheWay_Fragment = { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } };

type ErrorWords_ClaimLimitReached_Fragment = { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> };

type ErrorWords_InvalidInput_Fragment = { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string };

type ErrorWords_Refusal_Fragment = { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string };

type ErrorWords_StaleCard_Fragment = { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string };

type ErrorWords_StaleFields_Fragment = { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> };

type ErrorWords_WrongStatus_Fragment = { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string };

export type ErrorWordsFragment =
  | ErrorWords_ApprovalLinkInvalid_Fragment
  | ErrorWords_CardAlreadyClaimed_Fragment
  | ErrorWords_CardInTheWay_Fragment
  | ErrorWords_ClaimLimitReached_Fragment
  | ErrorWords_InvalidInput_Fragment
  | ErrorWords_Refusal_Fragment
  | ErrorWords_StaleCard_Fragment
  | ErrorWords_StaleFields_Fragment
  | ErrorWords_WrongStatus_Fragment
;

export type FileShownFragment = { id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> };

export type FileLineFragment = { use: FileUse, received: number, state: FileState, problem: FileProblem | null, uploadAddress: string | null, id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> };

export type UploadsQueryVariables = Exact<{
  cardId: string;
}>;


export type UploadsQuery = { node:
    | { id: string, uploads: Array<{ use: FileUse, received: number, state: FileState, problem: FileProblem | null, uploadAddress: string | null, id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }> | null }
    | Record<PropertyKey, never>
   | null };

export type RemoveFileMutationVariables = Exact<{
  input: RemoveFileInput;
}>;


export type RemoveFileMutation = { removeFile: { errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type FrameQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameQuery = { viewer: { isCoordinator: boolean, unreadNotifications: number, person: { id: string, handle: string, skills: Array<Skill> | null, languages: Array<string> | null, standing: Standing | null }, memberships: Array<{ role: Role, organization: { id: string, name: string } }> } | null, demoPeople: Array<{ part: DemoPart, person: { id: string, handle: string } }> | null, operator: { name: string | null, contactUrl: string | null, sourceUrl: string | null } | null };

export type TryAsMutationVariables = Exact<{
  input: TryAsInput;
}>;


export type TryAsMutation = { tryAs: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type NotificationsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NotificationsChangedSubscription = { notificationsChanged: { unread: number, latest: { id: string } | null } };

export type PersonAskedFragment = { id: string, at: string, expiresAt: string, state: InvitationState, person: { id: string, handle: string, hasLeft: boolean } };

export type PeopleForThisQueryVariables = Exact<{
  cardId: string;
}>;


export type PeopleForThisQuery = { node:
    | { id: string, peopleForThis: Array<{ isGood: boolean, person: { id: string, handle: string, hasLeft: boolean }, reasons: Array<{ code: MatchReasonCode, hours: number | null, count: number | null, language: string | null }>, invitation: { id: string } | null }> | null, invitations: Array<{ id: string, at: string, expiresAt: string, state: InvitationState, person: { id: string, handle: string, hasLeft: boolean } }> | null }
    | Record<PropertyKey, never>
   | null };

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;


export type InvitePersonMutation = { invitePerson: { invitation: { id: string, at: string, expiresAt: string, state: InvitationState, person: { id: string, handle: string, hasLeft: boolean } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type JoinMutationVariables = Exact<{
  input: JoinInput;
}>;


export type JoinMutation = { join: { recoveryCode: string | null, viewer: { person: { id: string, handle: string, hasLeft: boolean } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { recoveryCode: string | null, viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { sessions: Array<{ id: string }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { sessions: Array<{ id: string }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RenewRecoveryCodeMutationVariables = Exact<{
  input?: RenewRecoveryCodeInput | null | undefined;
}>;


export type RenewRecoveryCodeMutation = { renewRecoveryCode: { recoveryCode: string | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type PlanInWordsFragment = { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> };

export type ApprovalByLinkQueryVariables = Exact<{
  token: string;
}>;


export type ApprovalByLinkQuery = { approvalByLink: { approval: { label: string, organizationName: string, campaignTitle: string, timeZone: string, cardTitle: string, deliverable: string, caution: string | null, language: string, author: string | null, partner: string | null, handInId: string, note: string, waitingSince: string, expiresAt: string, madeBy: string | null, barred: Barred | null, links: Array<{ label: string, url: string }>, files: Array<{ id: string, name: string, mediaType: string, bytes: number, address: string | null, viewAddress: string | null, thumbnails: Array<{ address: string, width: number, height: number }> }> } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ApproveByLinkMutationVariables = Exact<{
  input: ApproveByLinkInput;
}>;


export type ApproveByLinkMutation = { approveByLink: { outcome: HandInOutcome | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RequestChangesByLinkMutationVariables = Exact<{
  input: RequestChangesByLinkInput;
}>;


export type RequestChangesByLinkMutation = { requestChangesByLink: { outcome: HandInOutcome | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type PlanByLinkQueryVariables = Exact<{
  token: string;
}>;


export type PlanByLinkQuery = { planByLink: { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> } | null };

export type AgreePlanMutationVariables = Exact<{
  input: AgreePlanInput;
}>;


export type AgreePlanMutation = { agreePlan: { plan: { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type BecomeOrganizerMutationVariables = Exact<{
  input: BecomeOrganizerInput;
}>;


export type BecomeOrganizerMutation = { becomeOrganizer: { campaignSlug: string | null, waits: boolean | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AnswerPlanMutationVariables = Exact<{
  input: AnswerPlanInput;
}>;


export type AnswerPlanMutation = { answerPlan: { plan: { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AskReceiptQueryVariables = Exact<{
  token: string;
}>;


export type AskReceiptQuery = { askByLink: { id: string, status: AskStatus, heldAt: string | null, submittedAt: string | null, answerBy: string | null, triagedAt: string | null, decidedAt: string | null, eraseAfter: string | null, askedBefore: boolean, declineWords: string | null, declineElsewhere: string | null, campaign: { id: string, slug: string, title: string } | null } | null, planByLink: { id: string, status: PlanStatus, offeredAt: string | null } | null };

export type CampaignPageQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignPageQuery = { campaign: { story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startHidden: boolean, id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, thanks: { edges: Array<{ node: { id: string, number: number, title: string, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, thanks: { text: string, at: string } | null } }> }, viewer: { isTeam: boolean, canManage: boolean }, organization: { id: string, name: string }, closing: { outcome: string | null } | null, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } } | null };

export type CampaignOpenCardsQueryVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type CampaignOpenCardsQuery = { openCards: { epoch: string, revision: number, edges: Array<{ node: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }> } | null };

export type CampaignDifferenceQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignDifferenceQuery = { campaign: { id: string, difference: { deliverables: number, hours: number, people: number, hoursToFirstClaim: number | null, hoursToFirstDelivery: number | null, byDay: Array<{ day: string, deliverables: number }> }, closing: { closedAt: string, thanks: string | null, outcome: string | null, pageApprovedAt: string | null, eraseAfter: string, erasedAt: string | null } | null, viewer: { canApprove: boolean } } | null };

export type ApproveClosingPageMutationVariables = Exact<{
  input: ApproveClosingPageInput;
}>;


export type ApproveClosingPageMutation = { approveClosingPage: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CampaignEndingQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignEndingQuery = { campaign: { id: string, closing: { closedAt: string, thanks: string | null, outcome: string | null, pageApprovedAt: string | null, eraseAfter: string, erasedAt: string | null, handover: Array<{ what: string, to: string, done: boolean }> } | null, counts: { claimed: number, inReview: number }, board: { id: string, snapshot: { cards: Array<{ id: string, title: string, status: CardStatus }> } } } | null, cardTemplates: Array<{ key: string, title: string }> | null };

export type CloseCampaignMutationVariables = Exact<{
  input: CloseCampaignInput;
}>;


export type CloseCampaignMutation = { closeCampaign: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UpdateClosingMutationVariables = Exact<{
  input: UpdateClosingInput;
}>;


export type UpdateClosingMutation = { updateClosing: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AddDebriefMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type AddDebriefMutation = { createCardsFromTemplates: { cards: Array<{ id: string }> | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CampaignSettingsFragment = { id: string, slug: string, title: string, story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startsAt: string | null, startHidden: boolean, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, endedAt: string | null, settings: { leaseHours: number, firstLeaseHours: number, newcomerShare: number, newcomerClaimLimit: number, claimLimit: number, craftReviewRequired: boolean }, organization: { id: string, name: string, members: Array<{ role: Role, person: { id: string, handle: string, hasLeft: boolean } }>, leadRequests: Array<{ id: string, askedAt: string, person: { id: string, handle: string, hasLeft: boolean }, campaign: { id: string, title: string } }>, vouches: Array<{ note: string | null, at: string, person: { id: string, handle: string, hasLeft: boolean }, by: { id: string, handle: string, hasLeft: boolean } | null }> }, roleLinks: Array<{ id: string, label: string, role: LinkRole, maxUses: number, uses: number, expiresAt: string, opens: boolean, createdBy: { id: string, handle: string } }> | null, viewer: { canManage: boolean }, blockedPeople: Array<{ reason: string, at: string, person: { id: string, handle: string, hasLeft: boolean }, by: { id: string, handle: string, hasLeft: boolean } | null }> | null };

export type RoleLinkLineFragment = { id: string, label: string, role: LinkRole, maxUses: number, uses: number, expiresAt: string, opens: boolean, createdBy: { id: string, handle: string } };

export type LeadRequestLineFragment = { id: string, askedAt: string, person: { id: string, handle: string, hasLeft: boolean }, campaign: { id: string, title: string } };

export type CampaignSettingsPageQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignSettingsPageQuery = { campaign: { id: string, slug: string, title: string, story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startsAt: string | null, startHidden: boolean, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, endedAt: string | null, settings: { leaseHours: number, firstLeaseHours: number, newcomerShare: number, newcomerClaimLimit: number, claimLimit: number, craftReviewRequired: boolean }, organization: { id: string, name: string, members: Array<{ role: Role, person: { id: string, handle: string, hasLeft: boolean } }>, leadRequests: Array<{ id: string, askedAt: string, person: { id: string, handle: string, hasLeft: boolean }, campaign: { id: string, title: string } }>, vouches: Array<{ note: string | null, at: string, person: { id: string, handle: string, hasLeft: boolean }, by: { id: string, handle: string, hasLeft: boolean } | null }> }, roleLinks: Array<{ id: string, label: string, role: LinkRole, maxUses: number, uses: number, expiresAt: string, opens: boolean, createdBy: { id: string, handle: string } }> | null, viewer: { canManage: boolean }, blockedPeople: Array<{ reason: string, at: string, person: { id: string, handle: string, hasLeft: boolean }, by: { id: string, handle: string, hasLeft: boolean } | null }> | null } | null };

export type UpdateCampaignMutationVariables = Exact<{
  input: UpdateCampaignInput;
}>;


export type UpdateCampaignMutation = { updateCampaign: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SetRoleMutationVariables = Exact<{
  input: SetRoleInput;
}>;


export type SetRoleMutation = { setRole: { membership: { role: Role } | null, removal: { id: string, undoUntil: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UndoRoleRemovalMutationVariables = Exact<{
  input: UndoRoleRemovalInput;
}>;


export type UndoRoleRemovalMutation = { undoRoleRemoval: { membership: { role: Role } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CreateRoleLinkMutationVariables = Exact<{
  input: CreateRoleLinkInput;
}>;


export type CreateRoleLinkMutation = { createRoleLink: { address: string | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RevokeRoleLinkMutationVariables = Exact<{
  input: RevokeRoleLinkInput;
}>;


export type RevokeRoleLinkMutation = { revokeRoleLink: { errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type VouchMutationVariables = Exact<{
  input: VouchForPersonInput;
}>;


export type VouchMutation = { vouchForPerson: { person: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type WithdrawVouchMutationVariables = Exact<{
  input: WithdrawVouchInput;
}>;


export type WithdrawVouchMutation = { withdrawVouch: { person: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type BlockPersonMutationVariables = Exact<{
  input: BlockPersonInput;
}>;


export type BlockPersonMutation = { blockPerson: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UnblockPersonMutationVariables = Exact<{
  input: UnblockPersonInput;
}>;


export type UnblockPersonMutation = { unblockPerson: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SetStandingMutationVariables = Exact<{
  input: SetStandingInput;
}>;


export type SetStandingMutation = { setStanding: { person: { id: string, handle: string, hasLeft: boolean, standingHistory: Array<{ after: Standing, reason: StandingReason, note: string | null, at: string, by: { id: string, handle: string, hasLeft: boolean } | null, card: { id: string, title: string } | null }> | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ConfirmLeadRequestMutationVariables = Exact<{
  input: ConfirmLeadRequestInput;
}>;


export type ConfirmLeadRequestMutation = { confirmLeadRequest: { organization: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeclineLeadRequestMutationVariables = Exact<{
  input: DeclineLeadRequestInput;
}>;


export type DeclineLeadRequestMutation = { declineLeadRequest: { organization: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type WatchLinkLineFragment = { id: string, label: string, sensitivity: Sensitivity, showsHandles: boolean, showsThanks: boolean, createdAt: string, expiresAt: string, revokedAt: string | null, createdBy: { id: string, handle: string, hasLeft: boolean } };

export type WallLinksQueryVariables = Exact<{
  slug: string;
}>;


export type WallLinksQuery = { campaign: { id: string, slug: string, title: string, timeZone: string, watchLinks: Array<{ id: string, label: string, sensitivity: Sensitivity, showsHandles: boolean, showsThanks: boolean, createdAt: string, expiresAt: string, revokedAt: string | null, createdBy: { id: string, handle: string, hasLeft: boolean } }> | null } | null };

export type CreateWatchLinkMutationVariables = Exact<{
  input: CreateWatchLinkInput;
}>;


export type CreateWatchLinkMutation = { createWatchLink: { address: string | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RevokeWatchLinkMutationVariables = Exact<{
  input: RevokeWatchLinkInput;
}>;


export type RevokeWatchLinkMutation = { revokeWatchLink: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type WallPageQueryVariables = Exact<{
  slug: string;
}>;


export type WallPageQuery = { campaign: { id: string, title: string, viewer: { canManage: boolean } } | null };

export type WallFaceFragment = { revision: number, campaignTitle: string, organizationName: string, kind: CampaignKind, timeZone: string, startsAt: string | null, endedAt: string | null, hoursGiven: number, columns: Array<{ status: CardStatus, count: number, cards: Array<{ number: number, title: string, since: string, handle: string | null, partner: string | null }> }>, thanks: Array<{ text: string, cardTitle: string, at: string }> };

export type WallChangesSubscriptionVariables = Exact<{
  slug: string;
  token?: string | null | undefined;
}>;


export type WallChangesSubscription = { wallChanges: { at: string, wall: { revision: number, campaignTitle: string, organizationName: string, kind: CampaignKind, timeZone: string, startsAt: string | null, endedAt: string | null, hoursGiven: number, columns: Array<{ status: CardStatus, count: number, cards: Array<{ number: number, title: string, since: string, handle: string | null, partner: string | null }> }>, thanks: Array<{ text: string, cardTitle: string, at: string }> } | null } };

export type AskWayBackMutationVariables = Exact<{
  input: AskWayBackInput;
}>;


export type AskWayBackMutation = { askWayBack: { asked: boolean | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ComeBackByLinkMutationVariables = Exact<{
  input: ComeBackByLinkInput;
}>;


export type ComeBackByLinkMutation = { comeBackByLink: { recoveryCode: string | null, viewer: { person: { id: string, handle: string } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ComeBackByCodeMutationVariables = Exact<{
  input: ComeBackByCodeInput;
}>;


export type ComeBackByCodeMutation = { comeBackByCode: { recoveryCode: string | null, viewer: { person: { id: string, handle: string } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ConductQueryVariables = Exact<{ [key: string]: never; }>;


export type ConductQuery = { viewer: { conduct: { version: number, agreedAt: string | null } } | null };

export type AgreeToConductMutationVariables = Exact<{
  input: AgreeToConductInput;
}>;


export type AgreeToConductMutation = { agreeToConduct: { viewer: { conduct: { agreedAt: string | null } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeskAskQueryVariables = Exact<{
  id: string;
  language: string;
}>;


export type DeskAskQuery = { viewer: { isCoordinator: boolean } | null, node:
    | { __typename: 'Ask', id: string, status: AskStatus, language: string, contact: string | null, submittedAt: string | null, answerBy: string | null, triagedAt: string | null, declineWords: string | null, declineElsewhere: string | null, triagedBy: { id: string, handle: string, hasLeft: boolean } | null, likeDuplicates: Array<{ id: string, status: AskStatus, submittedAt: string | null, answers: { organizationName: string | null } }>, answers: { organizationName: string | null, organizationKind: OrganizationKind | null, role: string | null, kind: CampaignKind | null, happening: string | null, startsAt: string | null, timeZone: string | null, approver: string | null, worries: Array<AskWorry>, worryWords: string | null, languages: Array<string>, needs: Array<Skill>, suggestForUs: boolean | null, needWords: string | null, employer: string | null, hideEmployer: boolean | null, hideStart: boolean | null, unsaid: string | null, localHoursPerWeek: number | null, lookHere: Array<{ label: string, url: string }>, assets: Array<{ asset: AskAsset, has: boolean }> } }
    | { __typename: 'Board' }
    | { __typename: 'Campaign' }
    | { __typename: 'Card' }
    | { __typename: 'Comment' }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
   | null, planOfAsk: { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> } | null, cardTemplates: Array<{ key: string, title: string, hours: number, phase: Phase }> | null, campaigns: { edges: Array<{ node: { id: string, organization: { id: string, name: string } } }> } | null };

export type ProposePlanMutationVariables = Exact<{
  input: ProposePlanInput;
}>;


export type ProposePlanMutation = { proposePlan: { plan: { id: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UpdatePlanMutationVariables = Exact<{
  input: UpdatePlanInput;
}>;


export type UpdatePlanMutation = { updatePlan: { plan: { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type OfferPlanMutationVariables = Exact<{
  input: OfferPlanInput;
}>;


export type OfferPlanMutation = { offerPlan: { plan: { id: string, status: PlanStatus, version: number, note: string, localWord: string, localTitle: string | null, localAnsweredAt: string | null, language: string, hoursIncluded: number, hoursRealistic: number, startsAt: string | null, timeZone: string, story: string | null, employer: string | null, employerUnsaid: boolean, startUnsaid: boolean, title: string | null, slug: string | null, kind: CampaignKind | null, organizationId: string | null, organizationName: string | null, organizationKind: OrganizationKind | null, offeredAt: string | null, agreedAt: string | null, campaignSlug: string | null, hasOrganizer: boolean, leadNeedsYes: boolean, leadWaits: boolean, items: Array<{ templateKey: string, included: boolean, struck: boolean, reason: PlanReason, leftOut: LeftOut | null, language: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, caution: string | null, dueOffsetHours: number | null, dueAt: string | null }> } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AskOnDeskFragment = { id: string, status: AskStatus, language: string, contact: string | null, submittedAt: string | null, answerBy: string | null, triagedAt: string | null, declineWords: string | null, declineElsewhere: string | null, triagedBy: { id: string, handle: string, hasLeft: boolean } | null, likeDuplicates: Array<{ id: string, status: AskStatus, submittedAt: string | null, answers: { organizationName: string | null } }>, answers: { organizationName: string | null, organizationKind: OrganizationKind | null, role: string | null, kind: CampaignKind | null, happening: string | null, startsAt: string | null, timeZone: string | null, approver: string | null, worries: Array<AskWorry>, worryWords: string | null, languages: Array<string>, needs: Array<Skill>, suggestForUs: boolean | null, needWords: string | null, employer: string | null, hideEmployer: boolean | null, hideStart: boolean | null, unsaid: string | null, localHoursPerWeek: number | null, lookHere: Array<{ label: string, url: string }>, assets: Array<{ asset: AskAsset, has: boolean }> } };

export type TakeAskMutationVariables = Exact<{
  input: TakeAskInput;
}>;


export type TakeAskMutation = { takeAsk: { errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeclineAskMutationVariables = Exact<{
  input: DeclineAskInput;
}>;


export type DeclineAskMutation = { declineAsk: { errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeskPageQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskPageQuery = { campaigns: { edges: Array<{ node: { id: string, slug: string, title: string, endedAt: string | null } }> } | null, mailUse: { thisHour: number, perHour: number, thisDay: number, perDay: number, codesThisHour: number, codesPerHour: number, codesThisDay: number, codesPerDay: number } | null };

export type DeskQueryVariables = Exact<{
  filter?: DeskFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  asks: boolean;
  heldAsks: boolean;
  campaigns: boolean;
  quietCards: boolean;
  quietPeople: boolean;
  newcomers: boolean;
  handIns: boolean;
}>;


export type DeskQuery = { desk: { sections: Array<{ section: DeskSection, total: number, late: number, since: string | null }>, asks?: { edges: Array<{ node: { askId: string, organizationName: string | null, kind: CampaignKind | null, startsAt: string | null, language: string, submittedAt: string, answerBy: string, takenAt: string | null, takenBy: { id: string, handle: string, hasLeft: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, heldAsks?: { edges: Array<{ node: { askId: string, organizationName: string | null, kind: CampaignKind | null, startsAt: string | null, language: string, submittedAt: string, answerBy: string, takenAt: string | null, takenBy: { id: string, handle: string, hasLeft: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, campaigns?: { edges: Array<{ node: { open: number, held: number, inReview: number, waiting: number, waitingSince: string | null, late: number, quiet: number, since: string | null, campaign: { id: string, slug: string, title: string, kind: CampaignKind, organization: { id: string, name: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, quietCards?: { edges: Array<{ node: { why: QuietReason, since: string, late: boolean, card: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } }, match: { isGood: boolean, person: { id: string, handle: string, hasLeft: boolean }, invitation: { id: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, quietPeople?: { edges: Array<{ node: { held: number, lastSeenAt: string | null, since: string, late: boolean, person: { id: string, handle: string, hasLeft: boolean, standing: Standing | null }, card: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, newcomers?: { edges: Array<{ node: { finished: number, inReview: number, held: number, since: string, late: boolean, person: { id: string, handle: string, hasLeft: boolean, skills: Array<Skill> | null, joinedAt: string | null }, card: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, handIns?: { edges: Array<{ node: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DeskAskFragment = { askId: string, organizationName: string | null, kind: CampaignKind | null, startsAt: string | null, language: string, submittedAt: string, answerBy: string, takenAt: string | null, takenBy: { id: string, handle: string, hasLeft: boolean } | null };

export type DeskCampaignFragment = { open: number, held: number, inReview: number, waiting: number, waitingSince: string | null, late: number, quiet: number, since: string | null, campaign: { id: string, slug: string, title: string, kind: CampaignKind, organization: { id: string, name: string } } };

export type DeskCardFragment = { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } };

export type DeskQuietCardFragment = { why: QuietReason, since: string, late: boolean, card: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } }, match: { isGood: boolean, person: { id: string, handle: string, hasLeft: boolean }, invitation: { id: string } | null } | null };

export type DeskQuietPersonFragment = { held: number, lastSeenAt: string | null, since: string, late: boolean, person: { id: string, handle: string, hasLeft: boolean, standing: Standing | null }, card: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } };

export type DeskNewcomerFragment = { finished: number, inReview: number, held: number, since: string, late: boolean, person: { id: string, handle: string, hasLeft: boolean, skills: Array<Skill> | null, joinedAt: string | null }, card: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, handedInAt: string | null, claim: { id: string, expiresAt: string } | null, waiting: { since: string } | null, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } };

export type DeskChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DeskChangedSubscription = { deskChanged: { revision: number, stale: Array<DeskSection> } };

export type ReleaseAskMutationVariables = Exact<{
  input: ReleaseAskInput;
}>;


export type ReleaseAskMutation = { releaseAsk: { ask: { id: string, status: AskStatus } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeskSetStandingMutationVariables = Exact<{
  input: SetStandingInput;
}>;


export type DeskSetStandingMutation = { setStanding: { person: { id: string, standing: Standing | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeskTakeBackMutationVariables = Exact<{
  input: TakeBackCardInput;
}>;


export type DeskTakeBackMutation = { takeBackCard: { boardRevision: number | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeskCancelMutationVariables = Exact<{
  input: CancelCardInput;
}>;


export type DeskCancelMutation = { cancelCard: { boardRevision: number | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type DeskPeopleQueryVariables = Exact<{
  filter?: PeopleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type DeskPeopleQuery = { desk: { people: { edges: Array<{ node: { held: number, finished: number, lastSeenAt: string | null, heldSince: string | null, heldNote: string | null, standingBefore: Standing | null, person: { id: string, handle: string, standing: Standing | null, skills: Array<Skill> | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DeskPersonLineFragment = { held: number, finished: number, lastSeenAt: string | null, heldSince: string | null, heldNote: string | null, standingBefore: Standing | null, person: { id: string, handle: string, standing: Standing | null, skills: Array<Skill> | null } };

export type ProgrammeQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammeQuery = { programme: { finishers: number, returned: number, waits: Array<{ wait: Wait, side: WaitSide, count: number, medianHours: number | null }>, losses: Array<{ skill: Skill, phase: Phase, handedBack: number, expired: number, takenBack: number, quiet: number }> } | null };

export type TemplateWordsFragment = { key: string, version: number, retired: boolean, language: string, writtenIn: Array<string>, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null };

export type DeskTemplatesQueryVariables = Exact<{
  language: string;
}>;


export type DeskTemplatesQuery = { viewer: { isCoordinator: boolean } | null, cardTemplates: Array<{ key: string, version: number, retired: boolean, language: string, writtenIn: Array<string>, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null }> | null };

export type TemplateFromCardQueryVariables = Exact<{
  id: string;
}>;


export type TemplateFromCardQuery = { node:
    | { __typename: 'Ask' }
    | { __typename: 'Board' }
    | { __typename: 'Campaign' }
    | { __typename: 'Card', title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null }
    | { __typename: 'Comment' }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
   | null };

export type TemplateHistoryQueryVariables = Exact<{
  key: string;
  language: string;
}>;


export type TemplateHistoryQuery = { cardTemplate: { key: string, history: Array<{ editedAt: string | null, template: { key: string, version: number, retired: boolean, language: string, writtenIn: Array<string>, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null }, editedBy: { handle: string, hasLeft: boolean } | null }> } | null };

export type SaveTemplateMutationVariables = Exact<{
  input: SaveTemplateInput;
}>;


export type SaveTemplateMutation = { saveTemplate: { template: { key: string, version: number, retired: boolean, language: string, writtenIn: Array<string>, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RetireTemplateMutationVariables = Exact<{
  input: RetireTemplateInput;
}>;


export type RetireTemplateMutation = { retireTemplate: { template: { key: string, version: number, retired: boolean, language: string, writtenIn: Array<string>, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type LandingForYouQueryVariables = Exact<{ [key: string]: never; }>;


export type LandingForYouQuery = { viewer: { cardsForYou: Array<{ card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }> } | null };

export type HomeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type HomeQuery = { viewer: { waitingCount: number, waiting: { edges: Array<{ node: { kind: WaitingKind, since: string, campaign: { id: string, slug: string, title: string, timeZone: string }, card: { id: string, number: number, title: string } | null, person: { id: string, handle: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, memberships: Array<{ role: Role, organization: { id: string, name: string, campaigns: { edges: Array<{ node: { id: string, slug: string, title: string, endedAt: string | null } }> } } }> } | null };

export type WaitingLineFragment = { kind: WaitingKind, since: string, campaign: { id: string, slug: string, title: string, timeZone: string }, card: { id: string, number: number, title: string } | null, person: { id: string, handle: string } | null };

export type CardToClaimQueryVariables = Exact<{
  id: string;
}>;


export type CardToClaimQuery = { node:
    | { __typename: 'Ask' }
    | { __typename: 'Board' }
    | { __typename: 'Campaign' }
    | { __typename: 'Card', status: CardStatus, id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } }
    | { __typename: 'Comment' }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
   | null };

export type CampaignFaceFragment = { id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, organization: { id: string, name: string }, closing: { outcome: string | null } | null, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } };

export type LandingQueryVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type LandingQuery = { campaigns: { edges: Array<{ node: { id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, organization: { id: string, name: string }, closing: { outcome: string | null } | null, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } } }> } | null, openCards: { epoch: string, revision: number, edges: Array<{ node: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }>, pageInfo: { hasNextPage: boolean } } | null };

export type AvailabilityFragment = { weeklyHours: number, hoursLeft: number, pausedFrom: string | null, pausedUntil: string | null, isPaused: boolean, timeZone: string | null, notSkills: Array<Skill>, notKinds: Array<CampaignKind> };

export type AvailabilityQueryVariables = Exact<{ [key: string]: never; }>;


export type AvailabilityQuery = { viewer: { availability: { weeklyHours: number, hoursLeft: number, pausedFrom: string | null, pausedUntil: string | null, isPaused: boolean, timeZone: string | null, notSkills: Array<Skill>, notKinds: Array<CampaignKind> } } | null };

export type UpdateAvailabilityMutationVariables = Exact<{
  input: UpdateAvailabilityInput;
}>;


export type UpdateAvailabilityMutation = { updateAvailability: { viewer: { availability: { weeklyHours: number, hoursLeft: number, pausedFrom: string | null, pausedUntil: string | null, isPaused: boolean, timeZone: string | null, notSkills: Array<Skill>, notKinds: Array<CampaignKind> } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ContactPartsFragment = { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null };

export type ChoicePartsFragment = { email: boolean, push: boolean, mutedKinds: Array<NotificationKind>, quietFrom: number, quietUntil: number, digest: boolean, timeZone: string, language: string };

export type ContactQueryVariables = Exact<{ [key: string]: never; }>;


export type ContactQuery = { viewer: { isCoordinator: boolean, pushKey: string, contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null }, notificationChoice: { email: boolean, push: boolean, mutedKinds: Array<NotificationKind>, quietFrom: number, quietUntil: number, digest: boolean, timeZone: string, language: string } } | null };

export type SetEmailMutationVariables = Exact<{
  input: SetEmailInput;
}>;


export type SetEmailMutation = { setEmail: { contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type ConfirmEmailMutationVariables = Exact<{
  input: ConfirmEmailInput;
}>;


export type ConfirmEmailMutation = { confirmEmail: { contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RemoveEmailMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveEmailMutation = { removeEmail: { contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AddPushSubscriptionMutationVariables = Exact<{
  input: AddPushSubscriptionInput;
}>;


export type AddPushSubscriptionMutation = { addPushSubscription: { contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RemovePushSubscriptionMutationVariables = Exact<{
  input: RemovePushSubscriptionInput;
}>;


export type RemovePushSubscriptionMutation = { removePushSubscription: { contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CreateCalendarFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateCalendarFeedMutation = { createCalendarFeed: { address: string | null, contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type RevokeCalendarFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeCalendarFeedMutation = { revokeCalendarFeed: { contact: { email: string | null, emailConfirmed: boolean, pushDevices: number, calendarSince: string | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type UpdateNotificationChoiceMutationVariables = Exact<{
  input: UpdateNotificationChoiceInput;
}>;


export type UpdateNotificationChoiceMutation = { updateNotificationChoice: { choice: { email: boolean, push: boolean, mutedKinds: Array<NotificationKind>, quietFrom: number, quietUntil: number, digest: boolean, timeZone: string, language: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type MyDifferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDifferenceQuery = { viewer: { isCoordinator: boolean, person: { id: string, handle: string, publicPage: { handle: string, showThanks: boolean } | null }, difference: { cards: number, hours: number, fights: number, bySkill: Array<{ skill: Skill, cards: number, hours: number }>, byMonth: Array<{ month: string, cards: number, hours: number }>, thanks: { edges: Array<{ node: { id: string, title: string, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null, campaign: { id: string, slug: string, title: string } } }> } } } | null };

export type SetPublicPageMutationVariables = Exact<{
  input: SetPublicPageInput;
}>;


export type SetPublicPageMutation = { setPublicPage: { publicPage: { handle: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type WhyFragment = { code: MatchReasonCode, hours: number | null, count: number | null, language: string | null };

export type MyInvitationFragment = { id: string, expiresAt: string, invitedBy: { id: string, handle: string, hasLeft: boolean } | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, campaign: { id: string, slug: string, title: string, timeZone: string, organization: { id: string, name: string } }, lastHandBack: { at: string, how: ClaimEnd } | null } };

export type ForYouQueryVariables = Exact<{ [key: string]: never; }>;


export type ForYouQuery = { viewer: { availability: { weeklyHours: number, hoursLeft: number, pausedUntil: string | null, isPaused: boolean }, invitations: Array<{ id: string, expiresAt: string, invitedBy: { id: string, handle: string, hasLeft: boolean } | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, campaign: { id: string, slug: string, title: string, timeZone: string, organization: { id: string, name: string } }, lastHandBack: { at: string, how: ClaimEnd } | null } }>, cardsForYou: Array<{ isGood: boolean, reasons: Array<{ code: MatchReasonCode, hours: number | null, count: number | null, language: string | null }>, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, language: string, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }> } | null };

export type DeclineInvitationMutationVariables = Exact<{
  input: DeclineInvitationInput;
}>;


export type DeclineInvitationMutation = { declineInvitation: { invitation: { id: string, state: InvitationState } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type EraseMyselfMutationVariables = Exact<{
  input: EraseMyselfInput;
}>;


export type EraseMyselfMutation = { eraseMyself: { erased: boolean | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type MyCardFragment = { id: string, number: number, title: string, language: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null };

export type StandingLineFragment = { after: Standing, reason: StandingReason, note: string | null, at: string, by: { id: string, handle: string, hasLeft: boolean } | null, card: { id: string, title: string } | null };

export type MeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MeQuery = { viewer: { finishedCount: number, hoursGiven: number, person: { id: string, standingHistory: Array<{ after: Standing, reason: StandingReason, note: string | null, at: string, by: { id: string, handle: string, hasLeft: boolean } | null, card: { id: string, title: string } | null }> | null, vouches: Array<{ note: string | null, organization: { id: string, name: string }, by: { id: string, handle: string, hasLeft: boolean } | null }> | null }, conduct: { agreedAt: string | null }, heldCards: Array<{ id: string, number: number, title: string, language: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null }>, finishedCards: { edges: Array<{ node: { id: string, number: number, title: string, language: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number, toConfirm: boolean } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string, hasLeft: boolean } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, memberships: Array<{ role: Role, organization: { id: string, name: string, campaigns: { edges: Array<{ node: { id: string, slug: string, title: string } }> } } }> } | null };

export type NoticesQueryVariables = Exact<{
  lane: NotificationLane;
  after?: string | null | undefined;
}>;


export type NoticesQuery = { viewer: { unreadNotifications: number, fromPeople: number, fromSystem: number, notifications: { edges: Array<{ node: { id: string, kind: NotificationKind, at: string, readAt: string | null, role: Role | null, about: { id: string, handle: string, hasLeft: boolean } | null, organization: { id: string, name: string } | null, card: { id: string, number: number, title: string, status: CardStatus, changesRequestedAt: string | null, briefChangedAt: string | null, craftReviewedAt: string | null, waiting: { since: string } | null } | null, campaign: { id: string, slug: string, title: string, timeZone: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: { unreadNotifications: number | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { viewer: { sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean }> } | null };

export type HeldTogetherFragment = { id: string, forTwo: boolean, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null };

export type MyTogetherQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyTogetherQuery = { viewer: { person: { id: string }, heldCards: Array<{ id: string, forTwo: boolean, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null }>, finishedCards: { edges: Array<{ node: { id: string, forTwo: boolean, holder: { id: string, handle: string, hasLeft: boolean } | null, partner: { id: string, handle: string, hasLeft: boolean } | null } }> } } | null };

export type AskToResumeQueryVariables = Exact<{
  token: string;
}>;


export type AskToResumeQuery = { askByLink: { id: string, status: AskStatus, hasContact: boolean, answers: { organizationName: string | null, organizationKind: OrganizationKind | null, role: string | null, kind: CampaignKind | null, happening: string | null, startsAt: string | null, timeZone: string | null, approver: string | null, worries: Array<AskWorry>, worryWords: string | null, languages: Array<string>, needs: Array<Skill>, suggestForUs: boolean | null, needWords: string | null, hideEmployer: boolean | null, hideStart: boolean | null, employer: string | null, unsaid: string | null, localHoursPerWeek: number | null, lookHere: Array<{ label: string, url: string }>, assets: Array<{ asset: AskAsset, has: boolean }> } } | null };

export type StartAskMutationVariables = Exact<{
  input: StartAskInput;
}>;


export type StartAskMutation = { startAsk: { token: string | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SaveAskAnswersMutationVariables = Exact<{
  input: SaveAskAnswersInput;
}>;


export type SaveAskAnswersMutation = { saveAskAnswers: { ask: { id: string, status: AskStatus, hasContact: boolean, answers: { organizationName: string | null, organizationKind: OrganizationKind | null, role: string | null, kind: CampaignKind | null, happening: string | null, startsAt: string | null, timeZone: string | null, approver: string | null, worries: Array<AskWorry>, worryWords: string | null, languages: Array<string>, needs: Array<Skill>, suggestForUs: boolean | null, needWords: string | null, hideEmployer: boolean | null, hideStart: boolean | null, employer: string | null, unsaid: string | null, localHoursPerWeek: number | null, lookHere: Array<{ label: string, url: string }>, assets: Array<{ asset: AskAsset, has: boolean }> } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type SubmitAskMutationVariables = Exact<{
  input: SubmitAskInput;
}>;


export type SubmitAskMutation = { submitAsk: { ask: { id: string, status: AskStatus } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AskToWriteFragment = { id: string, status: AskStatus, hasContact: boolean, answers: { organizationName: string | null, organizationKind: OrganizationKind | null, role: string | null, kind: CampaignKind | null, happening: string | null, startsAt: string | null, timeZone: string | null, approver: string | null, worries: Array<AskWorry>, worryWords: string | null, languages: Array<string>, needs: Array<Skill>, suggestForUs: boolean | null, needWords: string | null, hideEmployer: boolean | null, hideStart: boolean | null, employer: string | null, unsaid: string | null, localHoursPerWeek: number | null, lookHere: Array<{ label: string, url: string }>, assets: Array<{ asset: AskAsset, has: boolean }> } };

export type NewCampaignPageQueryVariables = Exact<{
  language: string;
}>;


export type NewCampaignPageQuery = { viewer: { isCoordinator: boolean, memberships: Array<{ role: Role, organization: { id: string, name: string } }> } | null, campaigns: { edges: Array<{ node: { id: string, organization: { id: string, name: string } } }> } | null, cardTemplates: Array<{ language: string, key: string, title: string, phase: Phase, hours: number }> | null };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization: { organization: { id: string, name: string } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type CreateCampaignMutationVariables = Exact<{
  input: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { createCampaign: { campaign: { id: string, slug: string, title: string, board: { id: string } } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type FirstBoardMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type FirstBoardMutation = { createCardsFromTemplates: { boardRevision: number | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type PublicPageQueryVariables = Exact<{
  handle: string;
}>;


export type PublicPageQuery = { publicPage: { handle: string, cards: number, hours: number, fights: number, bySkill: Array<{ skill: Skill, cards: number, hours: number }>, byMonth: Array<{ month: string, cards: number, hours: number }>, works: Array<{ title: string, skill: Skill, finishedAt: string, campaignSlug: string, campaignTitle: string, thanks: string | null }> } | null };

export type RoleByLinkQueryVariables = Exact<{
  token: string;
}>;


export type RoleByLinkQuery = { roleByLink: { offer: { role: LinkRole, organizationName: string, campaignTitle: string, campaignSlug: string, madeBy: string, expiresAt: string, has: Role | null } | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

export type AcceptRoleLinkMutationVariables = Exact<{
  input: AcceptRoleLinkInput;
}>;


export type AcceptRoleLinkMutation = { acceptRoleLink: { campaignSlug: string | null, role: Role | null, errors: Array<
      | { __typename: 'ApprovalLinkInvalid', problem: LinkProblem, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, why: RefusalWhy | null, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'CardInTheWay', code: ErrorCode, why: RefusalWhy | null, message: string, card: { id: string, number: number, title: string } }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, why: RefusalWhy | null, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, about: string | null, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'Refusal', code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, why: RefusalWhy | null, message: string }
      | { __typename: 'StaleFields', code: ErrorCode, why: RefusalWhy | null, message: string, stale: Array<{ field: string, now: string }> }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, why: RefusalWhy | null, message: string }
    > } };

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
    fragment BoardRights on Campaign {
  id
  endedAt
  settings {
    leaseHours
    craftReviewRequired
  }
  viewer {
    sensitivity
    role
    isTeam
    canManage
    canApprove
    canReviewCraft
    claimLimit
    claimRefusal
  }
}
    `, {"fragmentName":"BoardRights"}) as unknown as TypedDocumentString<BoardRightsFragment, unknown>;
export const CardFaceFragmentDoc = new TypedDocumentString(`
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
export const ApprovalLinkLineFragmentDoc = new TypedDocumentString(`
    fragment ApprovalLinkLine on ApprovalLink {
  id
  label
  createdAt
  expiresAt
  openedAt
  usedAt
  revokedAt
}
    `, {"fragmentName":"ApprovalLinkLine"}) as unknown as TypedDocumentString<ApprovalLinkLineFragment, unknown>;
export const FileShownFragmentDoc = new TypedDocumentString(`
    fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}
    `, {"fragmentName":"FileShown"}) as unknown as TypedDocumentString<FileShownFragment, unknown>;
export const EventLineFragmentDoc = new TypedDocumentString(`
    fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
    hasLeft
  }
  byLink {
    label
    madeBy {
      id
      handle
      hasLeft
    }
  }
  cardId
  cardNumber
  cardTitle
  cardCount
}
    `, {"fragmentName":"EventLine"}) as unknown as TypedDocumentString<EventLineFragment, unknown>;
export const CardDetailFragmentDoc = new TypedDocumentString(`
    fragment CardDetail on Card {
  ...CardFace
  outOfScope
  cautionClearedBy {
    id
    handle
    hasLeft
  }
  approvalLinks {
    ...ApprovalLinkLine
  }
  dueOffsetHours
  links {
    label
    url
  }
  files {
    ...FileShown
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  briefBefore {
    title
    deliverable
    localSupplies
    outOfScope
    caution
    skill
    hours
    phase
    dueAt
    languages
    links {
      label
      url
    }
    checklist
  }
  nextLook {
    gate
    by
  }
  work {
    handIns {
      id
      person {
        id
        handle
        hasLeft
      }
      note
      links {
        label
        url
      }
      files {
        ...FileShown
      }
      at
      craftReviewer {
        id
        handle
        hasLeft
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
        hasLeft
      }
      reviewedByLink
      linkMadeBy {
        id
        handle
        hasLeft
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
        hasLeft
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
    leftFiles {
      ...FileShown
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
          hasLeft
        }
        text
        at
        editedAt
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
    hasLeft
  }
  byLink {
    label
    madeBy {
      id
      handle
      hasLeft
    }
  }
  cardId
  cardNumber
  cardTitle
  cardCount
}
fragment ApprovalLinkLine on ApprovalLink {
  id
  label
  createdAt
  expiresAt
  openedAt
  usedAt
  revokedAt
}
fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}`, {"fragmentName":"CardDetail"}) as unknown as TypedDocumentString<CardDetailFragment, unknown>;
export const SkillSumFragmentDoc = new TypedDocumentString(`
    fragment SkillSum on SkillSum {
  skill
  cards
  hours
}
    `, {"fragmentName":"SkillSum"}) as unknown as TypedDocumentString<SkillSumFragment, unknown>;
export const MonthSumFragmentDoc = new TypedDocumentString(`
    fragment MonthSum on MonthSum {
  month
  cards
  hours
}
    `, {"fragmentName":"MonthSum"}) as unknown as TypedDocumentString<MonthSumFragment, unknown>;
export const ErrorWordsFragmentDoc = new TypedDocumentString(`
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
    `, {"fragmentName":"ErrorWords"}) as unknown as TypedDocumentString<ErrorWordsFragment, unknown>;
export const FileLineFragmentDoc = new TypedDocumentString(`
    fragment FileLine on File {
  ...FileShown
  use
  received
  state
  problem
  uploadAddress
}
    fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}`, {"fragmentName":"FileLine"}) as unknown as TypedDocumentString<FileLineFragment, unknown>;
export const PersonAskedFragmentDoc = new TypedDocumentString(`
    fragment PersonAsked on Invitation {
  id
  at
  expiresAt
  state
  person {
    id
    handle
    hasLeft
  }
}
    `, {"fragmentName":"PersonAsked"}) as unknown as TypedDocumentString<PersonAskedFragment, unknown>;
export const PlanInWordsFragmentDoc = new TypedDocumentString(`
    fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}
    `, {"fragmentName":"PlanInWords"}) as unknown as TypedDocumentString<PlanInWordsFragment, unknown>;
export const LeadRequestLineFragmentDoc = new TypedDocumentString(`
    fragment LeadRequestLine on LeadRequest {
  id
  askedAt
  person {
    id
    handle
    hasLeft
  }
  campaign {
    id
    title
  }
}
    `, {"fragmentName":"LeadRequestLine"}) as unknown as TypedDocumentString<LeadRequestLineFragment, unknown>;
export const RoleLinkLineFragmentDoc = new TypedDocumentString(`
    fragment RoleLinkLine on RoleLink {
  id
  label
  role
  maxUses
  uses
  expiresAt
  opens
  createdBy {
    id
    handle
  }
}
    `, {"fragmentName":"RoleLinkLine"}) as unknown as TypedDocumentString<RoleLinkLineFragment, unknown>;
export const CampaignSettingsFragmentDoc = new TypedDocumentString(`
    fragment CampaignSettings on Campaign {
  id
  slug
  title
  story
  demands
  howToHelp
  employer
  employerHidden
  startsAt
  startHidden
  timeZone
  languages
  sensitivity
  endedAt
  settings {
    leaseHours
    firstLeaseHours
    newcomerShare
    newcomerClaimLimit
    claimLimit
    craftReviewRequired
  }
  organization {
    id
    name
    members {
      role
      person {
        id
        handle
        hasLeft
      }
    }
    leadRequests {
      ...LeadRequestLine
    }
    vouches {
      person {
        id
        handle
        hasLeft
      }
      by {
        id
        handle
        hasLeft
      }
      note
      at
    }
  }
  roleLinks {
    ...RoleLinkLine
  }
  viewer {
    canManage
  }
  blockedPeople {
    person {
      id
      handle
      hasLeft
    }
    by {
      id
      handle
      hasLeft
    }
    reason
    at
  }
}
    fragment RoleLinkLine on RoleLink {
  id
  label
  role
  maxUses
  uses
  expiresAt
  opens
  createdBy {
    id
    handle
  }
}
fragment LeadRequestLine on LeadRequest {
  id
  askedAt
  person {
    id
    handle
    hasLeft
  }
  campaign {
    id
    title
  }
}`, {"fragmentName":"CampaignSettings"}) as unknown as TypedDocumentString<CampaignSettingsFragment, unknown>;
export const WatchLinkLineFragmentDoc = new TypedDocumentString(`
    fragment WatchLinkLine on WatchLink {
  id
  label
  sensitivity
  showsHandles
  showsThanks
  createdAt
  expiresAt
  revokedAt
  createdBy {
    id
    handle
    hasLeft
  }
}
    `, {"fragmentName":"WatchLinkLine"}) as unknown as TypedDocumentString<WatchLinkLineFragment, unknown>;
export const WallFaceFragmentDoc = new TypedDocumentString(`
    fragment WallFace on Wall {
  revision
  campaignTitle
  organizationName
  kind
  timeZone
  startsAt
  endedAt
  hoursGiven
  columns {
    status
    count
    cards {
      number
      title
      since
      handle
      partner
    }
  }
  thanks {
    text
    cardTitle
    at
  }
}
    `, {"fragmentName":"WallFace"}) as unknown as TypedDocumentString<WallFaceFragment, unknown>;
export const AskOnDeskFragmentDoc = new TypedDocumentString(`
    fragment AskOnDesk on Ask {
  id
  status
  language
  contact
  submittedAt
  answerBy
  triagedAt
  triagedBy {
    id
    handle
    hasLeft
  }
  declineWords
  declineElsewhere
  likeDuplicates {
    id
    status
    submittedAt
    answers {
      organizationName
    }
  }
  answers {
    organizationName
    organizationKind
    role
    kind
    happening
    startsAt
    timeZone
    lookHere {
      label
      url
    }
    assets {
      asset
      has
    }
    approver
    worries
    worryWords
    languages
    needs
    suggestForUs
    needWords
    employer
    hideEmployer
    hideStart
    unsaid
    localHoursPerWeek
  }
}
    `, {"fragmentName":"AskOnDesk"}) as unknown as TypedDocumentString<AskOnDeskFragment, unknown>;
export const DeskAskFragmentDoc = new TypedDocumentString(`
    fragment DeskAsk on WaitingAsk {
  askId
  organizationName
  kind
  startsAt
  language
  submittedAt
  answerBy
  takenAt
  takenBy {
    id
    handle
    hasLeft
  }
}
    `, {"fragmentName":"DeskAsk"}) as unknown as TypedDocumentString<DeskAskFragment, unknown>;
export const DeskCampaignFragmentDoc = new TypedDocumentString(`
    fragment DeskCampaign on CampaignPulse {
  campaign {
    id
    slug
    title
    kind
    organization {
      id
      name
    }
  }
  open
  held
  inReview
  waiting
  waitingSince
  late
  quiet
  since
}
    `, {"fragmentName":"DeskCampaign"}) as unknown as TypedDocumentString<DeskCampaignFragment, unknown>;
export const DeskCardFragmentDoc = new TypedDocumentString(`
    fragment DeskCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  handedInAt
  claim {
    id
    expiresAt
  }
  waiting {
    since
  }
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}
    `, {"fragmentName":"DeskCard"}) as unknown as TypedDocumentString<DeskCardFragment, unknown>;
export const DeskQuietCardFragmentDoc = new TypedDocumentString(`
    fragment DeskQuietCard on QuietCard {
  why
  since
  late
  card {
    ...DeskCard
  }
  match {
    isGood
    person {
      id
      handle
      hasLeft
    }
    invitation {
      id
    }
  }
}
    fragment DeskCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  handedInAt
  claim {
    id
    expiresAt
  }
  waiting {
    since
  }
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`, {"fragmentName":"DeskQuietCard"}) as unknown as TypedDocumentString<DeskQuietCardFragment, unknown>;
export const DeskQuietPersonFragmentDoc = new TypedDocumentString(`
    fragment DeskQuietPerson on QuietPerson {
  person {
    id
    handle
    hasLeft
    standing
  }
  held
  lastSeenAt
  since
  late
  card {
    ...DeskCard
  }
}
    fragment DeskCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  handedInAt
  claim {
    id
    expiresAt
  }
  waiting {
    since
  }
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`, {"fragmentName":"DeskQuietPerson"}) as unknown as TypedDocumentString<DeskQuietPersonFragment, unknown>;
export const DeskNewcomerFragmentDoc = new TypedDocumentString(`
    fragment DeskNewcomer on NewcomerToVet {
  person {
    id
    handle
    hasLeft
    skills
    joinedAt
  }
  finished
  inReview
  held
  since
  late
  card {
    ...DeskCard
  }
}
    fragment DeskCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  handedInAt
  claim {
    id
    expiresAt
  }
  waiting {
    since
  }
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`, {"fragmentName":"DeskNewcomer"}) as unknown as TypedDocumentString<DeskNewcomerFragment, unknown>;
export const DeskPersonLineFragmentDoc = new TypedDocumentString(`
    fragment DeskPersonLine on DeskPerson {
  held
  finished
  lastSeenAt
  heldSince
  heldNote
  standingBefore
  person {
    id
    handle
    standing
    skills
  }
}
    `, {"fragmentName":"DeskPersonLine"}) as unknown as TypedDocumentString<DeskPersonLineFragment, unknown>;
export const TemplateWordsFragmentDoc = new TypedDocumentString(`
    fragment TemplateWords on CardTemplate {
  key
  version
  retired
  language
  writtenIn
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
    `, {"fragmentName":"TemplateWords"}) as unknown as TypedDocumentString<TemplateWordsFragment, unknown>;
export const WaitingLineFragmentDoc = new TypedDocumentString(`
    fragment WaitingLine on WaitingForYou {
  kind
  since
  campaign {
    id
    slug
    title
    timeZone
  }
  card {
    id
    number
    title
  }
  person {
    id
    handle
  }
}
    `, {"fragmentName":"WaitingLine"}) as unknown as TypedDocumentString<WaitingLineFragment, unknown>;
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
  closing {
    outcome
  }
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
export const AvailabilityFragmentDoc = new TypedDocumentString(`
    fragment Availability on Availability {
  weeklyHours
  hoursLeft
  pausedFrom
  pausedUntil
  isPaused
  timeZone
  notSkills
  notKinds
}
    `, {"fragmentName":"Availability"}) as unknown as TypedDocumentString<AvailabilityFragment, unknown>;
export const ContactPartsFragmentDoc = new TypedDocumentString(`
    fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}
    `, {"fragmentName":"ContactParts"}) as unknown as TypedDocumentString<ContactPartsFragment, unknown>;
export const ChoicePartsFragmentDoc = new TypedDocumentString(`
    fragment ChoiceParts on NotificationChoice {
  email
  push
  mutedKinds
  quietFrom
  quietUntil
  digest
  timeZone
  language
}
    `, {"fragmentName":"ChoiceParts"}) as unknown as TypedDocumentString<ChoicePartsFragment, unknown>;
export const WhyFragmentDoc = new TypedDocumentString(`
    fragment Why on MatchReason {
  code
  hours
  count
  language
}
    `, {"fragmentName":"Why"}) as unknown as TypedDocumentString<WhyFragment, unknown>;
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
  language
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
export const MyInvitationFragmentDoc = new TypedDocumentString(`
    fragment MyInvitation on Invitation {
  id
  expiresAt
  invitedBy {
    id
    handle
    hasLeft
  }
  card {
    ...OpenCard
    campaign {
      organization {
        id
        name
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
  language
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
}`, {"fragmentName":"MyInvitation"}) as unknown as TypedDocumentString<MyInvitationFragment, unknown>;
export const MyCardFragmentDoc = new TypedDocumentString(`
    fragment MyCard on Card {
  id
  number
  title
  language
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
    toConfirm
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
      hasLeft
    }
  }
}
    `, {"fragmentName":"MyCard"}) as unknown as TypedDocumentString<MyCardFragment, unknown>;
export const StandingLineFragmentDoc = new TypedDocumentString(`
    fragment StandingLine on StandingChange {
  after
  reason
  note
  at
  by {
    id
    handle
    hasLeft
  }
  card {
    id
    title
  }
}
    `, {"fragmentName":"StandingLine"}) as unknown as TypedDocumentString<StandingLineFragment, unknown>;
export const HeldTogetherFragmentDoc = new TypedDocumentString(`
    fragment HeldTogether on Card {
  id
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
}
    `, {"fragmentName":"HeldTogether"}) as unknown as TypedDocumentString<HeldTogetherFragment, unknown>;
export const AskToWriteFragmentDoc = new TypedDocumentString(`
    fragment AskToWrite on Ask {
  id
  status
  hasContact
  answers {
    organizationName
    organizationKind
    role
    kind
    happening
    startsAt
    timeZone
    lookHere {
      label
      url
    }
    assets {
      asset
      has
    }
    approver
    worries
    worryWords
    languages
    needs
    suggestForUs
    needWords
    hideEmployer
    hideStart
    employer
    unsaid
    localHoursPerWeek
  }
}
    `, {"fragmentName":"AskToWrite"}) as unknown as TypedDocumentString<AskToWriteFragment, unknown>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:ee5be3ff4030c2e747f0b3dda9d57526aee99d0e3a7fc761a37c907d05d5dca7"}) as unknown as TypedDocumentString<ClaimCardMutation, ClaimCardMutationVariables>;
export const JoinCardDocument = new TypedDocumentString(`
    mutation JoinCard($input: JoinCardInput!) {
  joinCard(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:8ff080c1c3d43b8a90dd7265ee958f758b6cbd709f3fcc39df5dc4bfa54cb9bf"}) as unknown as TypedDocumentString<JoinCardMutation, JoinCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:401e19b8e27d87c0d29ffb3375fbf605292dca16a7b5a6e31fb05bf3fac70619"}) as unknown as TypedDocumentString<HandBackCardMutation, HandBackCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:fd45296c845fc87245874c0f7df713f5b087aaf1972d4b4d8b52a2d16c368c44"}) as unknown as TypedDocumentString<ExtendClaimMutation, ExtendClaimMutationVariables>;
export const ConfirmClaimDocument = new TypedDocumentString(`
    mutation ConfirmClaim($input: ConfirmClaimInput!) {
  confirmClaim(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:d4a322cffe27245ec89fe4a0f7acb5e627092cce664ec9c6a93f03132ac4d95b"}) as unknown as TypedDocumentString<ConfirmClaimMutation, ConfirmClaimMutationVariables>;
export const TakeBackAllCardsDocument = new TypedDocumentString(`
    mutation TakeBackAllCards($input: TakeBackAllCardsInput!) {
  takeBackAllCards(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e22906db1d5760c2c837005a824f08a372c8cdc85bcab0ea084ab9799dfc1fe6"}) as unknown as TypedDocumentString<TakeBackAllCardsMutation, TakeBackAllCardsMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:ce4b1da60f7a1cb7023c7549821817d0d9dfeb6c68a2892448fef3769c230545"}) as unknown as TypedDocumentString<TakeBackCardMutation, TakeBackCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:3cdc8a5ed4d1f8abc75d7ae16502e056f0f595ec63fc3275cd5e59b6becd5eee"}) as unknown as TypedDocumentString<BlockCardMutation, BlockCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:6ab1d551dd43af1e3ddcd22ff5ccfd01a587c643017e49a8e364ee1124829e27"}) as unknown as TypedDocumentString<UnblockCardMutation, UnblockCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:801cac294d51e8bb64fab947efc730039397065ce102eae02b732d226d0d5aff"}) as unknown as TypedDocumentString<HandInCardMutation, HandInCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e20b3ce8da05d43fca0bcdfb3be62394a3d0e31ce6797d645628a832980f7a87"}) as unknown as TypedDocumentString<PassCraftReviewMutation, PassCraftReviewMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:7e5598271b0bce2a156412ee9d861c2887d34fecc81d1a8bd2cf1290e565c040"}) as unknown as TypedDocumentString<RequestChangesMutation, RequestChangesMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:a8b033f11e6933ea4b8b6a0c49957968d2db81dde8a043b4eddcd992b454c5f0"}) as unknown as TypedDocumentString<ApproveCardMutation, ApproveCardMutationVariables>;
export const CancelCardDocument = new TypedDocumentString(`
    mutation CancelCard($input: CancelCardInput!) {
  cancelCard(input: $input) {
    boardRevision
    undoUntil
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:ac81d23bf20f1d80bbfe6980d762da0a3d3e639fc91f1917a5683517eb5a7507"}) as unknown as TypedDocumentString<CancelCardMutation, CancelCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:f372eb7fc4b425b79a95f0f01b5c05edf98d7bd13f69baf801bd164f18cd8f48"}) as unknown as TypedDocumentString<TickChecklistItemMutation, TickChecklistItemMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:ea4c6886393e45b265d6251c2cec2f1f29bff54c4bbd6ad86f5608784c847003"}) as unknown as TypedDocumentString<CreateCardMutation, CreateCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:66d1e473bd336b86c17310fe3e494f3a4a80c8fbd9f9981b077c9895df03957f"}) as unknown as TypedDocumentString<MoveCardMutation, MoveCardMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:6f295e41403ee3cb1fe1b8f530d22185defdfa2f861fcfcd34150137c49f9142"}) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const RemoveCommentDocument = new TypedDocumentString(`
    mutation RemoveComment($input: RemoveCommentInput!) {
  removeComment(input: $input) {
    boardRevision
    undoUntil
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:cdbab53f3c3e1c9ddeac420e70b8183c3473cb4e0cdb847003c9ce720894f884"}) as unknown as TypedDocumentString<RemoveCommentMutation, RemoveCommentMutationVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
    hasLeft
  }
  byLink {
    label
    madeBy {
      id
      handle
      hasLeft
    }
  }
  cardId
  cardNumber
  cardTitle
  cardCount
}
fragment CardDetail on Card {
  ...CardFace
  outOfScope
  cautionClearedBy {
    id
    handle
    hasLeft
  }
  approvalLinks {
    ...ApprovalLinkLine
  }
  dueOffsetHours
  links {
    label
    url
  }
  files {
    ...FileShown
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  briefBefore {
    title
    deliverable
    localSupplies
    outOfScope
    caution
    skill
    hours
    phase
    dueAt
    languages
    links {
      label
      url
    }
    checklist
  }
  nextLook {
    gate
    by
  }
  work {
    handIns {
      id
      person {
        id
        handle
        hasLeft
      }
      note
      links {
        label
        url
      }
      files {
        ...FileShown
      }
      at
      craftReviewer {
        id
        handle
        hasLeft
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
        hasLeft
      }
      reviewedByLink
      linkMadeBy {
        id
        handle
        hasLeft
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
        hasLeft
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
    leftFiles {
      ...FileShown
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
          hasLeft
        }
        text
        at
        editedAt
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
fragment ApprovalLinkLine on ApprovalLink {
  id
  label
  createdAt
  expiresAt
  openedAt
  usedAt
  revokedAt
}
fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}`, {"hash":"sha256:e32778e520233686af2872ecae3b35bc0d045646fac107d2b4c825c8c6a29302"}) as unknown as TypedDocumentString<UpdateCardMutation, UpdateCardMutationVariables>;
export const CreateCardsFromTemplatesDocument = new TypedDocumentString(`
    mutation CreateCardsFromTemplates($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    boardRevision
    undoUntil
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:dbcc9d14e28f28d0dfb215aba7d45a8ee4fc5ed34e94a366f997e8fc85425b26"}) as unknown as TypedDocumentString<CreateCardsFromTemplatesMutation, CreateCardsFromTemplatesMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) {
    draft {
      note
      links {
        label
        url
      }
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:5e7725ec08f8cd6918d842ab4ddff86c3e53f97cd102789c22e49c73959fb189"}) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const ClearCautionDocument = new TypedDocumentString(`
    mutation ClearCaution($input: ClearCautionInput!) {
  clearCaution(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:a4d15350df2f222c65c880f0150d11229854c247942ed905bfbd31f1ec10b4f1"}) as unknown as TypedDocumentString<ClearCautionMutation, ClearCautionMutationVariables>;
export const CorrectHandInDocument = new TypedDocumentString(`
    mutation CorrectHandIn($input: CorrectHandInInput!) {
  correctHandIn(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:72032d17cb8acec7c49ced1e5b75ca3ec04c1b748d245cb12bbbffb6f9ff1050"}) as unknown as TypedDocumentString<CorrectHandInMutation, CorrectHandInMutationVariables>;
export const WithdrawHandInDocument = new TypedDocumentString(`
    mutation WithdrawHandIn($input: WithdrawHandInInput!) {
  withdrawHandIn(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:61aa80ebba91addc2b864c29339f6cdff03ad01f9f57e4e0acaec559403579d6"}) as unknown as TypedDocumentString<WithdrawHandInMutation, WithdrawHandInMutationVariables>;
export const BringBackCardDocument = new TypedDocumentString(`
    mutation BringBackCard($input: BringBackCardInput!) {
  bringBackCard(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:28d8fbddab921af7bfafafaf8472920c212846f41d557f283157c33b19240604"}) as unknown as TypedDocumentString<BringBackCardMutation, BringBackCardMutationVariables>;
export const AskForLookDocument = new TypedDocumentString(`
    mutation AskForLook($input: AskForLookInput!) {
  askForLook(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e3a81c6f254010dbcec92433c62a0df02f2bbbb46b37a7b264c18b3c216e4d3c"}) as unknown as TypedDocumentString<AskForLookMutation, AskForLookMutationVariables>;
export const ConfirmBriefDocument = new TypedDocumentString(`
    mutation ConfirmBrief($input: ConfirmBriefInput!) {
  confirmBrief(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:8296d2aa2639d82ac589f8bca7f0d29e0c0898a90f6b4e1c7c2c943756155afc"}) as unknown as TypedDocumentString<ConfirmBriefMutation, ConfirmBriefMutationVariables>;
export const EditCommentDocument = new TypedDocumentString(`
    mutation EditComment($input: EditCommentInput!) {
  editComment(input: $input) {
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:74ec2e5c6c92a8cf4396393614002e19baf40b4dc13ca9d681e8631c2d6a4d00"}) as unknown as TypedDocumentString<EditCommentMutation, EditCommentMutationVariables>;
export const BoardDocument = new TypedDocumentString(`
    query Board($slug: String!) {
  campaign(slug: $slug) {
    ...BoardRights
    slug
    title
    organization {
      id
      name
    }
    startsAt
    startHidden
    timeZone
    languages
    sensitivity
    board {
      id
    }
  }
}
    fragment BoardRights on Campaign {
  id
  endedAt
  settings {
    leaseHours
    craftReviewRequired
  }
  viewer {
    sensitivity
    role
    isTeam
    canManage
    canApprove
    canReviewCraft
    claimLimit
    claimRefusal
  }
}`, {"hash":"sha256:e9905dac6ec6e90aedc5b15f288c13dc585288f17c958bb1fa1e6ce5ad76d90d"}) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardSnapshotDocument = new TypedDocumentString(`
    query BoardSnapshot($boardId: ID!) {
  node(id: $boardId) {
    ... on Board {
      id
      campaign {
        ...BoardRights
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment BoardRights on Campaign {
  id
  endedAt
  settings {
    leaseHours
    craftReviewRequired
  }
  viewer {
    sensitivity
    role
    isTeam
    canManage
    canApprove
    canReviewCraft
    claimLimit
    claimRefusal
  }
}`, {"hash":"sha256:c0aa3de0a4a894e633e5cd67bc09d9d48de557dc7e02683490fc3d79ad5a1b9a"}) as unknown as TypedDocumentString<BoardSnapshotQuery, BoardSnapshotQueryVariables>;
export const BoardRightsHereDocument = new TypedDocumentString(`
    query BoardRightsHere($boardId: ID!) {
  node(id: $boardId) {
    ... on Board {
      id
      campaign {
        ...BoardRights
      }
    }
  }
}
    fragment BoardRights on Campaign {
  id
  endedAt
  settings {
    leaseHours
    craftReviewRequired
  }
  viewer {
    sensitivity
    role
    isTeam
    canManage
    canApprove
    canReviewCraft
    claimLimit
    claimRefusal
  }
}`, {"hash":"sha256:c5d962ba5e2ea6290c14c5e6d6300949fdfa14e2da3ff8cd629ca0a3ae816c3d"}) as unknown as TypedDocumentString<BoardRightsHereQuery, BoardRightsHereQueryVariables>;
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
    hasLeft
  }
  byLink {
    label
    madeBy {
      id
      handle
      hasLeft
    }
  }
  cardId
  cardNumber
  cardTitle
  cardCount
}`, {"hash":"sha256:3187995acaa959b95b10157f484f4bc4c73bf0a8493cc4c392cedc4f09a4f092"}) as unknown as TypedDocumentString<BoardActivityQuery, BoardActivityQueryVariables>;
export const BoardTemplateKeysDocument = new TypedDocumentString(`
    query BoardTemplateKeys($boardId: ID!) {
  node(id: $boardId) {
    ... on Board {
      id
      templateKeys
    }
  }
}
    `, {"hash":"sha256:80529738f7d2c7b927543d921a7596a7cf294efd4e87a295775b4152052f49fc"}) as unknown as TypedDocumentString<BoardTemplateKeysQuery, BoardTemplateKeysQueryVariables>;
export const BoardTemplatesDocument = new TypedDocumentString(`
    query BoardTemplates($language: String!) {
  cardTemplates(language: $language) {
    key
    language
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
    `, {"hash":"sha256:9c37fce93cfd073348bb2cbc6688b32b36a749bab167e712b761711d0d6220b1"}) as unknown as TypedDocumentString<BoardTemplatesQuery, BoardTemplatesQueryVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
    hasLeft
  }
  byLink {
    label
    madeBy {
      id
      handle
      hasLeft
    }
  }
  cardId
  cardNumber
  cardTitle
  cardCount
}`, {"hash":"sha256:d1abc4694b31481e5f82366650df4982ac837ca63e72213bec43de350e7b94f8"}) as unknown as TypedDocumentString<BoardChangesSubscription, BoardChangesSubscriptionVariables>;
export const BoardPresenceDocument = new TypedDocumentString(`
    subscription BoardPresence($boardId: ID!) {
  boardPresence(boardId: $boardId) {
    count
    people {
      id
      handle
      hasLeft
    }
  }
}
    `, {"hash":"sha256:f34219d852f8964ea31d013f351c9b2ea5f1e1ab220b30ce9f08864878c0de3d"}) as unknown as TypedDocumentString<BoardPresenceSubscription, BoardPresenceSubscriptionVariables>;
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
    hasLeft
  }
  byLink {
    label
    madeBy {
      id
      handle
      hasLeft
    }
  }
  cardId
  cardNumber
  cardTitle
  cardCount
}
fragment CardDetail on Card {
  ...CardFace
  outOfScope
  cautionClearedBy {
    id
    handle
    hasLeft
  }
  approvalLinks {
    ...ApprovalLinkLine
  }
  dueOffsetHours
  links {
    label
    url
  }
  files {
    ...FileShown
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  briefBefore {
    title
    deliverable
    localSupplies
    outOfScope
    caution
    skill
    hours
    phase
    dueAt
    languages
    links {
      label
      url
    }
    checklist
  }
  nextLook {
    gate
    by
  }
  work {
    handIns {
      id
      person {
        id
        handle
        hasLeft
      }
      note
      links {
        label
        url
      }
      files {
        ...FileShown
      }
      at
      craftReviewer {
        id
        handle
        hasLeft
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
        hasLeft
      }
      reviewedByLink
      linkMadeBy {
        id
        handle
        hasLeft
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
        hasLeft
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
    leftFiles {
      ...FileShown
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
          hasLeft
        }
        text
        at
        editedAt
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
fragment ApprovalLinkLine on ApprovalLink {
  id
  label
  createdAt
  expiresAt
  openedAt
  usedAt
  revokedAt
}
fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}`, {"hash":"sha256:f0bb64c601866a5592c50c9e2a006aba490fb56936a55ee6ca9380d3d752ec83"}) as unknown as TypedDocumentString<CardDetailQuery, CardDetailQueryVariables>;
export const MoveCardsDocument = new TypedDocumentString(`
    mutation MoveCards($input: MoveCardsInput!) {
  moveCards(input: $input) {
    boardRevision
    undoUntil
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:2a2f038f5622632bdcfa15cf0f8988fc85ae75e7cdc5f9374a1f16b0861cbace"}) as unknown as TypedDocumentString<MoveCardsMutation, MoveCardsMutationVariables>;
export const CancelCardsDocument = new TypedDocumentString(`
    mutation CancelCards($input: CancelCardsInput!) {
  cancelCards(input: $input) {
    boardRevision
    undoUntil
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:da9b594a2b7b523c971417ba3f5fb6dbfa780f176c348e55cce0f49000ede967"}) as unknown as TypedDocumentString<CancelCardsMutation, CancelCardsMutationVariables>;
export const UpdateCardsDocument = new TypedDocumentString(`
    mutation UpdateCards($input: UpdateCardsInput!) {
  updateCards(input: $input) {
    boardRevision
    undoUntil
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:85edfd3a26019ec6be639f6c54a26a48cc13d69b8329ea784490ca2abe84acb6"}) as unknown as TypedDocumentString<UpdateCardsMutation, UpdateCardsMutationVariables>;
export const UndoBoardChangeDocument = new TypedDocumentString(`
    mutation UndoBoardChange($input: UndoBoardChangeInput!) {
  undoBoardChange(input: $input) {
    boardRevision
    removedCardIds
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
  caution
  cautionClearedAt
  skill
  hours
  phase
  dueAt
  languages
  language
  sensitivity
  status
  position
  version
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    toConfirm
    extensions
  }
  lookAskedAt
  briefChangedAt
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  craftReviewer {
    id
  }
  finishedAt
  thanks {
    text
    from {
      id
      handle
      hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:981b7ecc671bf8b2159ec6f02dda2a07ca9a1a09720f3a03f13bac8fa571487e"}) as unknown as TypedDocumentString<UndoBoardChangeMutation, UndoBoardChangeMutationVariables>;
export const CreateApprovalLinkDocument = new TypedDocumentString(`
    mutation CreateApprovalLink($input: CreateApprovalLinkInput!) {
  createApprovalLink(input: $input) {
    address
    card {
      id
      approvalLinks {
        ...ApprovalLinkLine
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ApprovalLinkLine on ApprovalLink {
  id
  label
  createdAt
  expiresAt
  openedAt
  usedAt
  revokedAt
}
fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:7023e60f0af5c4256059e2b57c30f6a7ee14a16794ad8635bec8b21e44b5cd41"}) as unknown as TypedDocumentString<CreateApprovalLinkMutation, CreateApprovalLinkMutationVariables>;
export const RevokeApprovalLinkDocument = new TypedDocumentString(`
    mutation RevokeApprovalLink($input: RevokeApprovalLinkInput!) {
  revokeApprovalLink(input: $input) {
    card {
      id
      approvalLinks {
        ...ApprovalLinkLine
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ApprovalLinkLine on ApprovalLink {
  id
  label
  createdAt
  expiresAt
  openedAt
  usedAt
  revokedAt
}
fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:6306317eab6a088e9d8258606539fbadc267c5661bd2bd8c1ac5fc35994e2210"}) as unknown as TypedDocumentString<RevokeApprovalLinkMutation, RevokeApprovalLinkMutationVariables>;
export const OpenCardsChangedDocument = new TypedDocumentString(`
    subscription OpenCardsChanged($filter: OpenCardsFilter, $after: OpenCardsCursor) {
  openCardsChanged(filter: $filter, after: $after) {
    kind
    epoch
    previousRevision
    revision
  }
}
    `, {"hash":"sha256:9e639b1ad0e7cf56eda73a2f9385cb57b9b517b79ff5c4a9dcbfe8ede27bd440"}) as unknown as TypedDocumentString<OpenCardsChangedSubscription, OpenCardsChangedSubscriptionVariables>;
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:4caab0e2297e091ae8882c139bd63e526793d96dbd49a0171c02bcf55c8964b7"}) as unknown as TypedDocumentString<TakeCardMutation, TakeCardMutationVariables>;
export const UploadsDocument = new TypedDocumentString(`
    query Uploads($cardId: ID!) {
  node(id: $cardId) {
    ... on Card {
      id
      uploads {
        ...FileLine
      }
    }
  }
}
    fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}
fragment FileLine on File {
  ...FileShown
  use
  received
  state
  problem
  uploadAddress
}`, {"hash":"sha256:63725fd353bb074e43acbd213fa0e27c8c86584f076dedfd7730f81a697de16a"}) as unknown as TypedDocumentString<UploadsQuery, UploadsQueryVariables>;
export const RemoveFileDocument = new TypedDocumentString(`
    mutation RemoveFile($input: RemoveFileInput!) {
  removeFile(input: $input) {
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:37d774111fc1ce4ed3b486c90c7a7968aefaa61e2f850666bbfefb4dbc9470bd"}) as unknown as TypedDocumentString<RemoveFileMutation, RemoveFileMutationVariables>;
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
    unreadNotifications
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
  operator {
    name
    contactUrl
    sourceUrl
  }
}
    `, {"hash":"sha256:febb67e48ae769e2703a40476ff48c109687551292fbfe9dfa333db699f4a615"}) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:f894489513aaf1fdec8f5685d6978bab01e2ac8edd3a03a19cf525630679e496"}) as unknown as TypedDocumentString<TryAsMutation, TryAsMutationVariables>;
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:85341d728b244fa7a298490694bd4a073d9e5fcbe251c4ded6d2d18597ff7402"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const NotificationsChangedDocument = new TypedDocumentString(`
    subscription NotificationsChanged {
  notificationsChanged {
    unread
    latest {
      id
    }
  }
}
    `, {"hash":"sha256:c94cef1b4471aef9566847161863e97e94118782f12dffdc0659a01f22184663"}) as unknown as TypedDocumentString<NotificationsChangedSubscription, NotificationsChangedSubscriptionVariables>;
export const PeopleForThisDocument = new TypedDocumentString(`
    query PeopleForThis($cardId: ID!) {
  node(id: $cardId) {
    ... on Card {
      id
      peopleForThis(first: 8) {
        isGood
        person {
          id
          handle
          hasLeft
        }
        reasons {
          ...Why
        }
        invitation {
          id
        }
      }
      invitations {
        ...PersonAsked
      }
    }
  }
}
    fragment PersonAsked on Invitation {
  id
  at
  expiresAt
  state
  person {
    id
    handle
    hasLeft
  }
}
fragment Why on MatchReason {
  code
  hours
  count
  language
}`, {"hash":"sha256:6f6b786d02f9018011562c4091cb52869de878dea8ae66eaf885915c0bf1d4fd"}) as unknown as TypedDocumentString<PeopleForThisQuery, PeopleForThisQueryVariables>;
export const InvitePersonDocument = new TypedDocumentString(`
    mutation InvitePerson($input: InvitePersonInput!) {
  invitePerson(input: $input) {
    invitation {
      ...PersonAsked
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment PersonAsked on Invitation {
  id
  at
  expiresAt
  state
  person {
    id
    handle
    hasLeft
  }
}`, {"hash":"sha256:58f788aeceee918010e375e5e73020df5741ea42d120290c0d5e55bceb04862f"}) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const JoinDocument = new TypedDocumentString(`
    mutation Join($input: JoinInput!) {
  join(input: $input) {
    viewer {
      person {
        id
        handle
        hasLeft
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:1f12e1d5f91832b922789d9c0242e61ea4210819a00f3e3d8ed1d9633b2be1dc"}) as unknown as TypedDocumentString<JoinMutation, JoinMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    recoveryCode
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:ce10a45e27a5f5ef1e0e160dc1dc4e0509447574e707bcf49e3977f7afab9028"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:f5e014809c3e885e1742bc1f361accbc6fd9eb9972ea3293fcc250e45abea0b6"}) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e2b45e817f9fc6e960adc6d89eecceb88b672170233fc66ca5eb6a466a0b69b7"}) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:1372089e0f161f8aea011211aded456bae33326e38b69d981a359fa9cc3c9f5b"}) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const RenewRecoveryCodeDocument = new TypedDocumentString(`
    mutation RenewRecoveryCode($input: RenewRecoveryCodeInput) {
  renewRecoveryCode(input: $input) {
    recoveryCode
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:945589b136770768dedc2991cedda0273ccfd1f7798ad91dbdb3d943469a7f8e"}) as unknown as TypedDocumentString<RenewRecoveryCodeMutation, RenewRecoveryCodeMutationVariables>;
export const ApprovalByLinkDocument = new TypedDocumentString(`
    query ApprovalByLink($token: String!) {
  approvalByLink(token: $token) {
    approval {
      label
      organizationName
      campaignTitle
      timeZone
      cardTitle
      deliverable
      caution
      language
      author
      partner
      handInId
      note
      links {
        label
        url
      }
      files {
        ...FileShown
      }
      waitingSince
      expiresAt
      madeBy
      barred
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment FileShown on File {
  id
  name
  mediaType
  bytes
  address
  viewAddress
  thumbnails {
    address
    width
    height
  }
}`, {"hash":"sha256:a06333bcff33671ebc3c2a19a8c19742a5d24e54ce468af7e46626734d4bfe2e"}) as unknown as TypedDocumentString<ApprovalByLinkQuery, ApprovalByLinkQueryVariables>;
export const ApproveByLinkDocument = new TypedDocumentString(`
    mutation ApproveByLink($input: ApproveByLinkInput!) {
  approveByLink(input: $input) {
    outcome
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:554a8464a85722efa909e821c2c50faf0dbd187cebf3cfade730a6e91b26718d"}) as unknown as TypedDocumentString<ApproveByLinkMutation, ApproveByLinkMutationVariables>;
export const RequestChangesByLinkDocument = new TypedDocumentString(`
    mutation RequestChangesByLink($input: RequestChangesByLinkInput!) {
  requestChangesByLink(input: $input) {
    outcome
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:0cd683236eeb97aae79eb1116a7a42e182ed1d612e36babc02f49ddf09dba11c"}) as unknown as TypedDocumentString<RequestChangesByLinkMutation, RequestChangesByLinkMutationVariables>;
export const PlanByLinkDocument = new TypedDocumentString(`
    query PlanByLink($token: String!) {
  planByLink(token: $token) {
    ...PlanInWords
  }
}
    fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}`, {"hash":"sha256:75e0938dc93da56da5d9ea570c27c912852cb9106d1a9e644bbe82848c03ce2c"}) as unknown as TypedDocumentString<PlanByLinkQuery, PlanByLinkQueryVariables>;
export const AgreePlanDocument = new TypedDocumentString(`
    mutation AgreePlan($input: AgreePlanInput!) {
  agreePlan(input: $input) {
    plan {
      ...PlanInWords
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}`, {"hash":"sha256:4f2999996f25c015a5110a72e8c4923df6d4d2ec7c2f8d8b530b375cb63eb602"}) as unknown as TypedDocumentString<AgreePlanMutation, AgreePlanMutationVariables>;
export const BecomeOrganizerDocument = new TypedDocumentString(`
    mutation BecomeOrganizer($input: BecomeOrganizerInput!) {
  becomeOrganizer(input: $input) {
    campaignSlug
    waits
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:622531fbb95fe8787abfc436ddd3d92b2d5b97951a0765bbe7f17040f3715cfe"}) as unknown as TypedDocumentString<BecomeOrganizerMutation, BecomeOrganizerMutationVariables>;
export const AnswerPlanDocument = new TypedDocumentString(`
    mutation AnswerPlan($input: AnswerPlanInput!) {
  answerPlan(input: $input) {
    plan {
      ...PlanInWords
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}`, {"hash":"sha256:e7935b49cf432442a6667beade83f23555656ef4af2c0d5de2828040e71f5367"}) as unknown as TypedDocumentString<AnswerPlanMutation, AnswerPlanMutationVariables>;
export const AskReceiptDocument = new TypedDocumentString(`
    query AskReceipt($token: String!) {
  askByLink(token: $token) {
    id
    status
    heldAt
    submittedAt
    answerBy
    triagedAt
    decidedAt
    eraseAfter
    askedBefore
    declineWords
    declineElsewhere
    campaign {
      id
      slug
      title
    }
  }
  planByLink(token: $token) {
    id
    status
    offeredAt
  }
}
    `, {"hash":"sha256:b84e2dae6958ec8176a4b41286c7be4b8f5668b4a96f64601abb82f039617fd0"}) as unknown as TypedDocumentString<AskReceiptQuery, AskReceiptQueryVariables>;
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
            hasLeft
          }
          partner {
            id
            handle
            hasLeft
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
  closing {
    outcome
  }
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}`, {"hash":"sha256:9fa5341d4b2f04f607405472bfe2d7f7a61da537a00345d7121e754f2fc0bbf9"}) as unknown as TypedDocumentString<CampaignPageQuery, CampaignPageQueryVariables>;
export const CampaignOpenCardsDocument = new TypedDocumentString(`
    query CampaignOpenCards($filter: OpenCardsFilter) {
  openCards(first: 40, filter: $filter) {
    epoch
    revision
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
  language
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
}`, {"hash":"sha256:c2b04e98b63d6109e927038f1f88bb44709b5927182c2085368925c5c59fde25"}) as unknown as TypedDocumentString<CampaignOpenCardsQuery, CampaignOpenCardsQueryVariables>;
export const CampaignDifferenceDocument = new TypedDocumentString(`
    query CampaignDifference($slug: String!) {
  campaign(slug: $slug) {
    id
    difference {
      deliverables
      hours
      people
      hoursToFirstClaim
      hoursToFirstDelivery
      byDay {
        day
        deliverables
      }
    }
    closing {
      closedAt
      thanks
      outcome
      pageApprovedAt
      eraseAfter
      erasedAt
    }
    viewer {
      canApprove
    }
  }
}
    `, {"hash":"sha256:76a7aad6c3ecb471cb6862aeece4e57d532fc742bb4f3ef6a9bd456a66ded925"}) as unknown as TypedDocumentString<CampaignDifferenceQuery, CampaignDifferenceQueryVariables>;
export const ApproveClosingPageDocument = new TypedDocumentString(`
    mutation ApproveClosingPage($input: ApproveClosingPageInput!) {
  approveClosingPage(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:79c077e788dc4b0aa063d8877256082e278a641af0e9be970fb40129d3009a8d"}) as unknown as TypedDocumentString<ApproveClosingPageMutation, ApproveClosingPageMutationVariables>;
export const CampaignEndingDocument = new TypedDocumentString(`
    query CampaignEnding($slug: String!) {
  campaign(slug: $slug) {
    id
    closing {
      closedAt
      thanks
      outcome
      handover {
        what
        to
        done
      }
      pageApprovedAt
      eraseAfter
      erasedAt
    }
    counts {
      claimed
      inReview
    }
    board {
      id
      snapshot {
        cards {
          id
          title
          status
        }
      }
    }
  }
  cardTemplates {
    key
    title
  }
}
    `, {"hash":"sha256:45506f7d2dea5f3e870cfdc446780de717afb626b91d965ee2d535c651ed3bb8"}) as unknown as TypedDocumentString<CampaignEndingQuery, CampaignEndingQueryVariables>;
export const CloseCampaignDocument = new TypedDocumentString(`
    mutation CloseCampaign($input: CloseCampaignInput!) {
  closeCampaign(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:fc701704f88c3018309e8462e1a4ab51b71b06b282dc6643df797a5d2fe1ee96"}) as unknown as TypedDocumentString<CloseCampaignMutation, CloseCampaignMutationVariables>;
export const UpdateClosingDocument = new TypedDocumentString(`
    mutation UpdateClosing($input: UpdateClosingInput!) {
  updateClosing(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e16ee35cd3dc011d2340e1b8109fd34ff034d788bbbe04c9ae16348fa3d1a38d"}) as unknown as TypedDocumentString<UpdateClosingMutation, UpdateClosingMutationVariables>;
export const AddDebriefDocument = new TypedDocumentString(`
    mutation AddDebrief($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    cards {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:0a778fa77c80622427a3596da44591627f03fe25828fc6ff4c1e05a703a4c269"}) as unknown as TypedDocumentString<AddDebriefMutation, AddDebriefMutationVariables>;
export const CampaignSettingsPageDocument = new TypedDocumentString(`
    query CampaignSettingsPage($slug: String!) {
  campaign(slug: $slug) {
    ...CampaignSettings
  }
}
    fragment CampaignSettings on Campaign {
  id
  slug
  title
  story
  demands
  howToHelp
  employer
  employerHidden
  startsAt
  startHidden
  timeZone
  languages
  sensitivity
  endedAt
  settings {
    leaseHours
    firstLeaseHours
    newcomerShare
    newcomerClaimLimit
    claimLimit
    craftReviewRequired
  }
  organization {
    id
    name
    members {
      role
      person {
        id
        handle
        hasLeft
      }
    }
    leadRequests {
      ...LeadRequestLine
    }
    vouches {
      person {
        id
        handle
        hasLeft
      }
      by {
        id
        handle
        hasLeft
      }
      note
      at
    }
  }
  roleLinks {
    ...RoleLinkLine
  }
  viewer {
    canManage
  }
  blockedPeople {
    person {
      id
      handle
      hasLeft
    }
    by {
      id
      handle
      hasLeft
    }
    reason
    at
  }
}
fragment RoleLinkLine on RoleLink {
  id
  label
  role
  maxUses
  uses
  expiresAt
  opens
  createdBy {
    id
    handle
  }
}
fragment LeadRequestLine on LeadRequest {
  id
  askedAt
  person {
    id
    handle
    hasLeft
  }
  campaign {
    id
    title
  }
}`, {"hash":"sha256:d977f97709964224106abec7ae2824928e9f92fc33f137d0d47ab8b693d28453"}) as unknown as TypedDocumentString<CampaignSettingsPageQuery, CampaignSettingsPageQueryVariables>;
export const UpdateCampaignDocument = new TypedDocumentString(`
    mutation UpdateCampaign($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:008cabe43bec35768db267b89995e09050fe6ad376cf75862f93ef283fc95f73"}) as unknown as TypedDocumentString<UpdateCampaignMutation, UpdateCampaignMutationVariables>;
export const SetRoleDocument = new TypedDocumentString(`
    mutation SetRole($input: SetRoleInput!) {
  setRole(input: $input) {
    membership {
      role
    }
    removal {
      id
      undoUntil
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:2574c4c86013d68f5253a34f06a565961fcb600135495588351d4dab6be46824"}) as unknown as TypedDocumentString<SetRoleMutation, SetRoleMutationVariables>;
export const UndoRoleRemovalDocument = new TypedDocumentString(`
    mutation UndoRoleRemoval($input: UndoRoleRemovalInput!) {
  undoRoleRemoval(input: $input) {
    membership {
      role
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:c22629094103c015694b47506c90c2045ff088590f712f36500c31d96b2fadea"}) as unknown as TypedDocumentString<UndoRoleRemovalMutation, UndoRoleRemovalMutationVariables>;
export const CreateRoleLinkDocument = new TypedDocumentString(`
    mutation CreateRoleLink($input: CreateRoleLinkInput!) {
  createRoleLink(input: $input) {
    address
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e5e5cbcacea9b7c0ad98542b4c615799c04a3b887179bdc8a19e4d2db4370c29"}) as unknown as TypedDocumentString<CreateRoleLinkMutation, CreateRoleLinkMutationVariables>;
export const RevokeRoleLinkDocument = new TypedDocumentString(`
    mutation RevokeRoleLink($input: RevokeRoleLinkInput!) {
  revokeRoleLink(input: $input) {
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:8fe1ab4c4cb63cdabddbfc6fdca42939dbbd612c717a431659ed23c2815a2bc9"}) as unknown as TypedDocumentString<RevokeRoleLinkMutation, RevokeRoleLinkMutationVariables>;
export const VouchDocument = new TypedDocumentString(`
    mutation Vouch($input: VouchForPersonInput!) {
  vouchForPerson(input: $input) {
    person {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:895725a972657783c80ed59e9d1553cf6daf6afe8a3d4c8bcf17fda7d33d09b5"}) as unknown as TypedDocumentString<VouchMutation, VouchMutationVariables>;
export const WithdrawVouchDocument = new TypedDocumentString(`
    mutation WithdrawVouch($input: WithdrawVouchInput!) {
  withdrawVouch(input: $input) {
    person {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:4b8f022409e827a906b29c57fa4de8e6105b98f4086363bbfea4409f903dea1b"}) as unknown as TypedDocumentString<WithdrawVouchMutation, WithdrawVouchMutationVariables>;
export const BlockPersonDocument = new TypedDocumentString(`
    mutation BlockPerson($input: BlockPersonInput!) {
  blockPerson(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:a542ac29761c9258caa4fbb997f5fabaefaa3bae5989365c8dfc95d06a7b212a"}) as unknown as TypedDocumentString<BlockPersonMutation, BlockPersonMutationVariables>;
export const UnblockPersonDocument = new TypedDocumentString(`
    mutation UnblockPerson($input: UnblockPersonInput!) {
  unblockPerson(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:01c490d9fa908cf1c7ceb93f637d9facbbb1d62ef9505e66125cf244b51c0c56"}) as unknown as TypedDocumentString<UnblockPersonMutation, UnblockPersonMutationVariables>;
export const SetStandingDocument = new TypedDocumentString(`
    mutation SetStanding($input: SetStandingInput!) {
  setStanding(input: $input) {
    person {
      id
      handle
      hasLeft
      standingHistory {
        ...StandingLine
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment StandingLine on StandingChange {
  after
  reason
  note
  at
  by {
    id
    handle
    hasLeft
  }
  card {
    id
    title
  }
}`, {"hash":"sha256:8941d37363c96ee85df4a4eb5b7900ec37b621cbbba5b1646edfa690658b97c3"}) as unknown as TypedDocumentString<SetStandingMutation, SetStandingMutationVariables>;
export const ConfirmLeadRequestDocument = new TypedDocumentString(`
    mutation ConfirmLeadRequest($input: ConfirmLeadRequestInput!) {
  confirmLeadRequest(input: $input) {
    organization {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:9736354218678cdc33bc0b113e590c711cb703ef06cb6e47e6fe3fb250b4892e"}) as unknown as TypedDocumentString<ConfirmLeadRequestMutation, ConfirmLeadRequestMutationVariables>;
export const DeclineLeadRequestDocument = new TypedDocumentString(`
    mutation DeclineLeadRequest($input: DeclineLeadRequestInput!) {
  declineLeadRequest(input: $input) {
    organization {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:47fb552307b5a320dcee5366d3b590412d0299abf9b16e153f1b40bf3c9ab835"}) as unknown as TypedDocumentString<DeclineLeadRequestMutation, DeclineLeadRequestMutationVariables>;
export const WallLinksDocument = new TypedDocumentString(`
    query WallLinks($slug: String!) {
  campaign(slug: $slug) {
    id
    slug
    title
    timeZone
    watchLinks {
      ...WatchLinkLine
    }
  }
}
    fragment WatchLinkLine on WatchLink {
  id
  label
  sensitivity
  showsHandles
  showsThanks
  createdAt
  expiresAt
  revokedAt
  createdBy {
    id
    handle
    hasLeft
  }
}`, {"hash":"sha256:92be709dab35372fc6a7ea37d08c9aa54a0c4d078ec2121e03c413cd1667d895"}) as unknown as TypedDocumentString<WallLinksQuery, WallLinksQueryVariables>;
export const CreateWatchLinkDocument = new TypedDocumentString(`
    mutation CreateWatchLink($input: CreateWatchLinkInput!) {
  createWatchLink(input: $input) {
    address
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:b52601690ac85f04bbda177cc87b793962d452c5b29b87c94215c84a457ecfc3"}) as unknown as TypedDocumentString<CreateWatchLinkMutation, CreateWatchLinkMutationVariables>;
export const RevokeWatchLinkDocument = new TypedDocumentString(`
    mutation RevokeWatchLink($input: RevokeWatchLinkInput!) {
  revokeWatchLink(input: $input) {
    campaign {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:f89eb1ee5aaf3e6bfb0c451c0733445353c8760b60ba2be5ea386f975f1483f5"}) as unknown as TypedDocumentString<RevokeWatchLinkMutation, RevokeWatchLinkMutationVariables>;
export const WallPageDocument = new TypedDocumentString(`
    query WallPage($slug: String!) {
  campaign(slug: $slug) {
    id
    title
    viewer {
      canManage
    }
  }
}
    `, {"hash":"sha256:7f1f857e8ac5e1cd96671977d856c7d5083d442c62dade7894b7b19ed622265d"}) as unknown as TypedDocumentString<WallPageQuery, WallPageQueryVariables>;
export const WallChangesDocument = new TypedDocumentString(`
    subscription WallChanges($slug: String!, $token: String) {
  wallChanges(slug: $slug, token: $token) {
    at
    wall {
      ...WallFace
    }
  }
}
    fragment WallFace on Wall {
  revision
  campaignTitle
  organizationName
  kind
  timeZone
  startsAt
  endedAt
  hoursGiven
  columns {
    status
    count
    cards {
      number
      title
      since
      handle
      partner
    }
  }
  thanks {
    text
    cardTitle
    at
  }
}`, {"hash":"sha256:dc554659dabcb6344958cf32d8110a44878a5daa41b5ffe2b4296ccfac37e1e2"}) as unknown as TypedDocumentString<WallChangesSubscription, WallChangesSubscriptionVariables>;
export const AskWayBackDocument = new TypedDocumentString(`
    mutation AskWayBack($input: AskWayBackInput!) {
  askWayBack(input: $input) {
    asked
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:4371189a3abb453685459a4538d7456f4e4fd67df1790f81b7903c063472ea2b"}) as unknown as TypedDocumentString<AskWayBackMutation, AskWayBackMutationVariables>;
export const ComeBackByLinkDocument = new TypedDocumentString(`
    mutation ComeBackByLink($input: ComeBackByLinkInput!) {
  comeBackByLink(input: $input) {
    recoveryCode
    viewer {
      person {
        id
        handle
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:cdbaca4afc55a8597defb9ef2de46c25aeb428c7d7a7b3b5fccca3ed63ff610b"}) as unknown as TypedDocumentString<ComeBackByLinkMutation, ComeBackByLinkMutationVariables>;
export const ComeBackByCodeDocument = new TypedDocumentString(`
    mutation ComeBackByCode($input: ComeBackByCodeInput!) {
  comeBackByCode(input: $input) {
    recoveryCode
    viewer {
      person {
        id
        handle
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:811e76b60ae8464cd2807258dcec728766f075e5e808493e150475998984eae2"}) as unknown as TypedDocumentString<ComeBackByCodeMutation, ComeBackByCodeMutationVariables>;
export const ConductDocument = new TypedDocumentString(`
    query Conduct {
  viewer {
    conduct {
      version
      agreedAt
    }
  }
}
    `, {"hash":"sha256:26678e142d213f98207cd96a94052318b2b79e77b6f4fe80d5842b6fb7bc238b"}) as unknown as TypedDocumentString<ConductQuery, ConductQueryVariables>;
export const AgreeToConductDocument = new TypedDocumentString(`
    mutation AgreeToConduct($input: AgreeToConductInput!) {
  agreeToConduct(input: $input) {
    viewer {
      conduct {
        agreedAt
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:7ad731f9399e6aef26cf78a19760005e022681300c750757b452e69fc8a2b86e"}) as unknown as TypedDocumentString<AgreeToConductMutation, AgreeToConductMutationVariables>;
export const DeskAskDocument = new TypedDocumentString(`
    query DeskAsk($id: ID!, $language: String!) {
  viewer {
    isCoordinator
  }
  node(id: $id) {
    __typename
    ... on Ask {
      ...AskOnDesk
    }
  }
  planOfAsk(askId: $id) {
    ...PlanInWords
  }
  cardTemplates(language: $language) {
    key
    title
    hours
    phase
  }
  campaigns(first: 100) {
    edges {
      node {
        id
        organization {
          id
          name
        }
      }
    }
  }
}
    fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}
fragment AskOnDesk on Ask {
  id
  status
  language
  contact
  submittedAt
  answerBy
  triagedAt
  triagedBy {
    id
    handle
    hasLeft
  }
  declineWords
  declineElsewhere
  likeDuplicates {
    id
    status
    submittedAt
    answers {
      organizationName
    }
  }
  answers {
    organizationName
    organizationKind
    role
    kind
    happening
    startsAt
    timeZone
    lookHere {
      label
      url
    }
    assets {
      asset
      has
    }
    approver
    worries
    worryWords
    languages
    needs
    suggestForUs
    needWords
    employer
    hideEmployer
    hideStart
    unsaid
    localHoursPerWeek
  }
}`, {"hash":"sha256:9239029c8f6a0fd22a3168dbc1d02a1ad2ebd819038d3ed149af0561d911c391"}) as unknown as TypedDocumentString<DeskAskQuery, DeskAskQueryVariables>;
export const ProposePlanDocument = new TypedDocumentString(`
    mutation ProposePlan($input: ProposePlanInput!) {
  proposePlan(input: $input) {
    plan {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:2c7866f24aae847029da24dbe97df426cf1f2e21694a8420d7c4ceed9b4ba4cc"}) as unknown as TypedDocumentString<ProposePlanMutation, ProposePlanMutationVariables>;
export const UpdatePlanDocument = new TypedDocumentString(`
    mutation UpdatePlan($input: UpdatePlanInput!) {
  updatePlan(input: $input) {
    plan {
      ...PlanInWords
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}`, {"hash":"sha256:0dd47e78831e3a941c07245aed32b7c39d2dd9cba5a07f251325ca98173862b6"}) as unknown as TypedDocumentString<UpdatePlanMutation, UpdatePlanMutationVariables>;
export const OfferPlanDocument = new TypedDocumentString(`
    mutation OfferPlan($input: OfferPlanInput!) {
  offerPlan(input: $input) {
    plan {
      ...PlanInWords
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment PlanInWords on Plan {
  id
  status
  version
  note
  localWord
  localTitle
  localAnsweredAt
  language
  hoursIncluded
  hoursRealistic
  startsAt
  timeZone
  story
  employer
  employerUnsaid
  startUnsaid
  title
  slug
  kind
  organizationId
  organizationName
  organizationKind
  offeredAt
  agreedAt
  campaignSlug
  hasOrganizer
  leadNeedsYes
  leadWaits
  items {
    templateKey
    included
    struck
    reason
    leftOut
    language
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    caution
    dueOffsetHours
    dueAt
  }
}`, {"hash":"sha256:521db2bfc9c50d08a00149b666292f4e84456c08b6b51c80cb5fcaf468e6eee5"}) as unknown as TypedDocumentString<OfferPlanMutation, OfferPlanMutationVariables>;
export const TakeAskDocument = new TypedDocumentString(`
    mutation TakeAsk($input: TakeAskInput!) {
  takeAsk(input: $input) {
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:7239a321e6804a562af366d3edfa7e2ba85f78ced3ac98d8524dbfc9ba1a3bf3"}) as unknown as TypedDocumentString<TakeAskMutation, TakeAskMutationVariables>;
export const DeclineAskDocument = new TypedDocumentString(`
    mutation DeclineAsk($input: DeclineAskInput!) {
  declineAsk(input: $input) {
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:8d34d87ccbcbf1508f7194a6a68a8555b32308b94ef6755de2ba91eae00e3e6a"}) as unknown as TypedDocumentString<DeclineAskMutation, DeclineAskMutationVariables>;
export const DeskPageDocument = new TypedDocumentString(`
    query DeskPage {
  campaigns(first: 100) {
    edges {
      node {
        id
        slug
        title
        endedAt
      }
    }
  }
  mailUse {
    thisHour
    perHour
    thisDay
    perDay
    codesThisHour
    codesPerHour
    codesThisDay
    codesPerDay
  }
}
    `, {"hash":"sha256:71c51fdca4249294a19c0c3fa67e8a5ab940a27ac8f20d01358dfc71dcc8d2c0"}) as unknown as TypedDocumentString<DeskPageQuery, DeskPageQueryVariables>;
export const DeskDocument = new TypedDocumentString(`
    query Desk($filter: DeskFilter, $first: Int!, $after: String, $asks: Boolean!, $heldAsks: Boolean!, $campaigns: Boolean!, $quietCards: Boolean!, $quietPeople: Boolean!, $newcomers: Boolean!, $handIns: Boolean!) {
  desk(filter: $filter) {
    sections {
      section
      total
      late
      since
    }
    asks(first: $first, after: $after) @include(if: $asks) {
      edges {
        node {
          ...DeskAsk
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    heldAsks(first: $first, after: $after) @include(if: $heldAsks) {
      edges {
        node {
          ...DeskAsk
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    campaigns(first: $first, after: $after) @include(if: $campaigns) {
      edges {
        node {
          ...DeskCampaign
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    quietCards(first: $first, after: $after) @include(if: $quietCards) {
      edges {
        node {
          ...DeskQuietCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    quietPeople(first: $first, after: $after) @include(if: $quietPeople) {
      edges {
        node {
          ...DeskQuietPerson
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    newcomers(first: $first, after: $after) @include(if: $newcomers) {
      edges {
        node {
          ...DeskNewcomer
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    handIns(first: $first, after: $after) @include(if: $handIns) {
      edges {
        node {
          ...DeskCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeskAsk on WaitingAsk {
  askId
  organizationName
  kind
  startsAt
  language
  submittedAt
  answerBy
  takenAt
  takenBy {
    id
    handle
    hasLeft
  }
}
fragment DeskCampaign on CampaignPulse {
  campaign {
    id
    slug
    title
    kind
    organization {
      id
      name
    }
  }
  open
  held
  inReview
  waiting
  waitingSince
  late
  quiet
  since
}
fragment DeskCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  handedInAt
  claim {
    id
    expiresAt
  }
  waiting {
    since
  }
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}
fragment DeskQuietCard on QuietCard {
  why
  since
  late
  card {
    ...DeskCard
  }
  match {
    isGood
    person {
      id
      handle
      hasLeft
    }
    invitation {
      id
    }
  }
}
fragment DeskQuietPerson on QuietPerson {
  person {
    id
    handle
    hasLeft
    standing
  }
  held
  lastSeenAt
  since
  late
  card {
    ...DeskCard
  }
}
fragment DeskNewcomer on NewcomerToVet {
  person {
    id
    handle
    hasLeft
    skills
    joinedAt
  }
  finished
  inReview
  held
  since
  late
  card {
    ...DeskCard
  }
}`, {"hash":"sha256:6e8d2a75169b652f6d13c258b778d706e798c0392f2ce1b8823238278a06ef59"}) as unknown as TypedDocumentString<DeskQuery, DeskQueryVariables>;
export const DeskChangedDocument = new TypedDocumentString(`
    subscription DeskChanged {
  deskChanged {
    revision
    stale
  }
}
    `, {"hash":"sha256:77a1bd9580eb880feafec0c3f8f34db4a6b9a98e97776ce4c045c3ec568fd6b9"}) as unknown as TypedDocumentString<DeskChangedSubscription, DeskChangedSubscriptionVariables>;
export const ReleaseAskDocument = new TypedDocumentString(`
    mutation ReleaseAsk($input: ReleaseAskInput!) {
  releaseAsk(input: $input) {
    ask {
      id
      status
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:87e209dfe4c904b186767b9b9d44fa3e70556ba28c70083beca2420ef54e8e62"}) as unknown as TypedDocumentString<ReleaseAskMutation, ReleaseAskMutationVariables>;
export const DeskSetStandingDocument = new TypedDocumentString(`
    mutation DeskSetStanding($input: SetStandingInput!) {
  setStanding(input: $input) {
    person {
      id
      standing
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:44fa7cd5f557d73adcce5fac20230eac8f3d2742301a77b7beb1ae75042fe4a9"}) as unknown as TypedDocumentString<DeskSetStandingMutation, DeskSetStandingMutationVariables>;
export const DeskTakeBackDocument = new TypedDocumentString(`
    mutation DeskTakeBack($input: TakeBackCardInput!) {
  takeBackCard(input: $input) {
    boardRevision
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:e1ee68b8f5c9c90bb1f15161a8373dec634a5b9efd991cecc5051dfc87c469b0"}) as unknown as TypedDocumentString<DeskTakeBackMutation, DeskTakeBackMutationVariables>;
export const DeskCancelDocument = new TypedDocumentString(`
    mutation DeskCancel($input: CancelCardInput!) {
  cancelCard(input: $input) {
    boardRevision
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:6b022fdfb4009a9c4162424b50aa9e029af3ebf5cb8f7609dca883098d83e034"}) as unknown as TypedDocumentString<DeskCancelMutation, DeskCancelMutationVariables>;
export const DeskPeopleDocument = new TypedDocumentString(`
    query DeskPeople($filter: PeopleFilter, $after: String) {
  desk {
    people(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...DeskPersonLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeskPersonLine on DeskPerson {
  held
  finished
  lastSeenAt
  heldSince
  heldNote
  standingBefore
  person {
    id
    handle
    standing
    skills
  }
}`, {"hash":"sha256:b6e2e0d61398c9a870d625e631358643a6eed841d540d63ba7ab42920a4a3fdf"}) as unknown as TypedDocumentString<DeskPeopleQuery, DeskPeopleQueryVariables>;
export const ProgrammeDocument = new TypedDocumentString(`
    query Programme {
  programme {
    finishers
    returned
    waits {
      wait
      side
      count
      medianHours
    }
    losses {
      skill
      phase
      handedBack
      expired
      takenBack
      quiet
    }
  }
}
    `, {"hash":"sha256:00dc961fbd58eea1dbbef07b2b08c249e813f83eddd1e31b993c14fd7b175569"}) as unknown as TypedDocumentString<ProgrammeQuery, ProgrammeQueryVariables>;
export const DeskTemplatesDocument = new TypedDocumentString(`
    query DeskTemplates($language: String!) {
  viewer {
    isCoordinator
  }
  cardTemplates(withRetired: true, language: $language) {
    ...TemplateWords
  }
}
    fragment TemplateWords on CardTemplate {
  key
  version
  retired
  language
  writtenIn
  title
  deliverable
  skill
  hours
  phase
  localSupplies
  sensitivity
  caution
  dueOffsetHours
}`, {"hash":"sha256:b7c3fb62712cc2741d3213efcb8058960f442dfbcd01262380228bfa7fb844a2"}) as unknown as TypedDocumentString<DeskTemplatesQuery, DeskTemplatesQueryVariables>;
export const TemplateFromCardDocument = new TypedDocumentString(`
    query TemplateFromCard($id: ID!) {
  node(id: $id) {
    __typename
    ... on Card {
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
}
    `, {"hash":"sha256:9a05a7497280a9cd3cd4e2425e3feb789627f26bee686a3dc84c30286670adfa"}) as unknown as TypedDocumentString<TemplateFromCardQuery, TemplateFromCardQueryVariables>;
export const TemplateHistoryDocument = new TypedDocumentString(`
    query TemplateHistory($key: ID!, $language: String!) {
  cardTemplate(key: $key, language: $language) {
    key
    history {
      template {
        ...TemplateWords
      }
      editedAt
      editedBy {
        handle
        hasLeft
      }
    }
  }
}
    fragment TemplateWords on CardTemplate {
  key
  version
  retired
  language
  writtenIn
  title
  deliverable
  skill
  hours
  phase
  localSupplies
  sensitivity
  caution
  dueOffsetHours
}`, {"hash":"sha256:b984e94ff581e9db4fa8f7c05988975be80b18b6cb0322faac79bd6a03d3cee6"}) as unknown as TypedDocumentString<TemplateHistoryQuery, TemplateHistoryQueryVariables>;
export const SaveTemplateDocument = new TypedDocumentString(`
    mutation SaveTemplate($input: SaveTemplateInput!) {
  saveTemplate(input: $input) {
    template {
      ...TemplateWords
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment TemplateWords on CardTemplate {
  key
  version
  retired
  language
  writtenIn
  title
  deliverable
  skill
  hours
  phase
  localSupplies
  sensitivity
  caution
  dueOffsetHours
}`, {"hash":"sha256:6d3b50f7eee2299bad5148e1f35b9cc0a737961cdfe5e97656855ce6bb401f38"}) as unknown as TypedDocumentString<SaveTemplateMutation, SaveTemplateMutationVariables>;
export const RetireTemplateDocument = new TypedDocumentString(`
    mutation RetireTemplate($input: RetireTemplateInput!) {
  retireTemplate(input: $input) {
    template {
      ...TemplateWords
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment TemplateWords on CardTemplate {
  key
  version
  retired
  language
  writtenIn
  title
  deliverable
  skill
  hours
  phase
  localSupplies
  sensitivity
  caution
  dueOffsetHours
}`, {"hash":"sha256:a3a03e44d106827ccab93f95a05c13a343d6a192e65743157be88077ba13d1d2"}) as unknown as TypedDocumentString<RetireTemplateMutation, RetireTemplateMutationVariables>;
export const LandingForYouDocument = new TypedDocumentString(`
    query LandingForYou {
  viewer {
    cardsForYou(first: 12) {
      card {
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
  language
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
}`, {"hash":"sha256:0efbc6cb709eab422922ada203cd320598463d47e2506547bf3087a39e6a18d0"}) as unknown as TypedDocumentString<LandingForYouQuery, LandingForYouQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($after: String) {
  viewer {
    waitingCount
    waiting(first: 50, after: $after) {
      edges {
        node {
          ...WaitingLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    memberships {
      role
      organization {
        id
        name
        campaigns(first: 10) {
          edges {
            node {
              id
              slug
              title
              endedAt
            }
          }
        }
      }
    }
  }
}
    fragment WaitingLine on WaitingForYou {
  kind
  since
  campaign {
    id
    slug
    title
    timeZone
  }
  card {
    id
    number
    title
  }
  person {
    id
    handle
  }
}`, {"hash":"sha256:09356c2db7e6babcfea1398ef5acbe1277075a9760439ca9a93ef2b95c699524"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
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
  language
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
}`, {"hash":"sha256:46ac4fa1a26615f60328227ce73879fbce6c56526cbbe6ddb83e637a69ebcaba"}) as unknown as TypedDocumentString<CardToClaimQuery, CardToClaimQueryVariables>;
export const LandingDocument = new TypedDocumentString(`
    query Landing($filter: OpenCardsFilter) {
  campaigns(first: 30) {
    edges {
      node {
        ...CampaignFace
      }
    }
  }
  openCards(first: 40, filter: $filter) {
    edges {
      node {
        ...OpenCard
      }
    }
    pageInfo {
      hasNextPage
    }
    epoch
    revision
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
  language
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
  closing {
    outcome
  }
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}`, {"hash":"sha256:7b00503f177a42ba741219a29cbb34c4ec69978807b045db50b14aa4beb4ab17"}) as unknown as TypedDocumentString<LandingQuery, LandingQueryVariables>;
export const AvailabilityDocument = new TypedDocumentString(`
    query Availability {
  viewer {
    availability {
      ...Availability
    }
  }
}
    fragment Availability on Availability {
  weeklyHours
  hoursLeft
  pausedFrom
  pausedUntil
  isPaused
  timeZone
  notSkills
  notKinds
}`, {"hash":"sha256:99b673f21b232e33f1c90b4f9ad92325434fec611e35e8d8a18eb7e747bf52ec"}) as unknown as TypedDocumentString<AvailabilityQuery, AvailabilityQueryVariables>;
export const UpdateAvailabilityDocument = new TypedDocumentString(`
    mutation UpdateAvailability($input: UpdateAvailabilityInput!) {
  updateAvailability(input: $input) {
    viewer {
      availability {
        ...Availability
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment Availability on Availability {
  weeklyHours
  hoursLeft
  pausedFrom
  pausedUntil
  isPaused
  timeZone
  notSkills
  notKinds
}`, {"hash":"sha256:42fda541dbbd761c25a7d81d82d5298b52173c9265b7fa7585543fd49876e18a"}) as unknown as TypedDocumentString<UpdateAvailabilityMutation, UpdateAvailabilityMutationVariables>;
export const ContactDocument = new TypedDocumentString(`
    query Contact {
  viewer {
    isCoordinator
    pushKey
    contact {
      ...ContactParts
    }
    notificationChoice {
      ...ChoiceParts
    }
  }
}
    fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}
fragment ChoiceParts on NotificationChoice {
  email
  push
  mutedKinds
  quietFrom
  quietUntil
  digest
  timeZone
  language
}`, {"hash":"sha256:e6ec6aed0a1fffbfce831626ab25826de732067a07c6778e89d7126944e910a9"}) as unknown as TypedDocumentString<ContactQuery, ContactQueryVariables>;
export const SetEmailDocument = new TypedDocumentString(`
    mutation SetEmail($input: SetEmailInput!) {
  setEmail(input: $input) {
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:26957e9b87c3772fa7ba2956f71e1ac79e3b218fa1dc6aeb6c1b2864d11187f2"}) as unknown as TypedDocumentString<SetEmailMutation, SetEmailMutationVariables>;
export const ConfirmEmailDocument = new TypedDocumentString(`
    mutation ConfirmEmail($input: ConfirmEmailInput!) {
  confirmEmail(input: $input) {
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:f4d267ca82097fa22e452f794f588a80b044d15b0b8305611abbbbd0390445f8"}) as unknown as TypedDocumentString<ConfirmEmailMutation, ConfirmEmailMutationVariables>;
export const RemoveEmailDocument = new TypedDocumentString(`
    mutation RemoveEmail {
  removeEmail {
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:d5015c1c018575fb864bdf8ec7bc849fa6094ec893a960907ebdb875c2f8ed83"}) as unknown as TypedDocumentString<RemoveEmailMutation, RemoveEmailMutationVariables>;
export const AddPushSubscriptionDocument = new TypedDocumentString(`
    mutation AddPushSubscription($input: AddPushSubscriptionInput!) {
  addPushSubscription(input: $input) {
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:7c8c22f8c18d6fa0d45fdcb9b69c0ebc816dd31f0d6747ed1d8ef5497010a036"}) as unknown as TypedDocumentString<AddPushSubscriptionMutation, AddPushSubscriptionMutationVariables>;
export const RemovePushSubscriptionDocument = new TypedDocumentString(`
    mutation RemovePushSubscription($input: RemovePushSubscriptionInput!) {
  removePushSubscription(input: $input) {
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:879d4433dc9b714fe1a5f173b63a8a7deff459571e0eaa1d05ae0e125b2b4c85"}) as unknown as TypedDocumentString<RemovePushSubscriptionMutation, RemovePushSubscriptionMutationVariables>;
export const CreateCalendarFeedDocument = new TypedDocumentString(`
    mutation CreateCalendarFeed {
  createCalendarFeed {
    address
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:d7801435b7738e0ebf63db23353c9d6003a54641e77642cadab3493b87faeef0"}) as unknown as TypedDocumentString<CreateCalendarFeedMutation, CreateCalendarFeedMutationVariables>;
export const RevokeCalendarFeedDocument = new TypedDocumentString(`
    mutation RevokeCalendarFeed {
  revokeCalendarFeed {
    contact {
      ...ContactParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ContactParts on ViewerContact {
  email
  emailConfirmed
  pushDevices
  calendarSince
}`, {"hash":"sha256:f923d72db5c3de302656f84dda71889633d0cdc0f9843ec07988d88a9780d545"}) as unknown as TypedDocumentString<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>;
export const UpdateNotificationChoiceDocument = new TypedDocumentString(`
    mutation UpdateNotificationChoice($input: UpdateNotificationChoiceInput!) {
  updateNotificationChoice(input: $input) {
    choice {
      ...ChoiceParts
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment ChoiceParts on NotificationChoice {
  email
  push
  mutedKinds
  quietFrom
  quietUntil
  digest
  timeZone
  language
}`, {"hash":"sha256:6dc95ce5dc6a2adfef5d6c64901593ba71445617521812ce523b98e0be0128f0"}) as unknown as TypedDocumentString<UpdateNotificationChoiceMutation, UpdateNotificationChoiceMutationVariables>;
export const MyDifferenceDocument = new TypedDocumentString(`
    query MyDifference {
  viewer {
    isCoordinator
    person {
      id
      handle
      publicPage {
        handle
        showThanks
      }
    }
    difference {
      cards
      hours
      fights
      bySkill {
        ...SkillSum
      }
      byMonth {
        ...MonthSum
      }
      thanks(first: 6) {
        edges {
          node {
            id
            title
            thanks {
              text
              from {
                id
                handle
                hasLeft
              }
            }
            campaign {
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
    fragment SkillSum on SkillSum {
  skill
  cards
  hours
}
fragment MonthSum on MonthSum {
  month
  cards
  hours
}`, {"hash":"sha256:df4bf4ad8ea1f2c55f4f3041fc572352d12a68853dbb7fce5315d6706e4f1934"}) as unknown as TypedDocumentString<MyDifferenceQuery, MyDifferenceQueryVariables>;
export const SetPublicPageDocument = new TypedDocumentString(`
    mutation SetPublicPage($input: SetPublicPageInput!) {
  setPublicPage(input: $input) {
    publicPage {
      handle
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:21e4924c00fa0623254d6968bd8f8f36fa35a3c25098583ace2941f469e217b7"}) as unknown as TypedDocumentString<SetPublicPageMutation, SetPublicPageMutationVariables>;
export const ForYouDocument = new TypedDocumentString(`
    query ForYou {
  viewer {
    availability {
      weeklyHours
      hoursLeft
      pausedUntil
      isPaused
    }
    invitations {
      ...MyInvitation
    }
    cardsForYou(first: 6) {
      isGood
      reasons {
        ...Why
      }
      card {
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
  language
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
fragment Why on MatchReason {
  code
  hours
  count
  language
}
fragment MyInvitation on Invitation {
  id
  expiresAt
  invitedBy {
    id
    handle
    hasLeft
  }
  card {
    ...OpenCard
    campaign {
      organization {
        id
        name
      }
    }
  }
}`, {"hash":"sha256:d5eb36f63243d39868de68c038e21a1c0c26758748036cb72ac772c4624434ad"}) as unknown as TypedDocumentString<ForYouQuery, ForYouQueryVariables>;
export const DeclineInvitationDocument = new TypedDocumentString(`
    mutation DeclineInvitation($input: DeclineInvitationInput!) {
  declineInvitation(input: $input) {
    invitation {
      id
      state
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:da041de2781366ed3af319b28f2292d339a1941de1a5d03a5ff762f9bdf9d1ef"}) as unknown as TypedDocumentString<DeclineInvitationMutation, DeclineInvitationMutationVariables>;
export const EraseMyselfDocument = new TypedDocumentString(`
    mutation EraseMyself($input: EraseMyselfInput!) {
  eraseMyself(input: $input) {
    erased
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:7e9236c78254fe0cbff51e2d5e4b34a814798290ffc694306818941fd5e1154a"}) as unknown as TypedDocumentString<EraseMyselfMutation, EraseMyselfMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me($after: String) {
  viewer {
    person {
      id
      standingHistory {
        ...StandingLine
      }
      vouches {
        organization {
          id
          name
        }
        by {
          id
          handle
          hasLeft
        }
        note
      }
    }
    conduct {
      agreedAt
    }
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
  language
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
    toConfirm
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
      hasLeft
    }
  }
}
fragment StandingLine on StandingChange {
  after
  reason
  note
  at
  by {
    id
    handle
    hasLeft
  }
  card {
    id
    title
  }
}`, {"hash":"sha256:d04c94d09183a22eea5fc0649af5c15f5544d0752eb1d913fb7d5e72495361c6"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const NoticesDocument = new TypedDocumentString(`
    query Notices($lane: NotificationLane!, $after: String) {
  viewer {
    unreadNotifications
    fromPeople: unreadNotifications(lane: PEOPLE)
    fromSystem: unreadNotifications(lane: SYSTEM)
    notifications(lane: $lane, first: 30, after: $after) {
      edges {
        node {
          id
          kind
          at
          readAt
          role
          about {
            id
            handle
            hasLeft
          }
          organization {
            id
            name
          }
          card {
            id
            number
            title
            status
            changesRequestedAt
            briefChangedAt
            craftReviewedAt
            waiting {
              since
            }
          }
          campaign {
            id
            slug
            title
            timeZone
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:045b6a206f1eddacbc551c1c490e7f75ab319a8f1c2573023cf7d062f5cb1fe7"}) as unknown as TypedDocumentString<NoticesQuery, NoticesQueryVariables>;
export const MarkNotificationsReadDocument = new TypedDocumentString(`
    mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
  markNotificationsRead(input: $input) {
    unreadNotifications
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:948896067a6416e726f05177484ab9e3292fbc187d214ffba805189f04d5a265"}) as unknown as TypedDocumentString<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
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
    `, {"hash":"sha256:66a7e6fb78aa02cc450d311bfd5fd8205f81d12ac7df856aab122f88cbc0eb64"}) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const MyTogetherDocument = new TypedDocumentString(`
    query MyTogether($after: String) {
  viewer {
    person {
      id
    }
    heldCards {
      ...HeldTogether
    }
    finishedCards(first: 20, after: $after) {
      edges {
        node {
          ...HeldTogether
        }
      }
    }
  }
}
    fragment HeldTogether on Card {
  id
  forTwo
  holder {
    id
    handle
    hasLeft
  }
  partner {
    id
    handle
    hasLeft
  }
}`, {"hash":"sha256:684f835264d24b47568400b101d868b9683e2a768d7688dc004524afd14090ba"}) as unknown as TypedDocumentString<MyTogetherQuery, MyTogetherQueryVariables>;
export const AskToResumeDocument = new TypedDocumentString(`
    query AskToResume($token: String!) {
  askByLink(token: $token) {
    ...AskToWrite
  }
}
    fragment AskToWrite on Ask {
  id
  status
  hasContact
  answers {
    organizationName
    organizationKind
    role
    kind
    happening
    startsAt
    timeZone
    lookHere {
      label
      url
    }
    assets {
      asset
      has
    }
    approver
    worries
    worryWords
    languages
    needs
    suggestForUs
    needWords
    hideEmployer
    hideStart
    employer
    unsaid
    localHoursPerWeek
  }
}`, {"hash":"sha256:4f9a5e0ffb6ba70f6eda528a4726f43090e797fa35088eb159bc4d34b1f8b111"}) as unknown as TypedDocumentString<AskToResumeQuery, AskToResumeQueryVariables>;
export const StartAskDocument = new TypedDocumentString(`
    mutation StartAsk($input: StartAskInput!) {
  startAsk(input: $input) {
    token
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:0595842037ba8cbc5820cd7087dc135defcf299c0ec97e1f74b94ede6b02303e"}) as unknown as TypedDocumentString<StartAskMutation, StartAskMutationVariables>;
export const SaveAskAnswersDocument = new TypedDocumentString(`
    mutation SaveAskAnswers($input: SaveAskAnswersInput!) {
  saveAskAnswers(input: $input) {
    ask {
      ...AskToWrite
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}
fragment AskToWrite on Ask {
  id
  status
  hasContact
  answers {
    organizationName
    organizationKind
    role
    kind
    happening
    startsAt
    timeZone
    lookHere {
      label
      url
    }
    assets {
      asset
      has
    }
    approver
    worries
    worryWords
    languages
    needs
    suggestForUs
    needWords
    hideEmployer
    hideStart
    employer
    unsaid
    localHoursPerWeek
  }
}`, {"hash":"sha256:28f6a1deb81b27057aa4ec777f18d4ecc81c4ca0758ff37e1c275f0dd82e3961"}) as unknown as TypedDocumentString<SaveAskAnswersMutation, SaveAskAnswersMutationVariables>;
export const SubmitAskDocument = new TypedDocumentString(`
    mutation SubmitAsk($input: SubmitAskInput!) {
  submitAsk(input: $input) {
    ask {
      id
      status
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:ac181ad2cba212f9db194ad75cd7d8f60929d3b9fb0dbc12486d5d4494901f9a"}) as unknown as TypedDocumentString<SubmitAskMutation, SubmitAskMutationVariables>;
export const NewCampaignPageDocument = new TypedDocumentString(`
    query NewCampaignPage($language: String!) {
  viewer {
    isCoordinator
    memberships {
      role
      organization {
        id
        name
      }
    }
  }
  campaigns(first: 100) {
    edges {
      node {
        id
        organization {
          id
          name
        }
      }
    }
  }
  cardTemplates(language: $language) {
    language
    key
    title
    phase
    hours
  }
}
    `, {"hash":"sha256:fb6c157ccedc5aa440097af34b67b8efd4b1ab56fd0664c5ba72defd8b8904c0"}) as unknown as TypedDocumentString<NewCampaignPageQuery, NewCampaignPageQueryVariables>;
export const CreateOrganizationDocument = new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    organization {
      id
      name
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:38da90e2ad1c562ea1c9041c3f6b4dd64d7a17ed5c4cb35a7b3c1f9d794e37ba"}) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const CreateCampaignDocument = new TypedDocumentString(`
    mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign {
      id
      slug
      title
      board {
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
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:8ba5f01ec4537fb0edac7ee32aa07e5f7010bf7f1071d5b825213319f32d3f91"}) as unknown as TypedDocumentString<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const FirstBoardDocument = new TypedDocumentString(`
    mutation FirstBoard($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    boardRevision
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:5948faee3997a3a9a463b711681f693afbebe62f0d290c8dccc0c1cfa0155d95"}) as unknown as TypedDocumentString<FirstBoardMutation, FirstBoardMutationVariables>;
export const PublicPageDocument = new TypedDocumentString(`
    query PublicPage($handle: String!) {
  publicPage(handle: $handle) {
    handle
    cards
    hours
    fights
    bySkill {
      ...SkillSum
    }
    byMonth {
      ...MonthSum
    }
    works {
      title
      skill
      finishedAt
      campaignSlug
      campaignTitle
      thanks
    }
  }
}
    fragment SkillSum on SkillSum {
  skill
  cards
  hours
}
fragment MonthSum on MonthSum {
  month
  cards
  hours
}`, {"hash":"sha256:bf85aa76b0298ccca8de0e71c35089f4e3eebb89d0badbb4315af7b26928f6a4"}) as unknown as TypedDocumentString<PublicPageQuery, PublicPageQueryVariables>;
export const RoleByLinkDocument = new TypedDocumentString(`
    query RoleByLink($token: String!) {
  roleByLink(token: $token) {
    offer {
      role
      organizationName
      campaignTitle
      campaignSlug
      madeBy
      expiresAt
      has
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:256e01cf8512d159f10d71acb925a389c19e76fe2aacc60ccefcce7f42c18137"}) as unknown as TypedDocumentString<RoleByLinkQuery, RoleByLinkQueryVariables>;
export const AcceptRoleLinkDocument = new TypedDocumentString(`
    mutation AcceptRoleLink($input: AcceptRoleLinkInput!) {
  acceptRoleLink(input: $input) {
    campaignSlug
    role
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  why
  message
  ... on InvalidInput {
    field
    reason
    limit
    about
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
  ... on CardInTheWay {
    card {
      id
      number
      title
    }
  }
  ... on WrongStatus {
    status
  }
  ... on ApprovalLinkInvalid {
    problem
  }
  ... on StaleCard {
    changedFields
  }
  ... on StaleFields {
    stale: fields {
      field
      now
    }
  }
}`, {"hash":"sha256:1480f2c509611219e38389136802985a54cbcf5503db6145dccfd8c36aa7d9c1"}) as unknown as TypedDocumentString<AcceptRoleLinkMutation, AcceptRoleLinkMutationVariables>;