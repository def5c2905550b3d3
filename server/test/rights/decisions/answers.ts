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
  CreateCardsFromTemplatesPayload.boardRevision CreateCardsFromTemplatesPayload.undoUntil
  CreateCardsFromTemplatesPayload.errors SaveDraftPayload.draft
  SaveDraftPayload.errors
  ${['CreateCard', 'UpdateCard', 'MoveCard', 'ClaimCard', 'ExtendClaim', 'HandBackCard', 'TakeBackCard']
    .concat(['ConfirmClaim', 'ConfirmBrief'])
    .concat(['BlockCard', 'UnblockCard', 'HandInCard', 'PassCraftReview', 'RequestChanges', 'ApproveCard'])
    .concat(['AskForLook', 'EditComment', 'BringBackCard', 'CorrectHandIn', 'WithdrawHandIn'])
    .concat(['JoinCard', 'CancelCard', 'TickChecklistItem', 'AddComment', 'RemoveComment', 'RemoveFile'])
    .map((name) => `${name}Payload.card ${name}Payload.boardRevision ${name}Payload.errors`)
    .join(' ')}
  ${['MoveCards', 'CancelCards', 'UpdateCards', 'UndoBoardChange']
    .map((name) => `${name}Payload.cards ${name}Payload.boardRevision ${name}Payload.errors`)
    .join(' ')} MoveCardsPayload.undoUntil CancelCardsPayload.undoUntil UpdateCardsPayload.undoUntil
  ImportBoardPayload.report ImportBoardPayload.boardRevision ImportBoardPayload.undoUntil ImportBoardPayload.errors
  UndoImportPayload.removedCards UndoImportPayload.boardRevision UndoImportPayload.errors
  ${'format cardCount commentCount room lists labels columns cards notes'.replace(/\w+/g, 'ImportReport.$&')}
  ${'key name cards status'.replace(/\w+/g, 'ImportList.$&')} ${'name cards skill'.replace(/\w+/g, 'ImportLabel.$&')}
  ${'name example field'.replace(/\w+/g, 'ImportColumn.$&')} ${'kind count examples'.replace(/\w+/g, 'ImportNote.$&')}
  ${'title list status skill hours dueAt steps comments'.replace(/\w+/g, 'ImportedCard.$&')}
  RemoveCommentPayload.undoUntil UndoBoardChangePayload.removedCardIds CancelCardPayload.undoUntil CardInTheWay.code CardInTheWay.why CardInTheWay.message CardInTheWay.card
  ${
    /* Asks. */ ['StartAsk', 'SaveAskAnswers', 'SubmitAsk', 'TakeAsk', 'ReleaseAsk', 'DeclineAsk']
      .map((name) => `${name}Payload.ask ${name}Payload.errors`)
      .join(' ')
  } StartAskPayload.token
  AddCommentPayload.comment EditCommentPayload.comment RemoveCommentPayload.comment
  InvitePersonPayload.invitation InvitePersonPayload.errors DeclineInvitationPayload.invitation
  DeclineInvitationPayload.errors UpdateAvailabilityPayload.viewer UpdateAvailabilityPayload.errors
  SaveTemplatePayload.template SaveTemplatePayload.errors RetireTemplatePayload.template
  RetireTemplatePayload.errors ProposePlanPayload.plan ProposePlanPayload.errors UpdatePlanPayload.plan
  UpdatePlanPayload.errors OfferPlanPayload.plan OfferPlanPayload.errors AgreePlanPayload.plan
  AgreePlanPayload.errors AnswerPlanPayload.plan AnswerPlanPayload.errors BecomeOrganizerPayload.campaignSlug BecomeOrganizerPayload.waits
  BecomeOrganizerPayload.errors ConfirmLeadRequestPayload.organization ConfirmLeadRequestPayload.errors
  DeclineLeadRequestPayload.organization DeclineLeadRequestPayload.errors
  AgreeToConductPayload.viewer AgreeToConductPayload.errors BlockPersonPayload.campaign BlockPersonPayload.errors
  UnblockPersonPayload.campaign UnblockPersonPayload.errors ClearCautionPayload.card
  ClearCautionPayload.boardRevision ClearCautionPayload.errors CreateApprovalLinkPayload.address
  CreateApprovalLinkPayload.card CreateApprovalLinkPayload.errors RevokeApprovalLinkPayload.card
  RevokeApprovalLinkPayload.errors ApprovalByLinkPayload.approval ApprovalByLinkPayload.errors
  ApproveByLinkPayload.outcome ApproveByLinkPayload.errors RequestChangesByLinkPayload.outcome
  RequestChangesByLinkPayload.errors ApprovalLinkInvalid.code ApprovalLinkInvalid.why ApprovalLinkInvalid.message
  ApprovalLinkInvalid.problem
  CreateWatchLinkPayload.address CreateWatchLinkPayload.campaign CreateWatchLinkPayload.errors
  RevokeWatchLinkPayload.campaign RevokeWatchLinkPayload.errors
  SetRolePayload.removal RoleRemoval.id RoleRemoval.undoUntil UndoRoleRemovalPayload.membership
  UndoRoleRemovalPayload.errors CreateRoleLinkPayload.address CreateRoleLinkPayload.campaign
  CreateRoleLinkPayload.errors RevokeRoleLinkPayload.campaign RevokeRoleLinkPayload.errors
  RoleByLinkPayload.offer RoleByLinkPayload.errors AcceptRoleLinkPayload.campaignSlug AcceptRoleLinkPayload.role
  AcceptRoleLinkPayload.errors
  CreateTokenPayload.secret CreateTokenPayload.token CreateTokenPayload.viewer CreateTokenPayload.errors
  RevokeTokenPayload.viewer RevokeTokenPayload.organization RevokeTokenPayload.errors
  ${['CreatePoll', 'OpenPoll', 'ClosePoll', 'VoteInPoll']
    .map((name) => `${name}Payload.poll ${name}Payload.roomRevision ${name}Payload.errors`)
    .join(' ')}
  AddNotePayload.note AddNotePayload.roomRevision AddNotePayload.errors UpdateNotePayload.note
  UpdateNotePayload.roomRevision UpdateNotePayload.errors RemoveNotePayload.roomRevision RemoveNotePayload.errors
  SetNowOnPayload.nowOn SetNowOnPayload.roomRevision SetNowOnPayload.errors UpdateRoomPayload.shownAtOnce
  UpdateRoomPayload.roomRevision UpdateRoomPayload.errors TurnQuestionIntoCardPayload.question
  TurnQuestionIntoCardPayload.card TurnQuestionIntoCardPayload.roomRevision TurnQuestionIntoCardPayload.errors
  TurnQuestionIntoEventPayload.question TurnQuestionIntoEventPayload.event
  TurnQuestionIntoEventPayload.roomRevision TurnQuestionIntoEventPayload.errors
  ${['VoteForQuestion', 'TakeBackVote', 'ShowQuestion', 'HideQuestion', 'AnswerQuestion', 'MergeQuestions']
    .concat(['AskQuestion'])
    .map((name) => `${name}Payload.question ${name}Payload.errors`)
    .join(' ')} AskQuestionPayload.waits HideQuestionPayload.hidden
  ${['CreateOpening', 'UpdateOpening', 'CloseOpening']
    .map((name) => `${name}Payload.opening ${name}Payload.errors`)
    .join(' ')} ${['ApplyForOpening', 'WithdrawApplication', 'AnswerApplication']
    .map((name) => `${name}Payload.application ${name}Payload.errors`)
    .join(' ')}
  ${['MakeSuggestion', 'VoteForSuggestion', 'TakeBackSuggestionVote', 'ShowSuggestion', 'HideSuggestion']
    .concat(['AnswerSuggestion', 'DeclineSuggestion', 'AcceptSuggestion', 'SuggestionByLink'])
    .map((name) => `${name}Payload.suggestion ${name}Payload.errors`)
    .join(' ')} MakeSuggestionPayload.waits MakeSuggestionPayload.address HideSuggestionPayload.hidden
  WithdrawSuggestionPayload.gone WithdrawSuggestionPayload.errors
  AskWayBackPayload.asked AskWayBackPayload.errors ComeBackByLinkPayload.viewer ComeBackByLinkPayload.recoveryCode
  ComeBackByLinkPayload.errors ComeBackByCodePayload.viewer ComeBackByCodePayload.recoveryCode
  ComeBackByCodePayload.errors
  OpenAssessmentRoundPayload.assessment OpenAssessmentRoundPayload.errors SaveAssessmentPayload.assessment
  SaveAssessmentPayload.errors SubmitAssessmentPayload.assessment SubmitAssessmentPayload.errors
  SetPublicPagePayload.viewer SetPublicPagePayload.publicPage SetPublicPagePayload.errors
  ${['CreateEvent', 'UpdateEvent', 'CancelEvent', 'UpdateEventFile', 'MoveEventFile', 'RemoveEventFile'].map((name) => `${name}Payload.event ${name}Payload.errors`).join(' ')}
  ${['Register', 'CancelRegistration', 'ConfirmRegistration', 'DeclinePlace', 'CheckIn', 'UndoCheckIn']
    .concat(['RegistrationByLink'])
    .map((name) => `${name}Payload.registration ${name}Payload.errors`)
    .join(' ')} RegisterPayload.address RepeatEventPayload.events RepeatEventPayload.errors
  ${['GiveFeedback', 'FeedbackByLink', 'SuggestTakeaway'].map((name) => `${name}Payload.form ${name}Payload.errors`).join(' ')}
  ${['PrepareRecap', 'PublishRecap', 'TakeBackRecap', 'AddTakeaway']
    .map((name) => `${name}Payload.event ${name}Payload.errors`)
    .join(' ')} PickTakeawayPayload.takeaway PickTakeawayPayload.errors
  CreateRecapLinkPayload.address CreateRecapLinkPayload.event CreateRecapLinkPayload.errors
  SetRoomChairPayload.chair SetRoomChairPayload.roomRevision SetRoomChairPayload.errors
  RevokeRecapLinkPayload.event RevokeRecapLinkPayload.errors RecapByLinkPayload.request RecapByLinkPayload.errors
  ApproveRecapByLinkPayload.path ApproveRecapByLinkPayload.errors
  RequestRecapChangesByLinkPayload.request RequestRecapChangesByLinkPayload.errors
  AlreadyCheckedIn.code AlreadyCheckedIn.why AlreadyCheckedIn.message AlreadyCheckedIn.at AlreadyCheckedIn.by
  EraseMyselfPayload.erased EraseMyselfPayload.errors
  ${['CreatePracticeCard', 'UpdatePracticeCard', 'RemovePracticeCard', 'LeavePractice'].map((name) => `${name}Payload.practiceCard ${name}Payload.errors`).join(' ')}
  ${['StartPractice', 'HandInPractice', 'AnswerPractice'].map((name) => `${name}Payload.practice ${name}Payload.errors`).join(' ')}
  ${['ShowRecord', 'RevokeCertificate', 'AnswerDrift'].map((name) => `${name}Payload.viewer ${name}Payload.errors`).join(' ')}
  KeepCardForTrainingPayload.card KeepCardForTrainingPayload.errors
  CreateCertificatePayload.certificate CreateCertificatePayload.errors
  ${['CloseCampaign', 'UpdateClosing', 'ApproveClosingPage']
    .map((name) => `${name}Payload.campaign ${name}Payload.boardRevision ${name}Payload.errors`)
    .join(' ')}
  ${
    /* The bench. */ [
      'UpdateAdviser',
      'LeaveBench',
      'AddOfficeHours',
      'UpdateOfficeHours',
      'RemoveOfficeHours',
      'AddHoursException',
    ]
      .concat('RemoveHoursException')
      .map((name) => `${name}Payload.advising ${name}Payload.errors`)
      .join(' ')
  } InviteAdviserPayload.invited InviteAdviserPayload.errors RemoveAdviserPayload.removed RemoveAdviserPayload.errors
  ${['BookSlot', 'RescheduleBooking', 'CancelBooking', 'ReportNoShow', 'WriteBookingNote']
    .map((name) => `${name}Payload.booking ${name}Payload.errors`)
    .join(' ')} SlotRefused.code SlotRefused.why SlotRefused.message SlotRefused.freeSlots
  Refusal.code Refusal.why Refusal.message InvalidInput.code InvalidInput.why InvalidInput.message InvalidInput.field InvalidInput.reason
  InvalidInput.limit InvalidInput.about WrongStatus.code WrongStatus.why WrongStatus.message WrongStatus.status WrongStatus.card StaleCard.code StaleCard.why
  StaleCard.message StaleCard.changedFields StaleCard.card StaleFields.code StaleFields.why
  StaleFields.message StaleFields.fields StaleField.field StaleField.now CardAlreadyClaimed.code CardAlreadyClaimed.why CardAlreadyClaimed.message
  CardAlreadyClaimed.holder CardAlreadyClaimed.card CardAlreadyClaimed.alternatives ClaimLimitReached.code ClaimLimitReached.why
  ClaimLimitReached.message ClaimLimitReached.limit ClaimLimitReached.held
  ${['SetEmail', 'ConfirmEmail', 'RemoveEmail', 'AddPushSubscription', 'RemovePushSubscription']
    .concat(['CreateCalendarFeed', 'RevokeCalendarFeed'])
    .map((name) => `${name}Payload.contact ${name}Payload.errors`)
    .join(' ')}
  CreateCalendarFeedPayload.address UpdateNotificationChoicePayload.choice UpdateNotificationChoicePayload.errors
  CreateWebhookPayload.webhook CreateWebhookPayload.secret CreateWebhookPayload.errors UpdateWebhookPayload.webhook
  UpdateWebhookPayload.secret UpdateWebhookPayload.errors DeleteWebhookPayload.deletedWebhookId
  DeleteWebhookPayload.errors TestWebhookPayload.delivery TestWebhookPayload.errors RedeliverPayload.webhook
  RedeliverPayload.errors MarkNotificationsReadPayload.unreadNotifications MarkNotificationsReadPayload.errors`.split(
    /\s+/,
  ),
);
