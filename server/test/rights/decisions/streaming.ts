import { each, type StreamingRule } from './rules.ts';

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
    'WallCard.handle WallCard.partner Wall.thanks WallThanks.text WallThanks.cardTitle WallThanks.at',
  ),
};
