/** How what somebody reads is decided. */
export const READING_RULES = {
  reader: 'whoever may read the object it belongs to',
  anyone: 'everybody, also signed out',
  'no more than one may read': 'by what it leads to, which has its own decisions',
  'readable cards': 'whoever may read the campaign; only cards they may read',
  'readable campaigns': 'everybody; only campaigns they may read',
  'organizations one may know of':
    'everybody; those of whose campaigns they may read one, and their own; coordinators all',
  'where lists name it': 'everybody where `organizations` names it to them; null for all others',
  'sums of readable open cards': 'everybody; summed over open cards of running campaigns that they may read',
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
  // Events.
  'place at the event':
    'whoever may read the event; each sees the place they have there themselves, and the stream where places online ' +
    'have no limit, where they have one, and where they run the event',
  'small numbers for who runs it':
    'as it is; once an event is over, for who runs it alone where a number is from one to four',
  'files of an event':
    'whoever may read the event; those for the recap alone, while no public one has them, people of the organization that holds it and coordinators alone',
  'who had a place': 'whoever has a place at the event, or had one; null for all others',
  'own answer': 'whoever said it; null or empty for all others',
  'who previews the recap':
    'organizers and approvers of the organization that holds the event, and coordinators; not while suspended or blocked. Null for all others; of them, organizers and coordinators may prepare it, organizers and approvers say yes to what another one prepared',
  'who runs the event':
    'organizers of the organization that holds it, and coordinators; not while suspended or blocked. Null or false for all others',
  'own practice': 'whoever may read the training; each sees what they do themselves',
  'who answers practice':
    'who runs the training, and people of standing VETTED or LEAD with the skill who may read it. Null for all others',
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
  'hiring side': 'organizers of the organization and coordinators; not while suspended. Null for all others',
  'both sides': 'whoever sent it, and the hiring side',
  'rights on questions':
    'whoever may read what they are about; each sees what they did and may do themselves, numbers of what waits who moderates',
  // The difference and the ending.
  'team until the local approves': 'the team; once the local said yes, whoever may read the campaign',
  'team alone': 'the team; empty for all others',
  'level in the room':
    'who leads through the event reads all of its room; others what is shown, and a result after their own vote or once the poll is closed',
  // Self-assessment.
  'own people':
    'people with a role in the organization, not while suspended; null for all others, coordinators too',
} as const;
export type ReadingRule = keyof typeof READING_RULES;

/** Who may change what. Whoever may not read what it is about is told that there is no such thing. */
export const CHANGING_RULES = {
  anyone: 'everybody, also signed out',
  'signed out': 'whoever is signed out; people of the demo too',
  'anyone not on hold':
    'everybody, also signed out; not with an account that is suspended, or blocked from the campaign it is about',
  'signed in': 'whoever is signed in, also while suspended; about themselves alone',
  volunteer: 'whoever is signed in and not suspended',
  manager: 'organizers of the organization, and coordinators',
  sender: 'whoever sent it; nobody else learns of it',
  holder: 'whoever holds the card, also together with another',
  'holder or team': 'whoever holds the card, people with a role in the organization, and coordinators',
  'holder or manager': 'whoever holds the card, organizers of the organization, and coordinators',
  author: 'whoever wrote it',
  'author, or whoever has the link':
    'whoever wrote it, with their account, also while suspended; without one, whoever has the secret of the receipt. Nobody else learns of it',
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
  'the local or a coordinator': 'organizers and approvers of the organization, and coordinators',
  // Asks.
  'whoever has the link': 'whoever has the secret of the link, also signed out',
  // Plans and templates.
  'link holder': 'whoever has the link of the request, also signed out',
  'an organizer, not whoever asked':
    'organizers of the organization; coordinators only where it has none. Nobody else knows of it',
  'whoever took it away': 'whoever took the role away, within a minute; nobody else knows of it',
  'whoever did it':
    'whoever changed the board, within a minute (an import: an hour), while they may change it like that',
  // The bench.
  'who may advise': 'people of standing VETTED or LEAD, coordinators, and whom one of them invited',
  'its adviser': 'whoever said it of themselves; nobody else knows of it',
  'who booked it': 'whoever booked the talk; but for its adviser, nobody else knows of it',
  'one of its two': 'whoever booked the talk, and its adviser; nobody else knows of it',
  // Practice.
  'whose it is': 'whoever it belongs to; nobody else knows of it',
  'who answers practice, not whoever practised':
    'who runs the training, and people of standing VETTED or LEAD with the skill; never about their own',
  'an organizer': 'organizers of the organization, and no coordinator',
  'own person': 'people with a role in the organization, and no coordinator',
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
  'who hires':
    'organizers of the organization of the opening, and coordinators; not while suspended or blocked. Refused to all others',
  // Word gets through.
  'the person alone': 'whoever is signed in; about themselves alone',
  // The wall.
  'readable event':
    'whoever may read the event; what waits, is hidden or a draft only who leads; results by a key, or once closed',
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
