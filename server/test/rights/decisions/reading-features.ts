import { each, type ReadingRule } from './rules.ts';

/** Who reads what each feature brings. */
export const READING_OF_FEATURES: Record<string, ReadingRule> = {
  'Query.cardTemplates': 'anyone',
  'Query.demoPeople': 'anyone',
  'Query.operator': 'anyone',
  ...each('anyone', 'Operator.name Operator.contactUrl Operator.sourceUrl'),
  ...each(
    'anyone',
    `
    CardTemplate.key CardTemplate.title CardTemplate.deliverable CardTemplate.skill CardTemplate.hours
    CardTemplate.phase CardTemplate.localSupplies CardTemplate.sensitivity CardTemplate.caution
    CardTemplate.dueOffsetHours CardTemplate.language CardTemplate.writtenIn DemoPerson.person DemoPerson.part`,
  ),

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
    Plan.localWord Plan.localTitle Plan.localAnsweredAt Plan.story Plan.employer Plan.employerUnsaid Plan.startUnsaid Plan.timeZone Plan.title Plan.slug Plan.kind Plan.organizationId Plan.organizationName Plan.organizationKind
    Plan.offeredAt Plan.agreedAt Plan.campaignSlug Plan.hasOrganizer Plan.leadNeedsYes Plan.leadWaits
    PlanItem.templateKey PlanItem.struck PlanItem.included PlanItem.reason PlanItem.leftOut PlanItem.title PlanItem.deliverable
    PlanItem.skill PlanItem.hours PlanItem.phase PlanItem.localSupplies PlanItem.sensitivity PlanItem.caution
    PlanItem.dueOffsetHours PlanItem.dueAt PlanItem.language PlanItem.writtenIn Plan.language`,
  ),
  ...each(
    'coordinator alone',
    `
    CardTemplate.history TemplateEdition.template TemplateEdition.editedAt TemplateEdition.editedBy`,
  ),
  ...each('anyone', 'Query.cardTemplate CardTemplate.version CardTemplate.retired'),

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
  // The wall.
  ...each(
    'managers',
    `
    Campaign.watchLinks WatchLink.id WatchLink.label WatchLink.sensitivity WatchLink.showsHandles
    WatchLink.showsThanks WatchLink.createdBy WatchLink.createdAt WatchLink.expiresAt WatchLink.revokedAt`,
  ),
  // What waits for who runs or approves.
  ...each(
    'self',
    `
    Viewer.waiting Viewer.waitingCount WaitingForYouConnection.edges WaitingForYouConnection.pageInfo
    WaitingForYouEdge.cursor WaitingForYouEdge.node WaitingForYou.kind WaitingForYou.since`,
  ),
  ...each('no more than one may read', 'WaitingForYou.campaign WaitingForYou.card WaitingForYou.person'),
  // Invite links.
  ...each(
    'whoever has the link',
    `
    Query.roleByLink RoleOffer.role RoleOffer.organizationName RoleOffer.campaignTitle RoleOffer.campaignSlug
    RoleOffer.madeBy RoleOffer.expiresAt RoleOffer.has`,
  ),
  ...each(
    'managers',
    `
    Campaign.roleLinks RoleLink.id RoleLink.label RoleLink.role RoleLink.maxUses RoleLink.uses RoleLink.createdBy
    RoleLink.createdAt RoleLink.expiresAt RoleLink.revokedAt RoleLink.opens`,
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

  // The coordinators' desk.
  'Query.desk': 'coordinators',
  ...each(
    'coordinators',
    `
    Desk.sections Desk.asks Desk.heldAsks Desk.campaigns Desk.quietCards Desk.quietPeople Desk.newcomers Desk.handIns
    Desk.people DeskPerson.person DeskPerson.held DeskPerson.finished DeskPerson.lastSeenAt DeskPerson.heldSince
    DeskPerson.heldNote DeskPerson.standingBefore DeskPersonConnection.edges DeskPersonConnection.pageInfo
    DeskPersonEdge.cursor DeskPersonEdge.node
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
