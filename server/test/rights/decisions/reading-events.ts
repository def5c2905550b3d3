import { each, type ReadingRule } from './rules.ts';

/** Who reads what of events, and of who comes to them. */
export const READING_OF_EVENTS: Record<string, ReadingRule> = {
  ...each('no more than one may read', 'Query.event Query.events Notification.event'),
  ...each(
    'no more than one may read',
    'EventConnection.edges EventConnection.nodes EventConnection.totalCount EventConnection.pageInfo EventEdge.cursor EventEdge.node',
  ),
  ...each(
    'reader',
    `
    Event.id Event.slug Event.url Event.title Event.kind Event.phase Event.parties Event.chair Event.speakers Event.place
    Event.online Event.hashtag Event.story Event.languages Event.accessibility Event.roomCapacity
    Event.onlineCapacity Event.price Event.priceWords Event.sensitivity Event.startsWall Event.endsWall
    Event.timeZone Event.startsAt Event.endsAt Event.cancelledAt Event.cancelWords Event.movedAt
    Event.organization Event.sessions
    EventSpeaker.name EventSpeaker.role EventSpeaker.line EventParty.part EventParty.name EventParty.organization
    EventSession.id EventSession.title EventSession.presenter EventSession.skills EventSession.materials
    EventSession.startsWall EventSession.startsAt EventSession.minutes
    EventSeats.seat EventSeats.capacity EventSeats.taken EventSeats.waiting
    EventTurnout.came EventTurnout.missed EventTurnout.gaveUp`,
  ),
  ...each('files of an event', 'Event.files EventSession.files'),
  'Event.uploads': 'uploads',
  ...each('small numbers for who runs it', 'Event.seats Event.turnout'),
  'Event.campaign': 'no more than one may read',
  ...each('place at the event', 'Event.registration Event.streamUrl'),
  'Event.canManage': 'who runs the event',
  ...each(
    'who runs the event',
    `
    Event.door EventDoor.expected EventDoor.here EventDoor.waiting EventDoor.registrations
    RegistrationConnection.edges RegistrationConnection.nodes RegistrationConnection.totalCount RegistrationConnection.pageInfo RegistrationEdge.cursor RegistrationEdge.node`,
  ),
  'Query.registrationByLink': 'whoever has the link',
  'Viewer.registrations': 'self',
  // Such a node is there for whose place it is, and for who runs the event.
  ...each(
    'reader',
    `
    Registration.id Registration.seat Registration.people Registration.state Registration.name Registration.code
    Registration.registeredAt Registration.invitedUntil Registration.endedBy Registration.checkedInAt
    Registration.before Registration.ticket Registration.streamUrl Registration.checkedInBy`,
  ),
  'Registration.event': 'no more than one may read',
  // What people say of events.
  'Event.feedbackForm': 'who had a place',
  ...each('own answer', 'FeedbackForm.said FeedbackForm.takeaways'),
  ...each(
    'reader',
    `
    FeedbackForm.isOpen FeedbackForm.opensAt FeedbackForm.closesAt FeedbackForm.questions
    FeedbackQuestions.edition FeedbackQuestions.language FeedbackQuestions.good FeedbackQuestions.missing
    FeedbackQuestions.balance FeedbackQuestions.next
    Feedback.good Feedback.missing Feedback.balance Feedback.nextSkills Feedback.nextWords Feedback.changedAt`,
  ),
  ...each('who runs the event', 'Event.feedback Event.feedbackTexts Event.wishes'),
  ...each(
    'reader',
    `
    FeedbackSum.answers FeedbackSum.balance FeedbackSum.wishes FeedbackBalanceCount.balance
    FeedbackBalanceCount.people FeedbackWish.skill FeedbackWish.people
    FeedbackText.question FeedbackText.asked FeedbackText.text`,
  ),
  'Query.feedbackByLink': 'whoever has the link',
  // What is left of them.
  ...each(
    'reader',
    `
    Event.recap Recap.words Recap.recordingUrl Recap.files Recap.eventFiles Recap.takeaways Recap.presenters Recap.hosts
    Recap.volunteers Recap.sponsors Recap.parts Recap.figures Recap.withFeedback Recap.feedback
    RecapPart.kind RecapPart.items RecapItem.text RecapItem.answer RecapFigure.what RecapFigure.number`,
  ),
  ...each(
    'who previews the recap',
    'Event.recapDesk RecapDesk.canPrepare RecapDesk.canPublish RecapDesk.canSendLink',
  ),
  ...each(
    'reader',
    `
    RecapDesk.edition RecapDesk.preparedAt RecapDesk.leftOut RecapDesk.draft RecapDesk.prepared RecapDesk.isStale
    RecapDesk.isPublic RecapDesk.preparedBy RecapDesk.takeaways RecapDesk.helpers RecapDesk.links
    RecapDesk.changesAsked RecapChange.label RecapChange.words RecapChange.at
    Takeaway.id Takeaway.text Takeaway.state Takeaway.at
    RecapLink.id RecapLink.label RecapLink.createdAt RecapLink.expiresAt RecapLink.openedAt RecapLink.usedAt
    RecapLink.revokedAt`,
  ),
  ...each(
    'whoever has the link',
    `
    RecapRequest.label RecapRequest.organizationName RecapRequest.eventTitle RecapRequest.timeZone
    RecapRequest.madeBy RecapRequest.expiresAt RecapRequest.edition RecapRequest.recap RecapRequest.barred
    RecapRequest.changesAsked`,
  ),
  // The live page.
  ...each(
    'reader',
    `
    Event.room EventRoom.revision EventRoom.notes EventRoom.nowOn EventRoom.shownAtOnce EventRoom.open
    Poll.id Poll.text Poll.options Poll.state Poll.votes RoomNote.id RoomNote.text RoomNote.position
    RoomNote.version RoomNote.at RoomNote.author RoomNow.sessionId RoomNow.words RoomNow.since Question.became`,
  ),
  ...each(
    'level in the room',
    'EventRoom.epoch EventRoom.questions EventRoom.polls EventRoom.viewerLeads EventRoom.viewerModerates EventRoom.chair Poll.result Poll.viewerVote Poll.resultKey',
  ),
  ...each('no more than one may read', 'RoomNow.session Question.card Question.madeEvent'),
};
