import { each, type ReadingRule } from './rules.ts';

/** Who reads what belongs to campaigns, boards, cards, reviews, people, organizations and trust. */
export const READING_OF_CORE: Record<string, ReadingRule> = {
  'Query.node': 'no more than one may read',
  'Query.card': 'no more than one may read',
  'Query.campaign': 'no more than one may read',
  'Query.campaigns': 'readable campaigns',
  'Query.openCards': 'open cards one may read',
  ...each(
    'open cards one may read',
    'OpenCardConnection.edges OpenCardConnection.nodes OpenCardConnection.totalCount OpenCardConnection.pageInfo OpenCardConnection.epoch OpenCardConnection.revision',
  ),
  'Query.organizations': 'organizations one may know of',
  'Query.organization': 'organizations one may know of',
  ...each(
    'organizations one may know of',
    `OrganizationConnection.edges OrganizationConnection.nodes OrganizationConnection.totalCount
    OrganizationConnection.pageInfo OrganizationEdge.cursor OrganizationEdge.node`,
  ),
  ...each(
    'anyone',
    `Query.rateLimit RateLimit.policy RateLimit.limit RateLimit.window RateLimit.cost RateLimit.remaining
    RateLimit.resetsAt`,
  ),
  'Query.viewer': 'self',
  // Trust.
  'Query.approvalByLink': 'whoever has the link',
  'Query.recapByLink': 'whoever has the link',

  ...each(
    'reader',
    `
    Campaign.id Campaign.slug Campaign.title Campaign.kind Campaign.story Campaign.demands Campaign.howToHelp
    Campaign.employerHidden Campaign.startHidden Campaign.timeZone Campaign.languages Campaign.sensitivity
    Campaign.endedAt Campaign.url Campaign.settings Campaign.organization Campaign.board
    CampaignSettings.leaseHours CampaignSettings.firstLeaseHours CampaignSettings.newcomerShare
    CampaignSettings.newcomerClaimLimit CampaignSettings.claimLimit
    CampaignSettings.craftReviewRequired`,
  ),
  'Campaign.employer': 'team where hidden',
  'Campaign.startsAt': 'team where hidden',
  'Campaign.counts': 'counts of readable cards',
  'Campaign.thanks': 'readable cards',
  'Campaign.viewer': 'rights here',
  'Campaign.lastImport': 'self',
  ...each(
    'self',
    'LastImport.boardRevision LastImport.format LastImport.cardCount LastImport.at LastImport.undoUntil',
  ),
  ...each(
    'counts of readable cards',
    `
    CampaignCounts.open CampaignCounts.claimed CampaignCounts.inReview CampaignCounts.done
    CampaignCounts.hoursOpen CampaignCounts.hoursGiven CampaignCounts.waiting CampaignCounts.waitingSince
    CampaignCounts.hoursClaimed CampaignCounts.hoursInReview`,
  ),
  ...each(
    'rights here',
    `
    CampaignViewer.sensitivity CampaignViewer.role CampaignViewer.isTeam CampaignViewer.canManage
    CampaignViewer.canApprove CampaignViewer.canReviewCraft CampaignViewer.claimLimit CampaignViewer.claimRefusal`,
  ),

  'Board.id': 'reader',
  'Board.campaign': 'reader',
  'Board.snapshot': 'readable cards',
  'Board.cards': 'readable cards',
  'Board.activity': 'events of readable cards',
  'Board.templateKeys': 'team alone',
  'BoardSnapshot.epoch': 'epoch of the level',
  'BoardSnapshot.revision': 'reader',
  'BoardSnapshot.cards': 'readable cards',
  ...each(
    'events of readable cards',
    `
    BoardEvent.id BoardEvent.revision BoardEvent.kind BoardEvent.at BoardEvent.actor BoardEvent.cardId BoardEvent.cardNumber
    BoardEvent.cardTitle BoardEvent.cardCount`,
  ),

  ...each(
    'reader',
    `
    Card.id Card.url Card.number Card.title Card.deliverable Card.localSupplies Card.outOfScope Card.caution Card.skill
    Card.language
    Card.hours Card.phase Card.languages Card.sensitivity Card.links Card.checklist Card.status Card.position
    Card.version Card.claim Card.waiting Card.changesRequestedAt Card.handedInAt Card.craftReviewedAt
    Card.finishedAt Card.thanks Card.lastHandBack Card.draftKept Card.commentCount Card.createdAt Card.updatedAt
    Card.lookAskedAt Card.briefChangedAt Card.nextLook NextLook.gate NextLook.by
    Card.board Card.campaign Card.holder Card.partner Card.forTwo Card.craftReviewer Card.dueOffsetHours
    Claim.id Claim.claimedAt Claim.expiresAt Claim.leaseHours Claim.toConfirm Claim.extensions
    Waiting.since Waiting.reason Thanks.text Thanks.at Thanks.from HandBack.at HandBack.how HandBack.by
    Link.label Link.url ChecklistItem.id ChecklistItem.text ChecklistItem.done Card.files`,
  ),
  // Of what the place they stand in shows; `core/file/read-file.ts` decides on the bytes, and its test on that.
  ...each(
    'no more than one may read',
    `
    File.id File.use File.name File.mediaType File.bytes File.received File.state File.problem File.address File.viewAddress
    File.thumbnails File.uploadAddress File.startedAt File.shown FileThumbnail.address FileThumbnail.width FileThumbnail.height`,
  ),
  ...each(
    'old brief',
    `
    Card.briefBefore Brief.title Brief.deliverable Brief.localSupplies Brief.outOfScope Brief.caution Brief.skill
    Brief.hours Brief.phase Brief.dueOffsetHours Brief.languages Brief.links Brief.checklist Brief.dueAt`,
  ),
  'Card.uploads': 'uploads',
  'Card.dueAt': 'due moment',
  'Card.activity': 'reader',
  'Card.comments': 'signed in',
  'Card.work': 'work',
  'CardWork.handIns': 'work',
  'CardWork.leftFiles': 'work',
  'CardWork.drafts': 'drafts',
  ...each(
    'work',
    `
    HandIn.id HandIn.note HandIn.links HandIn.at HandIn.craftReviewedAt HandIn.craftNote HandIn.outcome
    HandIn.reviewNote HandIn.reviewedAt HandIn.person HandIn.craftReviewer HandIn.reviewer HandIn.files`,
  ),
  ...each('drafts', 'Draft.note Draft.links Draft.savedAt Draft.keptAt Draft.person'),
  ...each(
    'signed in',
    'Comment.id Comment.text Comment.at Comment.editedAt Comment.removed Comment.person Comment.saidBy',
  ),

  ...each('anyone', 'Person.id Person.handle Person.hasLeft Person.url'),
  ...each('profile', 'Person.skills Person.languages Person.standing Person.joinedAt'),
  ...each('anyone', 'Organization.id Organization.slug Organization.name Organization.kind'),
  'Organization.url': 'where lists name it',
  ...each(
    'sums of readable open cards',
    'Organization.openWork OpenWorkSum.skill OpenWorkSum.cards OpenWorkSum.hours',
  ),
  'Organization.members': 'members',
  'Organization.leadRequests': 'organizers and coordinators',
  ...each(
    'organizers and coordinators',
    'LeadRequest.id LeadRequest.person LeadRequest.campaign LeadRequest.askedAt',
  ),
  'Organization.campaigns': 'readable campaigns',
  ...each('members', 'Membership.role Membership.organization Membership.person'),

  ...each(
    'self',
    `
    Viewer.person Viewer.isCoordinator Viewer.memberships Viewer.sessions Viewer.heldCards Viewer.finishedCards
    Viewer.finishedCount Viewer.hoursGiven
    Session.id Session.device Session.createdAt Session.lastSeenAt Session.current`,
  ),

  // Trust.
  ...each('reader', 'Card.cautionClearedAt Card.cautionClearedBy'),
  'Card.approvalLinks': 'team, else null',
  'HandIn.reviewedByLink': 'team, else null',
  ...each('team, else null', 'HandIn.linkMadeBy BoardEvent.byLink LinkUsed.label LinkUsed.madeBy'),
  ...each(
    'team, else null',
    `
    ApprovalLink.id ApprovalLink.label ApprovalLink.createdBy ApprovalLink.createdAt ApprovalLink.expiresAt
    ApprovalLink.openedAt ApprovalLink.usedAt ApprovalLink.revokedAt`,
  ),
  ...each(
    'whoever has the link',
    `
    ApprovalRequest.label ApprovalRequest.organizationName ApprovalRequest.campaignTitle ApprovalRequest.timeZone
    ApprovalRequest.cardTitle ApprovalRequest.deliverable ApprovalRequest.caution ApprovalRequest.author ApprovalRequest.partner
    ApprovalRequest.language
    ApprovalRequest.note ApprovalRequest.links ApprovalRequest.waitingSince ApprovalRequest.expiresAt
    ApprovalRequest.madeBy ApprovalRequest.barred ApprovalRequest.handInId ApprovalRequest.files`,
  ),
  ...each(
    'managers',
    'Campaign.blockedPeople BlockedPerson.person BlockedPerson.by BlockedPerson.reason BlockedPerson.at',
  ),
  ...each(
    'profile',
    `
    Person.standingHistory StandingChange.before StandingChange.after StandingChange.reason
    StandingChange.at StandingChange.by`,
  ),
  'StandingChange.card': 'no more than one may read',
  ...each('who decides on it', 'StandingChange.note Person.vouches Vouch.note'),
  ...each('members', 'Organization.vouches Vouch.person Vouch.organization Vouch.by Vouch.at'),
  ...each('self', 'Viewer.conduct Conduct.version Conduct.agreedAt'),

  ...each(
    'no more than one may read',
    `
    PageInfo.hasNextPage PageInfo.hasPreviousPage PageInfo.startCursor PageInfo.endCursor
    BoardCardConnection.edges BoardCardConnection.nodes BoardCardConnection.totalCount BoardCardConnection.pageInfo
    CardConnection.edges CardConnection.nodes CardConnection.totalCount CardConnection.pageInfo CardEdge.cursor CardEdge.node
    CampaignConnection.edges CampaignConnection.nodes CampaignConnection.totalCount CampaignConnection.pageInfo CampaignEdge.cursor CampaignEdge.node
    CommentConnection.edges CommentConnection.nodes CommentConnection.totalCount CommentConnection.pageInfo CommentEdge.cursor CommentEdge.node
    BoardEventConnection.edges BoardEventConnection.nodes BoardEventConnection.totalCount BoardEventConnection.pageInfo BoardEventEdge.cursor BoardEventEdge.node`,
  ),
};
