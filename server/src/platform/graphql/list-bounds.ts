/** How many items a list without pages holds at most, and what looking for them costs besides, in fields. */
export interface ListBound {
  most: number;
  look?: number;
  /** Whether people can make it longer than that: then it is cut there, whatever was read. */
  cut?: boolean;
}

/** What may be asked with `first`, and stands here for what comes when it is not said. */
const MATCHES: ListBound = { most: 10, look: 200 };
/** As many as the input takes: see `input/text.ts`, `input/links.ts`, `board/card-words.ts`. */
const WORDS = { languages: 12, links: 12, demands: 12, checklist: 20 };
/** Values of the enums: see the schema. */
const VALUES = {
  skills: 8,
  campaignKinds: 5,
  askAssets: 10,
  askWorries: 8,
  notificationKinds: 21,
  sections: 8,
};

/** A list that grows with what people do. */
const cutAt = (most: number): ListBound => ({ most, cut: true });
const CUT = cutAt(50);
/** Months and days come as far as something was finished in them; more than these come from no usual campaign or person. */
const MONTHS = 36;
const DAYS = 90;
/** What one message of a stream holds when a board is busy; after a long absence it may be more, within the bytes. */
const MESSAGE = 50;

/**
 * The bound of every list of the contract that has no pages, by type and field; a test names those that are missing.
 * The cards of a snapshot are counted when the board is known. Lists called `errors` hold one at most.
 */
export const LIST_BOUNDS: Readonly<Record<string, ListBound>> = bounds({
  'ApprovalRequest.links': WORDS.links,
  'Ask.likeDuplicates': cutAt(20),
  'AskAnswers.assets': VALUES.askAssets,
  'AskAnswers.languages': WORDS.languages,
  'AskAnswers.lookHere': WORDS.links,
  'AskAnswers.needs': VALUES.skills,
  'AskAnswers.worries': VALUES.askWorries,
  'Availability.notKinds': VALUES.campaignKinds,
  'Availability.notSkills': VALUES.skills,
  'BoardChange.cards': MESSAGE,
  'BoardChange.events': MESSAGE,
  'BoardChange.removedCardIds': MESSAGE,
  'BoardPresence.people': cutAt(50),
  'Campaign.blockedPeople': CUT,
  'Campaign.demands': WORDS.demands,
  'Campaign.languages': WORDS.languages,
  'Campaign.watchLinks': CUT,
  'CampaignDifference.byDay': DAYS,
  'Card.approvalLinks': CUT,
  'Card.checklist': WORDS.checklist,
  'Card.invitations': CUT,
  'Card.languages': WORDS.languages,
  'Card.links': WORDS.links,
  'Card.peopleForThis': MATCHES,
  'CardAlreadyClaimed.alternatives': 3,
  'CardMatch.reasons': 12,
  'CardTemplate.history': CUT,
  'CardWork.drafts': cutAt(20),
  'CardWork.handIns': cutAt(20),
  'ClaimLimitReached.held': 10,
  'Closing.handover': 30,
  'CreateCardsFromTemplatesPayload.cards': 60,
  'DeliveryTroubles.reasons': 5,
  'Desk.sections': VALUES.sections,
  'DeskChange.stale': VALUES.sections,
  'Draft.links': WORDS.links,
  'EndOtherSessionsPayload.sessions': 1,
  'EndSessionPayload.sessions': CUT,
  'HandIn.links': WORDS.links,
  'NotificationChoice.mutedKinds': VALUES.notificationKinds,
  'OpenCardsChange.closedCardIds': MESSAGE,
  'OpenCardsChange.opened': MESSAGE,
  'Organization.leadRequests': CUT,
  'Organization.members': cutAt(200),
  'Organization.vouches': cutAt(100),
  'Person.languages': WORDS.languages,
  'Person.skills': VALUES.skills,
  'Person.standingHistory': CUT,
  'Person.vouches': cutAt(100),
  'PersonMatch.reasons': 12,
  'Plan.items': 60,
  'Programme.losses': VALUES.skills * 4,
  'Programme.waits': 6,
  'PublicPage.byMonth': MONTHS,
  'PublicPage.bySkill': VALUES.skills,
  'PublicPage.works': 24,
  'Query.cardTemplates': 60,
  'Query.demoPeople': 12,
  'StaleCard.changedFields': 20,
  'StaleFields.fields': 40,
  'TakeBackAllCardsPayload.cards': 10,
  'Viewer.cardsForYou': MATCHES,
  'Viewer.heldCards': cutAt(100),
  'Viewer.invitations': CUT,
  'Viewer.memberships': cutAt(30),
  'Viewer.sessions': CUT,
  'VolunteerDifference.byMonth': MONTHS,
  'VolunteerDifference.bySkill': VALUES.skills,
  'Wall.columns': 4,
  'Wall.thanks': 3,
  'WallColumn.cards': 12,
});

/** The list of a board's cards, in the place where they come by the number of cards. */
export const CARDS_OF_BOARD = 'BoardSnapshot.cards';

function bounds(of: Record<string, number | ListBound>): Record<string, ListBound> {
  return Object.fromEntries(
    Object.entries(of).map(([field, bound]) => [field, typeof bound === 'number' ? { most: bound } : bound]),
  );
}
