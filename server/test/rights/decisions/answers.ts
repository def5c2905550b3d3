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
  AskWayBackPayload.asked AskWayBackPayload.errors ComeBackByLinkPayload.viewer ComeBackByLinkPayload.recoveryCode
  ComeBackByLinkPayload.errors ComeBackByCodePayload.viewer ComeBackByCodePayload.recoveryCode
  ComeBackByCodePayload.errors
  SetPublicPagePayload.viewer SetPublicPagePayload.publicPage SetPublicPagePayload.errors
  EraseMyselfPayload.erased EraseMyselfPayload.errors
  ${['CloseCampaign', 'UpdateClosing', 'ApproveClosingPage']
    .map((name) => `${name}Payload.campaign ${name}Payload.boardRevision ${name}Payload.errors`)
    .join(' ')}
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
  MarkNotificationsReadPayload.unreadNotifications MarkNotificationsReadPayload.errors`.split(/\s+/),
);
