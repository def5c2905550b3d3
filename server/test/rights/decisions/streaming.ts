import { each, type StreamingRule } from './rules.ts';

export const STREAMING: Record<string, StreamingRule> = {
  ...each(
    'readable board',
    `
    Subscription.boardChanges Subscription.boardPresence Subscription.boardsChanges
    BoardsChange.boardId BoardsChange.change
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

  // What was sent to an opening.
  ...each('who hires', 'Subscription.applicationsChanged ApplicationsChange.revision'),

  // Word gets through.
  ...each(
    'the person alone',
    'Subscription.notificationsChanged NotificationsChange.unread NotificationsChange.latest',
  ),
  // The live page of an event.
  ...each(
    'readable event',
    `
    Subscription.eventChanges Subscription.eventPresence EventChange.kind EventChange.resetReason EventChange.epoch
    EventChange.previousRevision EventChange.revision EventChange.questions EventChange.removedQuestionIds
    EventChange.polls EventChange.notes EventChange.removedNoteIds EventChange.nowOn EventChange.eventChanged
    EventChange.shownAtOnce EventChange.at EventPresence.count`,
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
    'WallCard.handle WallCard.partner Wall.thanks WallThanks.text WallThanks.cardTitle WallThanks.at',
  ),
};
