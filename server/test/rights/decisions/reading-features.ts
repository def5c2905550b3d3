import { each, type ReadingRule } from './rules.ts';

/** Who reads what each feature brings. */
export const READING_OF_FEATURES: Record<string, ReadingRule> = {
  'Query.cardTemplates': 'anyone',
  'Query.demoPeople': 'anyone',
  'Query.operator': 'anyone',
  // All of it is of other nouns, and read by their rules: see `calendar/read-calendar.test.ts`.
  ...each(
    'no more than one may read',
    `
    Query.calendar Calendar.items Calendar.isCut CalendarItem.kind CalendarItem.key CalendarItem.at CalendarItem.until
    CalendarItem.title CalendarItem.timeZone CalendarItem.path CalendarItem.number CalendarItem.isCancelled
    CalendarItem.campaign CalendarItem.organization CalendarItem.person`,
  ),
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
    'AskConnection.edges AskConnection.nodes AskConnection.totalCount AskConnection.pageInfo AskEdge.cursor AskEdge.node',
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
    NotificationConnection.edges NotificationConnection.nodes NotificationConnection.totalCount NotificationConnection.pageInfo NotificationEdge.cursor NotificationEdge.node
    Notification.id Notification.kind Notification.at Notification.readAt Notification.role Notification.path
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
  // Webhooks.
  ...each(
    'self',
    `
    Viewer.webhooks Webhook.id Webhook.label Webhook.url Webhook.document Webhook.boardId Webhook.boards Webhook.off Webhook.offAt
    WebhookBoard.boardId WebhookBoard.epoch WebhookBoard.revision WebhookDelivery.boardId
    Webhook.epoch Webhook.revision Webhook.failingSince Webhook.nextAttemptAt Webhook.oldSecretUntil Webhook.createdAt
    Webhook.deliveries WebhookDeliveryConnection.edges WebhookDeliveryConnection.nodes WebhookDeliveryConnection.totalCount WebhookDeliveryConnection.pageInfo WebhookDeliveryEdge.cursor
    WebhookDeliveryEdge.node WebhookDelivery.id WebhookDelivery.messageId WebhookDelivery.kind WebhookDelivery.state
    WebhookDelivery.previousRevision WebhookDelivery.revision WebhookDelivery.createdAt WebhookDelivery.attempts
    WebhookAttempt.at WebhookAttempt.status WebhookAttempt.said WebhookAttempt.failure WebhookAttempt.ms`,
  ),
  'Webhook.campaign': 'no more than one may read',
  'WebhookBoard.campaign': 'no more than one may read',
  // What waits for who runs or approves.
  ...each(
    'self',
    `
    Viewer.waiting Viewer.waitingCount WaitingForYouConnection.edges WaitingForYouConnection.nodes WaitingForYouConnection.totalCount WaitingForYouConnection.pageInfo
    WaitingForYouEdge.cursor WaitingForYouEdge.node WaitingForYou.id WaitingForYou.kind WaitingForYou.since`,
  ),
  ...each('no more than one may read', 'WaitingForYou.campaign WaitingForYou.card WaitingForYou.person'),
  // Questions.
  ...each(
    'reader',
    `
    Question.id Question.subjectId Question.text Question.state Question.votes Question.askedAt Question.answer
    Question.answeredAt Question.asker Question.answeredBy QuestionConnection.shownAtOnce`,
  ),
  ...each(
    'rights on questions',
    `
    Question.viewerVoted Question.viewerAsked QuestionConnection.mayModerate QuestionConnection.askRefusal
    QuestionConnection.waiting`,
  ),
  ...each(
    'no more than one may read',
    `
    Query.questionsAbout Question.mergedInto QuestionConnection.edges QuestionConnection.nodes QuestionConnection.totalCount QuestionConnection.pageInfo
    QuestionEdge.cursor QuestionEdge.node`,
  ),
  // Openings.
  ...each(
    'anyone',
    `
    Query.openings Query.opening OpeningConnection.edges OpeningConnection.nodes OpeningConnection.totalCount OpeningConnection.pageInfo OpeningEdge.cursor OpeningEdge.node
    Opening.id Opening.slug Opening.url Opening.title Opening.story Opening.language Opening.place Opening.isRemote
    Opening.languages Opening.skills Opening.pay Opening.howToAnswer Opening.byProgramme Opening.closesOn
    Opening.timeZone Opening.closesAt Opening.state Opening.closedAt Opening.answerDays Opening.answersDueAt
    Opening.organization Pay.from Pay.to Pay.currency Pay.per Pay.hoursAWeek`,
  ),
  ...each('no more than one may read', 'Opening.campaign Opening.questions'),
  ...each('hiring side', 'Opening.mayHire Opening.applications Opening.applicationsWaiting'),
  'Opening.viewerApplication': 'self',
  ...each('self', 'Viewer.record Viewer.applications'),
  ...each(
    'both sides',
    `
    Application.id Application.state Application.words Application.shownName Application.given Application.sentAt
    Application.readAt Application.answer Application.answeredAt Application.withdrawnAt Application.contact
    Application.opening ApplicationConnection.edges ApplicationConnection.nodes ApplicationConnection.totalCount ApplicationConnection.pageInfo ApplicationEdge.cursor
    ApplicationEdge.node GivenRecord.handle GivenRecord.skills GivenRecord.languages GivenRecord.standing
    GivenRecord.hours GivenRecord.cards GivenRecord.fights GivenRecord.thanks GivenRecord.reviewed
    GivenRecord.trained GivenRecord.practised`,
  ),
  // Suggestions.
  ...each(
    'reader',
    `
    Suggestion.id Suggestion.kind Suggestion.text Suggestion.language Suggestion.state Suggestion.votes
    Suggestion.madeAt Suggestion.answerBy Suggestion.late Suggestion.answer Suggestion.answeredAt Suggestion.doneAt
    Suggestion.thankAs Suggestion.madeBy Suggestion.answeredBy`,
  ),
  ...each(
    'rights on questions',
    `
    Suggestion.viewerVoted Suggestion.viewerMade SuggestionConnection.mayModerate SuggestionConnection.refusal
    SuggestionConnection.waiting`,
  ),
  ...each(
    'no more than one may read',
    `
    Query.suggestions Suggestion.campaign Suggestion.card SuggestionConnection.edges SuggestionConnection.nodes SuggestionConnection.totalCount SuggestionConnection.pageInfo
    SuggestionEdge.cursor SuggestionEdge.node`,
  ),
  ...each('coordinators', 'Desk.suggestions Suggestion.page Suggestion.doubtful'),
  'Query.suggestionByLink': 'whoever has the link',
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
  // Tokens.
  'Viewer.tokens': 'self',
  ...each(
    'managers',
    `
    Organization.tokens Token.id Token.name Token.scopes Token.createdBy Token.organization Token.campaigns
    Token.createdAt Token.expiresAt Token.lastUsedAt Token.endedAt Token.isValid`,
  ),
  ...each('events of readable cards', 'BoardEvent.tool Tool.name Tool.organization'),
  // Self-assessment.
  'Query.assessmentQuestions': 'anyone',
  'Viewer.waitingAssessments': 'self',
  ...each(
    'anyone',
    'AssessmentQuestionFact.question AssessmentQuestionFact.area AssessmentQuestionFact.choices',
  ),
  ...each(
    'own people',
    `
    Query.assessment Organization.assessments Assessment.id Assessment.number Assessment.edition Assessment.openedAt
    Assessment.closedAt Assessment.answered Assessment.people Assessment.organization Assessment.comparison
    Assessment.levels Assessment.questions AssessmentComparison.others AssessmentComparison.questions QuestionComparison.question
    QuestionComparison.mine QuestionComparison.alike QuestionComparison.spread QuestionComparison.otherwise
    AssessmentShare.choice AssessmentShare.count AssessmentLevels.of AssessmentLevels.areas`,
  ),
  ...each(
    'self',
    `
    Assessment.mine AssessmentSheet.answers AssessmentSheet.savedAt AssessmentSheet.sentAt AssessmentAnswer.question
    AssessmentAnswer.choice AssessmentAnswer.note Assessment.nextSteps NextStep.kind NextStep.question NextStep.skill
    NextStep.templateKey`,
  ),
  ...each('coordinators', 'Query.assessmentFigures AssessmentFigures.locals AssessmentFigures.areas'),
  ...each('no more than one may read', 'AreaLevel.area AreaLevel.level'),
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
    Desk.people DeskPerson.id DeskPerson.person DeskPerson.held DeskPerson.finished DeskPerson.lastSeenAt DeskPerson.heldSince
    DeskPerson.heldNote DeskPerson.standingBefore DeskPersonConnection.edges DeskPersonConnection.nodes DeskPersonConnection.totalCount DeskPersonConnection.pageInfo
    DeskPersonEdge.cursor DeskPersonEdge.node
    DeskSectionCount.section DeskSectionCount.total DeskSectionCount.late DeskSectionCount.since
    WaitingAsk.id WaitingAsk.askId WaitingAsk.organizationName WaitingAsk.kind WaitingAsk.startsAt WaitingAsk.language
    WaitingAsk.submittedAt WaitingAsk.answerBy WaitingAsk.takenAt WaitingAsk.takenBy
    CampaignPulse.id CampaignPulse.campaign CampaignPulse.open CampaignPulse.held CampaignPulse.inReview CampaignPulse.waiting
    CampaignPulse.waitingSince CampaignPulse.late CampaignPulse.quiet CampaignPulse.since
    QuietCard.id QuietCard.card QuietCard.match QuietCard.why QuietCard.since QuietCard.late
    QuietPerson.id QuietPerson.person QuietPerson.card QuietPerson.lastSeenAt QuietPerson.since QuietPerson.held QuietPerson.late
    NewcomerToVet.id NewcomerToVet.person NewcomerToVet.card NewcomerToVet.finished NewcomerToVet.inReview NewcomerToVet.held
    NewcomerToVet.since NewcomerToVet.late
    ${['WaitingAsk', 'CampaignPulse', 'QuietCard', 'QuietPerson', 'NewcomerToVet']
      .map(
        (name) =>
          `${name}Connection.edges ${name}Connection.nodes ${name}Connection.totalCount ${name}Connection.pageInfo ${name}Edge.cursor ${name}Edge.node`,
      )
      .join(' ')}`,
  ),

  // The bench: who offers chose to be seen; their times are for whoever signed in; talks are of their two.
  ...each(
    'anyone',
    'Query.advisers Query.adviser AdviserConnection.edges AdviserConnection.nodes AdviserConnection.totalCount AdviserConnection.pageInfo',
  ),
  ...each(
    'anyone',
    `
    AdviserEdge.cursor AdviserEdge.node Adviser.id Adviser.person Adviser.topics Adviser.about Adviser.skills
    Adviser.languages Adviser.isPaused`,
  ),
  ...each('signed in', 'Adviser.slots Adviser.nextSlot'),
  ...each('no more than one may read', 'Slot.startsAt Slot.minutes Slot.localTime Slot.timeZone'),
  // Compared by a test of its own, bench.test.ts.
  ...each(
    'self',
    `
    Viewer.advising Viewer.bookings Advising.mayOffer Advising.isInvited Advising.isRemoved Advising.adviser
    Advising.weeklyLimit Advising.meetAt Advising.hours Advising.exceptions
    OfficeHours.id OfficeHours.weekdays OfficeHours.everyWeeks OfficeHours.fromDate OfficeHours.untilDate
    OfficeHours.from OfficeHours.until OfficeHours.slotMinutes OfficeHours.timeZone
    HoursException.id HoursException.onDate HoursException.isOff HoursException.from HoursException.until
    HoursException.slotMinutes HoursException.timeZone
    Booking.id Booking.state Booking.startsAt Booking.endsAt Booking.localTime Booking.timeZone Booking.asAdviser
    Booking.question Booking.note Booking.word Booking.endedByYou Booking.meetAt Booking.booker Booking.advisedBy
    Booking.adviser Booking.organization`,
  ),
};
