/*
 * Who sees each field and who may do what: one decision for every field of the schema. The rules are in plain
 * words below each table's name, and carried out by reading-rules.ts, changing-rules.ts and streaming.test.ts.
 * A field without a decision, and a decision without a field, make decisions.test.ts fail.
 */

/** How what somebody reads is decided. */
export const READING_RULES = {
  reader: 'whoever may read the object it belongs to',
  anyone: 'everybody, also signed out',
  'no more than one may read': 'by what it leads to, which has its own decisions',
  'readable cards': 'whoever may read the campaign; only cards they may read',
  'readable campaigns': 'everybody; only campaigns they may read',
  'open cards one may read': 'everybody; only open cards of running campaigns that they may read',
  'counts of readable cards': 'whoever may read the campaign; counted over cards they may read',
  'events of readable cards':
    'whoever may read the campaign or card; only events that touched a card they may read, and those of the campaign',
  'epoch of the level': 'whoever may read the campaign; another one for each level of rights',
  'team where hidden': 'whoever may read the campaign; where it is hidden, the team alone',
  'due moment': 'whoever may read the card; the team alone where it would give away a hidden T-0',
  work: 'the team, the holder, and people of standing VETTED or LEAD who may read the card',
  drafts: 'whoever may read work; only drafts that were left behind, and their own',
  'signed in': 'whoever may read the card and is signed in',
  profile: 'the person, coordinators, and people with a role in any organization; not while suspended',
  'who decides on it':
    'the person and coordinators; of a vouch also who gave it and organizers of its organization. Null for all others',
  members: 'people of that organization and coordinators; not while suspended. Empty for all others',
  'organizers and coordinators':
    'organizers of that organization and coordinators; not while suspended. Empty for all others',
  'rights here': 'whoever may read the campaign; each sees what they may do themselves',
  self: 'the person alone',
  'people to ask': 'organizers of the organization, and coordinators; not while suspended',
  // Asks.
  'asks that were sent': 'coordinators; not while suspended. Empty or null for all others',
  'whoever has the link': 'whoever has the secret of the link, also signed out',
  coordinators: 'coordinators; null for all others',
  // Word gets through.
  'coordinators, in numbers': 'coordinators; counts without names. Null for all others, and while suspended',
  // Plans and templates.
  'link or coordinator': 'whoever has the link of the request, and coordinators; not while suspended',
  'coordinator alone': 'coordinators; not while suspended. Nothing for all others',
  'team, else null': 'the team; null for all others',
  managers: 'organizers of the organization and coordinators; null for all others',
  // The difference and the ending.
  'team until the local approves': 'the team; once the local said yes, whoever may read the campaign',
  'team alone': 'the team; empty for all others',
} as const;
export type ReadingRule = keyof typeof READING_RULES;

const each = <Rule extends string>(rule: Rule, fields: string): Record<string, Rule> =>
  Object.fromEntries(
    fields
      .trim()
      .split(/\s+/)
      .map((field) => [field, rule]),
  );

export const READING: Record<string, ReadingRule> = {
  'Query.node': 'no more than one may read',
  'Query.card': 'no more than one may read',
  'Query.campaign': 'no more than one may read',
  'Query.campaigns': 'readable campaigns',
  'Query.openCards': 'open cards one may read',
  ...each(
    'open cards one may read',
    'OpenCardConnection.edges OpenCardConnection.pageInfo OpenCardConnection.epoch OpenCardConnection.revision',
  ),
  'Query.viewer': 'self',
  'Query.cardTemplates': 'anyone',
  'Query.demoPeople': 'anyone',
  // Trust.
  'Query.approvalByLink': 'whoever has the link',

  // Asks: what is of an ask shows by its link, or to coordinators once it was sent.
  'Query.askByLink': 'whoever has the link',
  'Query.asks': 'asks that were sent',
  ...each(
    'asks that were sent',
    `
    Ask.id Ask.status Ask.language Ask.answers Ask.hasContact Ask.contact Ask.updatedAt Ask.heldAt Ask.submittedAt Ask.answerBy
    Ask.triagedAt Ask.triagedBy Ask.decidedAt Ask.decidedBy Ask.eraseAfter Ask.declineWords Ask.declineElsewhere
    Ask.likeDuplicates Ask.askedBefore
    AskAnswers.organizationName AskAnswers.organizationKind AskAnswers.role AskAnswers.kind AskAnswers.happening
    AskAnswers.startsAt AskAnswers.timeZone AskAnswers.lookHere AskAnswers.assets AskAnswers.approver
    AskAnswers.worries AskAnswers.worryWords AskAnswers.languages AskAnswers.needs AskAnswers.suggestForUs
    AskAnswers.needWords AskAnswers.hideEmployer AskAnswers.hideStart AskAnswers.employer AskAnswers.unsaid
    AskAnswers.localHoursPerWeek AskAssetAnswer.asset AskAssetAnswer.has`,
  ),
  'Ask.campaign': 'no more than one may read',
  ...each(
    'no more than one may read',
    'AskConnection.edges AskConnection.pageInfo AskEdge.cursor AskEdge.node',
  ),
  // Plans and templates.
  'Query.planByLink': 'link or coordinator',
  'Query.planOfAsk': 'coordinator alone',
  ...each(
    'link or coordinator',
    `
    Plan.id Plan.status Plan.version Plan.note Plan.items Plan.hoursIncluded Plan.hoursRealistic Plan.startsAt
    Plan.timeZone Plan.title Plan.slug Plan.kind Plan.organizationId Plan.organizationName Plan.organizationKind
    Plan.offeredAt Plan.agreedAt Plan.campaignSlug Plan.hasOrganizer Plan.leadNeedsYes Plan.leadWaits
    PlanItem.templateKey PlanItem.included PlanItem.reason PlanItem.leftOut PlanItem.title PlanItem.deliverable
    PlanItem.skill PlanItem.hours PlanItem.phase PlanItem.localSupplies PlanItem.sensitivity PlanItem.caution
    PlanItem.dueOffsetHours PlanItem.dueAt`,
  ),
  ...each(
    'coordinator alone',
    `
    CardTemplate.history TemplateEdition.template TemplateEdition.editedAt TemplateEdition.editedBy`,
  ),
  ...each('anyone', 'Query.cardTemplate CardTemplate.version CardTemplate.retired'),

  ...each(
    'reader',
    `
    Campaign.id Campaign.slug Campaign.title Campaign.kind Campaign.story Campaign.demands Campaign.howToHelp
    Campaign.employerHidden Campaign.startHidden Campaign.timeZone Campaign.languages Campaign.sensitivity
    Campaign.endedAt Campaign.settings Campaign.organization Campaign.board
    CampaignSettings.leaseHours CampaignSettings.firstLeaseHours CampaignSettings.newcomerShare
    CampaignSettings.newcomerClaimLimit CampaignSettings.claimLimit
    CampaignSettings.craftReviewRequired`,
  ),
  'Campaign.employer': 'team where hidden',
  'Campaign.startsAt': 'team where hidden',
  'Campaign.counts': 'counts of readable cards',
  'Campaign.thanks': 'readable cards',
  'Campaign.viewer': 'rights here',
  ...each(
    'counts of readable cards',
    `
    CampaignCounts.open CampaignCounts.claimed CampaignCounts.inReview CampaignCounts.done
    CampaignCounts.hoursOpen CampaignCounts.hoursGiven`,
  ),
  ...each(
    'rights here',
    `
    CampaignViewer.sensitivity CampaignViewer.role CampaignViewer.isTeam CampaignViewer.canManage
    CampaignViewer.canApprove CampaignViewer.canReviewCraft CampaignViewer.claimLimit`,
  ),

  'Board.id': 'reader',
  'Board.campaign': 'reader',
  'Board.snapshot': 'readable cards',
  'Board.activity': 'events of readable cards',
  'BoardSnapshot.epoch': 'epoch of the level',
  'BoardSnapshot.revision': 'reader',
  'BoardSnapshot.cards': 'readable cards',
  ...each(
    'events of readable cards',
    `
    BoardEvent.revision BoardEvent.kind BoardEvent.at BoardEvent.actor BoardEvent.cardId BoardEvent.cardNumber
    BoardEvent.cardTitle BoardEvent.cardCount`,
  ),

  ...each(
    'reader',
    `
    Card.id Card.number Card.title Card.deliverable Card.localSupplies Card.outOfScope Card.caution Card.skill
    Card.hours Card.phase Card.languages Card.sensitivity Card.links Card.checklist Card.status Card.position
    Card.version Card.claim Card.waiting Card.changesRequestedAt Card.handedInAt Card.craftReviewedAt
    Card.finishedAt Card.thanks Card.lastHandBack Card.draftKept Card.commentCount Card.createdAt Card.updatedAt
    Card.board Card.campaign Card.holder Card.craftReviewer Card.dueOffsetHours
    Claim.id Claim.claimedAt Claim.expiresAt Claim.leaseHours Claim.toConfirm Claim.extensions
    Waiting.since Waiting.reason Thanks.text Thanks.at Thanks.from HandBack.at HandBack.how HandBack.by
    Link.label Link.url ChecklistItem.id ChecklistItem.text ChecklistItem.done`,
  ),
  'Card.dueAt': 'due moment',
  'Card.activity': 'reader',
  'Card.comments': 'signed in',
  'Card.work': 'work',
  'CardWork.handIns': 'work',
  'CardWork.drafts': 'drafts',
  ...each(
    'work',
    `
    HandIn.id HandIn.note HandIn.links HandIn.at HandIn.craftReviewedAt HandIn.craftNote HandIn.outcome
    HandIn.reviewNote HandIn.reviewedAt HandIn.person HandIn.craftReviewer HandIn.reviewer`,
  ),
  ...each('drafts', 'Draft.note Draft.links Draft.savedAt Draft.keptAt Draft.person'),
  ...each('signed in', 'Comment.id Comment.text Comment.at Comment.removed Comment.person'),

  ...each('anyone', 'Person.id Person.handle'),
  ...each('profile', 'Person.skills Person.languages Person.standing Person.joinedAt'),
  ...each('anyone', 'Organization.id Organization.name Organization.kind'),
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

  // Matching.
  'Card.peopleForThis': 'people to ask',
  'Card.invitations': 'people to ask',
  ...each(
    'self',
    `
    Viewer.cardsForYou Viewer.invitations Viewer.availability
    Availability.weeklyHours Availability.hoursLeft Availability.pausedFrom Availability.pausedUntil
    Availability.isPaused Availability.timeZone Availability.notSkills Availability.notKinds`,
  ),
  ...each(
    'no more than one may read',
    `
    CardMatch.card CardMatch.reasons CardMatch.isGood
    PersonMatch.person PersonMatch.reasons PersonMatch.isGood PersonMatch.invitation
    MatchReason.code MatchReason.hours MatchReason.count MatchReason.language
    Invitation.id Invitation.card Invitation.person Invitation.invitedBy Invitation.at Invitation.expiresAt
    Invitation.state`,
  ),
  // Word gets through.
  'Query.deliveryTroubles': 'coordinators, in numbers',
  'Query.mailUse': 'coordinators, in numbers',
  ...each(
    'coordinators, in numbers',
    `MailUse.thisHour MailUse.perHour MailUse.thisDay MailUse.perDay MailUse.codesThisHour MailUse.codesPerHour MailUse.codesThisDay MailUse.codesPerDay MailUse.codesPerDomain MailUse.codesPerNetwork MailUse.codesPerMailbox`,
  ),
  ...each(
    'coordinators, in numbers',
    'DeliveryTroubles.retrying DeliveryTroubles.givenUp DeliveryTroubles.since DeliveryTroubles.reasons',
  ),
  ...each(
    'self',
    `
    Viewer.notifications Viewer.unreadNotifications Viewer.notificationChoice Viewer.contact Viewer.pushKey
    NotificationConnection.edges NotificationConnection.pageInfo NotificationEdge.cursor NotificationEdge.node
    Notification.id Notification.kind Notification.at Notification.readAt Notification.role
    NotificationChoice.email NotificationChoice.push NotificationChoice.mutedKinds NotificationChoice.quietFrom
    NotificationChoice.quietUntil NotificationChoice.digest NotificationChoice.timeZone NotificationChoice.language
    ViewerContact.email ViewerContact.emailConfirmed ViewerContact.pushDevices ViewerContact.calendarSince`,
  ),
  ...each(
    'no more than one may read',
    'Notification.card Notification.campaign Notification.organization Notification.about',
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
    ApprovalRequest.cardTitle ApprovalRequest.deliverable ApprovalRequest.caution ApprovalRequest.author
    ApprovalRequest.note ApprovalRequest.links ApprovalRequest.waitingSince ApprovalRequest.expiresAt
    ApprovalRequest.madeBy ApprovalRequest.barred`,
  ),
  ...each(
    'managers',
    `
    Campaign.blockedPeople BlockedPerson.person BlockedPerson.by BlockedPerson.reason BlockedPerson.at
    Campaign.watchLinks WatchLink.id WatchLink.label WatchLink.sensitivity WatchLink.showsHandles
    WatchLink.showsThanks WatchLink.createdBy WatchLink.createdAt WatchLink.expiresAt WatchLink.revokedAt`,
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
    'anyone',
    `
    CardTemplate.key CardTemplate.title CardTemplate.deliverable CardTemplate.skill CardTemplate.hours
    CardTemplate.phase CardTemplate.localSupplies CardTemplate.sensitivity CardTemplate.caution
    CardTemplate.dueOffsetHours DemoPerson.person DemoPerson.part`,
  ),
  // The difference and the ending.
  'Query.publicPage': 'anyone',
  'Query.programme': 'coordinators',
  'Campaign.difference': 'counts of readable cards',
  'Campaign.closing': 'reader',
  'Person.publicPage': 'anyone',
  ...each(
    'counts of readable cards',
    `
    CampaignDifference.deliverables CampaignDifference.hours CampaignDifference.people
    CampaignDifference.hoursToFirstClaim CampaignDifference.hoursToFirstDelivery CampaignDifference.byDay
    DaySum.day DaySum.deliverables`,
  ),
  ...each('reader', 'Closing.closedAt Closing.pageApprovedAt Closing.eraseAfter Closing.erasedAt'),
  ...each('team until the local approves', 'Closing.thanks Closing.outcome'),
  ...each('team alone', 'Closing.handover Handover.what Handover.to Handover.done'),
  ...each(
    'anyone',
    `
    PublicPage.handle PublicPage.since PublicPage.showThanks PublicPage.cards PublicPage.hours PublicPage.fights
    PublicPage.bySkill PublicPage.byMonth PublicPage.works PublicWork.title PublicWork.skill PublicWork.hours
    PublicWork.finishedAt PublicWork.campaignSlug PublicWork.campaignTitle PublicWork.thanks`,
  ),
  ...each(
    'no more than one may read',
    'SkillSum.skill SkillSum.cards SkillSum.hours MonthSum.month MonthSum.cards MonthSum.hours',
  ),
  ...each(
    'self',
    `
    Viewer.difference VolunteerDifference.cards VolunteerDifference.hours VolunteerDifference.fights
    VolunteerDifference.bySkill VolunteerDifference.byMonth VolunteerDifference.thanks`,
  ),
  ...each(
    'coordinators',
    `
    Programme.finishers Programme.returned Programme.waits Programme.losses ProgrammeWait.wait ProgrammeWait.side
    ProgrammeWait.count ProgrammeWait.medianHours ProgrammeLoss.skill ProgrammeLoss.phase ProgrammeLoss.handedBack
    ProgrammeLoss.expired ProgrammeLoss.takenBack ProgrammeLoss.quiet`,
  ),

  ...each(
    'no more than one may read',
    `
    PageInfo.hasNextPage PageInfo.hasPreviousPage PageInfo.startCursor PageInfo.endCursor
    CardConnection.edges CardConnection.pageInfo CardEdge.cursor CardEdge.node
    CampaignConnection.edges CampaignConnection.pageInfo CampaignEdge.cursor CampaignEdge.node
    CommentConnection.edges CommentConnection.pageInfo CommentEdge.cursor CommentEdge.node
    BoardEventConnection.edges BoardEventConnection.pageInfo BoardEventEdge.cursor BoardEventEdge.node`,
  ),

  // The coordinators' desk.
  'Query.desk': 'coordinators',
  ...each(
    'coordinators',
    `
    Desk.sections Desk.asks Desk.heldAsks Desk.campaigns Desk.quietCards Desk.quietPeople Desk.newcomers Desk.handIns
    DeskSectionCount.section DeskSectionCount.total DeskSectionCount.late DeskSectionCount.since
    WaitingAsk.askId WaitingAsk.organizationName WaitingAsk.kind WaitingAsk.startsAt WaitingAsk.language
    WaitingAsk.submittedAt WaitingAsk.answerBy WaitingAsk.takenAt WaitingAsk.takenBy
    CampaignPulse.campaign CampaignPulse.open CampaignPulse.held CampaignPulse.inReview CampaignPulse.waiting
    CampaignPulse.waitingSince CampaignPulse.late CampaignPulse.quiet CampaignPulse.since
    QuietCard.card QuietCard.match QuietCard.why QuietCard.since QuietCard.late
    QuietPerson.person QuietPerson.card QuietPerson.lastSeenAt QuietPerson.since QuietPerson.held QuietPerson.late
    NewcomerToVet.person NewcomerToVet.card NewcomerToVet.finished NewcomerToVet.inReview NewcomerToVet.held
    NewcomerToVet.since NewcomerToVet.late
    ${['WaitingAsk', 'CampaignPulse', 'QuietCard', 'QuietPerson', 'NewcomerToVet']
      .map((name) => `${name}Connection.edges ${name}Connection.pageInfo ${name}Edge.cursor ${name}Edge.node`)
      .join(' ')}`,
  ),
};

/** Who may change what. Whoever may not read what it is about is told that there is no such thing. */
export const CHANGING_RULES = {
  anyone: 'everybody, also signed out',
  'signed out': 'whoever is signed out; people of the demo too',
  'signed in': 'whoever is signed in, also while suspended; about themselves alone',
  volunteer: 'whoever is signed in and not suspended',
  manager: 'organizers of the organization, and coordinators',
  holder: 'whoever holds the card',
  'holder or team': 'whoever holds the card, people with a role in the organization, and coordinators',
  'holder or manager': 'whoever holds the card, organizers of the organization, and coordinators',
  'author or manager': 'whoever wrote it, organizers of the organization, and coordinators',
  'craft reviewer, not author': 'the team and people of standing VETTED or LEAD; never the author',
  'the local, not author':
    'organizers and approvers of the organization; never the author, and no coordinator',
  coordinator: 'coordinators',
  'the local or a coordinator, not author':
    'organizers and approvers of the organization, and coordinators; never the author',
  'whoever has the link, not author':
    'whoever has the link; not while signed in as the author, as who made it or as who looked at the craft',
  'the local': 'organizers and approvers of the organization, and no coordinator',
  voucher: 'people with a role in the organization, and coordinators',
  // Asks.
  'whoever has the link': 'whoever has the secret of the link, also signed out',
  // Plans and templates.
  'link holder': 'whoever has the link of the request, also signed out',
  'an organizer, not whoever asked':
    'organizers of the organization; coordinators only where it has none. Nobody else knows of it',
  'first by the link': 'whoever has the link, is signed in and not suspended; the first who does',
} as const;
export type ChangingRule = keyof typeof CHANGING_RULES;

export const CHANGING: Record<string, ChangingRule> = {
  'Mutation.join': 'signed out',
  'Mutation.signIn': 'anyone',
  'Mutation.tryAs': 'anyone',
  'Mutation.signOut': 'anyone',
  'Mutation.endSession': 'signed in',
  'Mutation.renewRecoveryCode': 'signed in',
  'Mutation.endOtherSessions': 'signed in',
  'Mutation.updateProfile': 'volunteer',
  'Mutation.setStanding': 'coordinator',
  'Mutation.vouchForPerson': 'voucher',
  'Mutation.withdrawVouch': 'voucher',
  // Asks.
  'Mutation.startAsk': 'anyone',
  'Mutation.saveAskAnswers': 'whoever has the link',
  'Mutation.submitAsk': 'whoever has the link',
  'Mutation.takeAsk': 'coordinator',
  'Mutation.releaseAsk': 'coordinator',
  'Mutation.declineAsk': 'coordinator',
  'Mutation.createOrganization': 'coordinator',
  'Mutation.setRole': 'manager',
  'Mutation.createCampaign': 'manager',
  'Mutation.updateCampaign': 'manager',
  'Mutation.createCard': 'manager',
  'Mutation.createCardsFromTemplates': 'manager',
  'Mutation.updateCard': 'manager',
  'Mutation.moveCard': 'manager',
  'Mutation.cancelCard': 'manager',
  'Mutation.takeBackCard': 'manager',
  'Mutation.takeBackAllCards': 'manager',
  'Mutation.confirmClaim': 'holder',
  'Mutation.claimCard': 'volunteer',
  'Mutation.addComment': 'volunteer',
  'Mutation.removeComment': 'author or manager',
  'Mutation.extendClaim': 'holder',
  'Mutation.handBackCard': 'holder',
  'Mutation.handInCard': 'holder',
  'Mutation.saveDraft': 'holder',
  'Mutation.blockCard': 'holder',
  'Mutation.unblockCard': 'holder or team',
  'Mutation.tickChecklistItem': 'holder or manager',
  'Mutation.passCraftReview': 'craft reviewer, not author',
  'Mutation.requestChanges': 'craft reviewer, not author',
  'Mutation.approveCard': 'the local, not author',
  // Matching.
  'Mutation.invitePerson': 'manager',
  'Mutation.declineInvitation': 'volunteer',
  'Mutation.updateAvailability': 'volunteer',

  // Word gets through.
  'Mutation.setEmail': 'volunteer',
  'Mutation.confirmEmail': 'volunteer',
  'Mutation.removeEmail': 'signed in',
  'Mutation.addPushSubscription': 'volunteer',
  'Mutation.removePushSubscription': 'signed in',
  'Mutation.createCalendarFeed': 'volunteer',
  'Mutation.revokeCalendarFeed': 'signed in',
  'Mutation.updateNotificationChoice': 'signed in',
  'Mutation.markNotificationsRead': 'signed in',

  // Plans and templates.
  'Mutation.saveTemplate': 'coordinator',
  'Mutation.retireTemplate': 'coordinator',
  'Mutation.proposePlan': 'coordinator',
  'Mutation.updatePlan': 'coordinator',
  'Mutation.offerPlan': 'coordinator',
  'Mutation.agreePlan': 'link holder',
  'Mutation.becomeOrganizer': 'first by the link',
  'Mutation.confirmLeadRequest': 'an organizer, not whoever asked',
  'Mutation.declineLeadRequest': 'an organizer, not whoever asked',
  // Trust.
  'Mutation.agreeToConduct': 'volunteer',
  'Mutation.blockPerson': 'manager',
  'Mutation.unblockPerson': 'manager',
  'Mutation.clearCaution': 'manager',
  'Mutation.createApprovalLink': 'the local or a coordinator, not author',
  'Mutation.revokeApprovalLink': 'the local or a coordinator, not author',
  // The wall.
  'Mutation.createWatchLink': 'manager',
  'Mutation.revokeWatchLink': 'manager',
  'Mutation.approveByLink': 'whoever has the link, not author',
  'Mutation.requestChangesByLink': 'whoever has the link, not author',
  // The difference and the ending.
  'Mutation.setPublicPage': 'volunteer',
  'Mutation.closeCampaign': 'manager',
  'Mutation.updateClosing': 'manager',
  'Mutation.approveClosingPage': 'the local',
  'Mutation.eraseMyself': 'signed in',
};

/** What comes back from a change, and in refusals: to the one who asked, and never what they may not read. */
export const ANSWERS = new Set(
  `JoinPayload.viewer JoinPayload.recoveryCode JoinPayload.errors SignInPayload.viewer SignInPayload.errors
  SignInPayload.recoveryCode EndOtherSessionsPayload.sessions EndOtherSessionsPayload.errors
  WithdrawVouchPayload.person WithdrawVouchPayload.errors TakeBackAllCardsPayload.cards
  TakeBackAllCardsPayload.boardRevision TakeBackAllCardsPayload.errors
  TryAsPayload.viewer TryAsPayload.errors SignOutPayload.signedOut SignOutPayload.errors
  EndSessionPayload.sessions EndSessionPayload.errors RenewRecoveryCodePayload.recoveryCode
  RenewRecoveryCodePayload.errors UpdateProfilePayload.viewer UpdateProfilePayload.errors
  SetStandingPayload.person SetStandingPayload.errors VouchForPersonPayload.person VouchForPersonPayload.errors
  CreateOrganizationPayload.organization CreateOrganizationPayload.errors SetRolePayload.membership
  SetRolePayload.errors CreateCampaignPayload.campaign CreateCampaignPayload.errors UpdateCampaignPayload.campaign
  UpdateCampaignPayload.boardRevision UpdateCampaignPayload.errors CreateCardsFromTemplatesPayload.cards
  CreateCardsFromTemplatesPayload.boardRevision CreateCardsFromTemplatesPayload.errors SaveDraftPayload.draft
  SaveDraftPayload.errors
  ${['CreateCard', 'UpdateCard', 'MoveCard', 'ClaimCard', 'ExtendClaim', 'HandBackCard', 'TakeBackCard']
    .concat(['ConfirmClaim'])
    .concat(['BlockCard', 'UnblockCard', 'HandInCard', 'PassCraftReview', 'RequestChanges', 'ApproveCard'])
    .concat(['CancelCard', 'TickChecklistItem', 'AddComment', 'RemoveComment'])
    .map((name) => `${name}Payload.card ${name}Payload.boardRevision ${name}Payload.errors`)
    .join(' ')}
  ${
    /* Asks. */ ['StartAsk', 'SaveAskAnswers', 'SubmitAsk', 'TakeAsk', 'ReleaseAsk', 'DeclineAsk']
      .map((name) => `${name}Payload.ask ${name}Payload.errors`)
      .join(' ')
  } StartAskPayload.token
  AddCommentPayload.comment RemoveCommentPayload.comment
  InvitePersonPayload.invitation InvitePersonPayload.errors DeclineInvitationPayload.invitation
  DeclineInvitationPayload.errors UpdateAvailabilityPayload.viewer UpdateAvailabilityPayload.errors
  SaveTemplatePayload.template SaveTemplatePayload.errors RetireTemplatePayload.template
  RetireTemplatePayload.errors ProposePlanPayload.plan ProposePlanPayload.errors UpdatePlanPayload.plan
  UpdatePlanPayload.errors OfferPlanPayload.plan OfferPlanPayload.errors AgreePlanPayload.plan
  AgreePlanPayload.errors BecomeOrganizerPayload.campaignSlug BecomeOrganizerPayload.waits
  BecomeOrganizerPayload.errors ConfirmLeadRequestPayload.organization ConfirmLeadRequestPayload.errors
  DeclineLeadRequestPayload.organization DeclineLeadRequestPayload.errors
  AgreeToConductPayload.viewer AgreeToConductPayload.errors BlockPersonPayload.campaign BlockPersonPayload.errors
  UnblockPersonPayload.campaign UnblockPersonPayload.errors ClearCautionPayload.card
  ClearCautionPayload.boardRevision ClearCautionPayload.errors CreateApprovalLinkPayload.address
  CreateApprovalLinkPayload.card CreateApprovalLinkPayload.errors RevokeApprovalLinkPayload.card
  RevokeApprovalLinkPayload.errors ApprovalByLinkPayload.approval ApprovalByLinkPayload.errors
  ApproveByLinkPayload.outcome ApproveByLinkPayload.errors RequestChangesByLinkPayload.outcome
  RequestChangesByLinkPayload.errors ApprovalLinkInvalid.code ApprovalLinkInvalid.message
  ApprovalLinkInvalid.problem
  CreateWatchLinkPayload.address CreateWatchLinkPayload.campaign CreateWatchLinkPayload.errors
  RevokeWatchLinkPayload.campaign RevokeWatchLinkPayload.errors
  SetPublicPagePayload.viewer SetPublicPagePayload.publicPage SetPublicPagePayload.errors
  EraseMyselfPayload.erased EraseMyselfPayload.errors
  ${['CloseCampaign', 'UpdateClosing', 'ApproveClosingPage']
    .map((name) => `${name}Payload.campaign ${name}Payload.boardRevision ${name}Payload.errors`)
    .join(' ')}
  Refusal.code Refusal.message InvalidInput.code InvalidInput.message InvalidInput.field InvalidInput.reason
  InvalidInput.limit InvalidInput.about WrongStatus.code WrongStatus.message WrongStatus.status WrongStatus.card StaleCard.code
  StaleCard.message StaleCard.changedFields StaleCard.card StaleFields.code
  StaleFields.message StaleFields.fields StaleField.field StaleField.now CardAlreadyClaimed.code CardAlreadyClaimed.message
  CardAlreadyClaimed.holder CardAlreadyClaimed.card CardAlreadyClaimed.alternatives ClaimLimitReached.code
  ClaimLimitReached.message ClaimLimitReached.limit ClaimLimitReached.held
  ${['SetEmail', 'ConfirmEmail', 'RemoveEmail', 'AddPushSubscription', 'RemovePushSubscription']
    .concat(['CreateCalendarFeed', 'RevokeCalendarFeed'])
    .map((name) => `${name}Payload.contact ${name}Payload.errors`)
    .join(' ')}
  CreateCalendarFeedPayload.address UpdateNotificationChoicePayload.choice UpdateNotificationChoicePayload.errors
  MarkNotificationsReadPayload.unreadNotifications MarkNotificationsReadPayload.errors`.split(/\s+/),
);

/** How what comes by a stream is decided. */
export const STREAMING_RULES = {
  'readable board': 'whoever may read the campaign; only what touches cards they may read',
  'open cards one may read': 'everybody; only open cards that they may read',
  'removals of what one may have seen':
    'whoever may read the campaign; ids alone, and only of cards that a change may have hidden',
  'ids of what closed': 'everybody; ids alone, of cards they could have read open',
  'team, else nobody': 'the team; empty for all others',
  coordinators: 'coordinators; refused to all others',
  // Word gets through.
  'the person alone': 'whoever is signed in; about themselves alone',
  // The wall.
  'screens and readers':
    'whoever has a watch link that opens, as far as its maker chose; and whoever may read the campaign, without names ' +
    'and with cards that anyone may read',
  'screens alone, where switched on': 'whoever has a watch link that shows it; null or empty for all others',
} as const;
export type StreamingRule = keyof typeof STREAMING_RULES;

export const STREAMING: Record<string, StreamingRule> = {
  ...each(
    'readable board',
    `
    Subscription.boardChanges Subscription.boardPresence
    BoardChange.kind BoardChange.resetReason BoardChange.epoch BoardChange.previousRevision BoardChange.revision BoardChange.events
    BoardChange.cards BoardChange.at BoardPresence.count`,
  ),
  'BoardChange.removedCardIds': 'removals of what one may have seen',
  'BoardPresence.people': 'team, else nobody',
  'Subscription.openCardsChanged': 'open cards one may read',
  ...each(
    'open cards one may read',
    `
    OpenCardsChange.kind OpenCardsChange.resetReason OpenCardsChange.epoch OpenCardsChange.previousRevision
    OpenCardsChange.revision OpenCardsChange.opened OpenCardsChange.at`,
  ),
  'OpenCardsChange.closedCardIds': 'ids of what closed',
  // The coordinators' desk.
  ...each('coordinators', 'Subscription.deskChanged DeskChange.revision DeskChange.stale'),

  // Word gets through.
  ...each(
    'the person alone',
    'Subscription.notificationsChanged NotificationsChange.unread NotificationsChange.latest',
  ),
  // The wall.
  ...each(
    'screens and readers',
    `
    Subscription.wallChanges WallChange.wall WallChange.at Wall.revision Wall.campaignTitle Wall.organizationName
    Wall.kind Wall.timeZone Wall.startsAt Wall.endedAt Wall.hoursGiven Wall.columns WallColumn.status
    WallColumn.count WallColumn.cards WallCard.number WallCard.title WallCard.since`,
  ),
  ...each(
    'screens alone, where switched on',
    'WallCard.handle Wall.thanks WallThanks.text WallThanks.cardTitle WallThanks.at',
  ),
};
