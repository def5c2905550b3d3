import type { TokenScope } from '../../core/access/token-scope.ts';

/**
 * What a document asks of a token: a scope, or `WHOLE`: to read campaigns, and not some of them alone, for it is about
 * the person and not about a campaign.
 */
export type Needed = TokenScope | 'WHOLE';

/*
 * The one table of what tools may do and read. Whatever it does not name is refused, also what is yet to be written: so
 * accounts, recovery codes, sessions, tokens, contacts, standing, roles, vouches, links, asks, applications, talks and
 * both gates (a yes is a person's) are never a tool's.
 */

/**
 * Mutations by the scope they take. All of them write by `changeBoard`, which holds the token while they run, or take the
 * viewer anew, which does so too.
 */
export const ACTING: Readonly<Record<string, TokenScope>> = {
  claimCard: 'ACT_CARDS',
  joinCard: 'ACT_CARDS',
  confirmClaim: 'ACT_CARDS',
  extendClaim: 'ACT_CARDS',
  handBackCard: 'ACT_CARDS',
  handInCard: 'ACT_CARDS',
  correctHandIn: 'ACT_CARDS',
  withdrawHandIn: 'ACT_CARDS',
  askForLook: 'ACT_CARDS',
  confirmBrief: 'ACT_CARDS',
  tickChecklistItem: 'ACT_CARDS',
  blockCard: 'ACT_CARDS',
  unblockCard: 'ACT_CARDS',
  addComment: 'ACT_CARDS',
  editComment: 'ACT_CARDS',
  removeComment: 'ACT_CARDS',

  createCard: 'MANAGE_CAMPAIGN',
  createCardsFromTemplates: 'MANAGE_CAMPAIGN',
  updateCard: 'MANAGE_CAMPAIGN',
  updateCards: 'MANAGE_CAMPAIGN',
  moveCard: 'MANAGE_CAMPAIGN',
  moveCards: 'MANAGE_CAMPAIGN',
  cancelCard: 'MANAGE_CAMPAIGN',
  cancelCards: 'MANAGE_CAMPAIGN',
  bringBackCard: 'MANAGE_CAMPAIGN',
  takeBackCard: 'MANAGE_CAMPAIGN',
  takeBackAllCards: 'MANAGE_CAMPAIGN',
  undoBoardChange: 'MANAGE_CAMPAIGN',
  updateCampaign: 'MANAGE_CAMPAIGN',
  importBoard: 'MANAGE_CAMPAIGN',
  undoImport: 'MANAGE_CAMPAIGN',

  createWebhook: 'MANAGE_WEBHOOKS',
  updateWebhook: 'MANAGE_WEBHOOKS',
  deleteWebhook: 'MANAGE_WEBHOOKS',
  testWebhook: 'MANAGE_WEBHOOKS',
  redeliver: 'MANAGE_WEBHOOKS',
};

/** Types by what it takes to read them, whether they come by a query, a stream or an answer. */
export const READING: Readonly<Record<string, Needed>> = {
  ...read('READ_PUBLIC', [
    ...['Organization', 'OpenWorkSum', 'Campaign', 'CampaignCounts', 'CampaignDifference'],
    ...['CampaignSettings', 'Closing', 'SkillSum', 'DaySum', 'MonthSum', 'Thanks'],
    ...['Board', 'BoardSnapshot', 'BoardChange', 'BoardsChange', 'BoardEvent', 'BoardPresence', 'Tool'],
    ...['Card', 'Brief', 'ChecklistItem', 'Claim', 'Waiting', 'Link', 'File', 'FileThumbnail'],
    ...['OpenCardsChange', 'CardTemplate', 'Person', 'Viewer', 'Operator', 'RateLimit'],
    ...['PublicPage', 'PublicRecord', 'PublicWork', 'VerifiedCertificate'],
    ...['Event', 'EventParty', 'EventSession', 'EventSpeaker', 'EventSeats', 'EventRoom', 'EventChange'],
    ...['EventPresence', 'RoomNote', 'RoomNow', 'Poll', 'PracticeCard', 'Takeaway'],
    ...['Recap', 'RecapPart', 'RecapFigure', 'RecapItem', 'Question', 'Suggestion', 'Opening', 'Pay'],
    ...['Wall', 'WallChange', 'WallColumn', 'WallCard', 'WallThanks', 'Adviser', 'AssessmentQuestionFact'],
  ]),
  ...read('READ_CAMPAIGN', [
    ...['CampaignViewer', 'CardWork', 'Draft', 'HandIn', 'HandBack', 'Handover', 'Comment', 'LinkUsed'],
    ...['Membership', 'NextLook'],
  ]),
  ...read('MANAGE_CAMPAIGN', [
    ...[
      'ImportReport',
      'ImportColumn',
      'ImportList',
      'ImportLabel',
      'ImportedCard',
      'ImportNote',
      'LastImport',
    ],
  ]),
  ...read('MANAGE_WEBHOOKS', ['Webhook', 'WebhookBoard', 'WebhookDelivery', 'WebhookAttempt']),
  ...read('WHOLE', ['Calendar', 'CalendarItem', 'CardMatch', 'MatchReason']),
};

/** What a tool reads of whose tool it is. */
export const OF_VIEWER: Readonly<Record<string, Needed>> = {
  person: 'READ_PUBLIC',
  isCoordinator: 'READ_PUBLIC',
  webhooks: 'MANAGE_WEBHOOKS',
  ...read('WHOLE', [
    'memberships',
    'heldCards',
    'finishedCards',
    'finishedCount',
    'hoursGiven',
    'cardsForYou',
  ]),
};

function read<Its extends Needed>(needed: Its, names: readonly string[]): Record<string, Its> {
  return Object.fromEntries(names.map((name) => [name, needed]));
}
