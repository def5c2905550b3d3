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
  work: 'the team, whoever holds the card, and people of standing VETTED or LEAD who may read the card',
  'old brief': 'the team and whoever holds the card: words that were taken out are for those who read them',
  drafts: 'whoever may read work; only drafts that were left behind, and their own',
  uploads: 'whoever may read the card and is signed in; only what they sent themselves',
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

/** Who may change what. Whoever may not read what it is about is told that there is no such thing. */
export const CHANGING_RULES = {
  anyone: 'everybody, also signed out',
  'signed out': 'whoever is signed out; people of the demo too',
  'signed in': 'whoever is signed in, also while suspended; about themselves alone',
  volunteer: 'whoever is signed in and not suspended',
  manager: 'organizers of the organization, and coordinators',
  holder: 'whoever holds the card, also together with another',
  'holder or team': 'whoever holds the card, people with a role in the organization, and coordinators',
  'holder or manager': 'whoever holds the card, organizers of the organization, and coordinators',
  author: 'whoever wrote it',
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
  'whoever took it away': 'whoever took the role away, within a minute; nobody else knows of it',
  'whoever did it': 'whoever changed the board, within a minute, while they may change it like that',
  'first by the link': 'whoever has the link, is signed in and not suspended; the first who does',
} as const;
export type ChangingRule = keyof typeof CHANGING_RULES;

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

/** One rule for many fields, named with blanks between them. */
export const each = <Rule extends string>(rule: Rule, fields: string): Record<string, Rule> =>
  Object.fromEntries(
    fields
      .trim()
      .split(/\s+/)
      .map((field) => [field, rule]),
  );
