import type { AskAnswersInput } from '../../features/ask/take-answers.ts';
import type { Role } from '../../core/access/role.ts';
import type { Standing } from '../../core/access/standing.ts';
import type { Skill } from '../../core/access/skill.ts';
import type { DemoPart } from '../../core/person/demo-part.ts';

// Everybody and everything here is made up.

export interface DemoPerson {
  skills: Skill[];
  languages: string[];
  /** Whether the page offers to try the board as this person. */
  part?: DemoPart;
  standing?: Standing;
  role?: Role;
}

export const people = {
  northstar: { skills: ['STRATEGY', 'TRAINING'], languages: ['en', 'es'], part: 'COORDINATOR' },
  marisol: { skills: ['STRATEGY'], languages: ['en', 'es'], part: 'ORGANIZER', role: 'ORGANIZER' },
  'big-lou': { skills: [], languages: ['en'], role: 'APPROVER' },
  oleander: {
    skills: ['ONLINE_VIDEO', 'SOCIAL_MEDIA', 'WRITING'],
    languages: ['en'],
    part: 'VOLUNTEER',
    standing: 'VETTED',
  },
  juniper: { skills: ['WRITING', 'GRAPHIC_DESIGN'], languages: ['en', 'es'], part: 'VOLUNTEER' },
  ana: { skills: ['WRITING'], languages: ['en', 'es'], standing: 'VETTED' },
  quietthunder: { skills: ['GRAPHIC_DESIGN'], languages: ['en'], standing: 'VETTED' },
  redbarn: { skills: ['WEB_DEVELOPMENT'], languages: ['en'], standing: 'LEAD', role: 'MEMBER' },
  mockingbird: { skills: ['SOCIAL_MEDIA', 'WRITING'], languages: ['en'], standing: 'VETTED', role: 'MEMBER' },
} satisfies Record<string, DemoPerson>;
export type Handle = keyof typeof people;

export const organization = { name: 'Transit Workers Local 412', kind: 'UNION_LOCAL' } as const;

/** Why those who are vetted when the story begins are. */
export const KNOWN_BY = 'Worked with us in an earlier fight.';

/** Hours since the strike began when somebody first opens the demo. */
export const HOURS_INTO_STRIKE = 31;

export const campaign = {
  slug: 'hold-the-line',
  title: 'Hold the line, keep the night bus',
  kind: 'STRIKE',
  employer: 'Bayline Transit',
  story: `Bayline wants to end the night bus and put every driver on split shifts: four hours on, five off, four on. Two hundred and sixty of us drive, clean and repair these buses. Nurses, bakers and cleaners get home on them.

We said no at the table for seven months. Ninety-four of a hundred voted to strike. Since the first morning nothing has left the north yard.

Inside the local we know buses. We do not know how to make a film, a map or a poster by tonight. If you do, take a card.`,
  demands: [
    'Keep the night bus on all six lines',
    'No split shifts',
    'A mechanic on every shift',
    'Sick days from the first day',
  ],
  howToHelp: `Take a card that fits you. Each one is small and clear, and somebody here is waiting for it.
Come to the north gate, any time: coffee is on.
Do not ride the replacement buses.`,
  timeZone: 'America/Chicago',
  languages: ['en', 'es'],
  sensitivity: 'PUBLIC',
} as const;

/** Cards that the local opens to anyone, beyond those whose template already is public. */
export const openedToAnyone = [
  'media-advisory',
  'core-translation',
  'why-we-strike-video',
  'picket-map',
  'daily-bulletin',
  'faq',
  'message-map',
  'visual-kit',
  'strike-site',
  'hardship-fund-page',
  'rumor-reply',
  'opinion-pack',
  'rally-livestream',
  'press-kit',
  'digital-picket',
  'member-profile',
];

export const drafts = [
  'boycott-explainer',
  'targeted-ad',
  'settlement-posts',
  'thank-you',
  'handover',
  'debrief',
];

/** Finished before or since the start: who did it, who looked at the craft, and what the local said. */
export const finished: {
  key: string;
  by: Handle;
  craft: Handle;
  note: string;
  link?: string;
  thanks: string;
}[] = [
  {
    key: 'scope-call',
    by: 'northstar',
    craft: 'redbarn',
    note: 'One page, agreed on the call.',
    thanks: 'First time in months we all had the same page in front of us.',
  },
  {
    key: 'account-audit',
    by: 'mockingbird',
    craft: 'northstar',
    note: 'Five accounts, two of them recovered. No passwords were sent.',
    thanks: 'We had forgotten two of these existed.',
  },
  {
    key: 'message-map',
    by: 'ana',
    craft: 'mockingbird',
    note: 'Three sentences each for riders, members and the press.',
    link: 'https://docs.example.org/412/message-map',
    thanks: 'The nurses quote these back to us at the stop.',
  },
  {
    key: 'hashtag-check',
    by: 'oleander',
    craft: 'mockingbird',
    note: 'Two were in use by a bus company abroad. #KeepTheNightBus is free.',
    thanks: 'It is on every sign now.',
  },
  {
    key: 'visual-kit',
    by: 'quietthunder',
    craft: 'northstar',
    note: 'Logo, colours and six layouts you can edit.',
    link: 'https://files.example.org/412/visual-kit',
    thanks: 'We look like we mean it.',
  },
  {
    key: 'strike-site',
    by: 'redbarn',
    craft: 'northstar',
    note: 'Live, loads in a second on a phone.',
    link: 'https://keepthenightbus.example.org',
    thanks: 'My mother found it by herself.',
  },
  {
    key: 'faq',
    by: 'ana',
    craft: 'mockingbird',
    note: 'Two pages, nothing a lawyer would mind.',
    thanks: 'Saved us a hundred phone calls.',
  },
  {
    key: 'press-list',
    by: 'oleander',
    craft: 'ana',
    note: 'Twenty-three reporters with beats.',
    thanks: 'Three of them called back the same day.',
  },
  {
    key: 'press-kit',
    by: 'mockingbird',
    craft: 'ana',
    note: 'Backgrounder, quotes, photos.',
    link: 'https://files.example.org/412/press-kit',
    thanks: 'The evening paper used the whole first page.',
  },
  {
    key: 'hardship-fund-page',
    by: 'redbarn',
    craft: 'quietthunder',
    note: 'Tested with a gift of one dollar.',
    link: 'https://fund.example.org/412',
    thanks: 'First gift came in at 11:09.',
  },
  {
    key: 'phone-video-lesson',
    by: 'oleander',
    craft: 'northstar',
    note: 'Eleven members sent a clip.',
    thanks: 'Even Lou can do it now.',
  },
  {
    key: 'spokesperson-drill',
    by: 'northstar',
    craft: 'redbarn',
    note: 'Recorded, with notes for both.',
    thanks: 'They were ready when the cameras came.',
  },
  {
    key: 'strike-vote-posts',
    by: 'mockingbird',
    craft: 'northstar',
    note: 'One for each account, ready to send.',
    thanks: 'Forty thousand people saw this before the boss woke up. Thank you.',
  },
];

/** In somebody's hands now. `leaseHours` is set while they claim, so that clocks differ. */
export const claimed: { key: string; by: Handle; leaseHours: number; waitsFor?: string }[] = [
  { key: 'why-we-strike-video', by: 'oleander', leaseHours: 48 },
  { key: 'picket-map', by: 'redbarn', leaseHours: 12, waitsFor: 'Sites and shifts for the south gate' },
  { key: 'live-posting-shift', by: 'mockingbird', leaseHours: 8 },
  { key: 'comment-moderation', by: 'ana', leaseHours: 24, waitsFor: 'The house rules' },
];

export const inReview: {
  key: string;
  by: Handle;
  note: string;
  link: string;
  craft?: Handle;
  sentBack?: string;
}[] = [
  {
    key: 'solidarity-toolkit',
    by: 'quietthunder',
    note: 'Images, captions and the link, in both languages.',
    link: 'https://files.example.org/412/toolkit',
    craft: 'redbarn',
  },
  {
    key: 'rumor-reply',
    by: 'mockingbird',
    note: '“Buses run anyway”: they do not, here are the photos.',
    link: 'https://docs.example.org/412/rumor',
  },
  {
    key: 'supporter-appeal',
    by: 'ana',
    note: 'Shorter now, and it asks for one thing.',
    link: 'https://docs.example.org/412/appeal',
    sentBack: 'Good. Can it ask for one thing only?',
  },
];

export const handedBack = {
  key: 'picket-signs',
  by: 'quietthunder',
  note: 'Four of six are done and in the folder. My shift starts; the slogans for the last two are in the file.',
} as const;

/** Whom the local asks for a card that is open. */
export const asked: { by: Handle; whom: Handle; key: string; weeklyHours: number } = {
  by: 'marisol',
  whom: 'juniper',
  key: 'core-translation',
  weeklyHours: 4,
};

export const comments: { key: string; by: Handle; text: string }[] = [
  { key: 'media-advisory', by: 'marisol', text: 'Spokesperson is Dee. She can be named.' },
  { key: 'core-translation', by: 'marisol', text: 'Teresa from the depot checks the Spanish.' },
  { key: 'picket-map', by: 'redbarn', text: 'North gate is on the map. I only need the south gate.' },
];

/** Locals that asked for help: the first waits, the second, in Spanish, is with a coordinator who has made its plan. */
export const asks: {
  minutesAgo: number;
  language: string;
  contact: string;
  takenBy?: Handle;
  /** From now, not from the demo's own strike. */
  startsInHours: number;
  answers: AskAnswersInput;
}[] = [
  {
    minutesAgo: 170,
    language: 'en',
    contact: 'Signal: linen.77',
    startsInHours: 9 * 24,
    answers: {
      organizationName: 'Hotel Housekeepers 77',
      organizationKind: 'UNION_LOCAL',
      role: 'Strike committee',
      kind: 'STRIKE',
      happening: 'Eleven hotels, one contract. We vote on Friday and walk out the Friday after.',
      timeZone: 'America/Chicago',
      assets: [
        { asset: 'SOCIAL_ACCOUNTS', has: true },
        { asset: 'PRESS_CONTACT', has: false },
        { asset: 'LOGO', has: true },
      ],
      worries: ['NOBODY_KNOWS', 'PRESS'],
      languages: ['en', 'es'],
      suggestForUs: true,
      localHoursPerWeek: 4,
    },
  },
  {
    minutesAgo: 300,
    language: 'es',
    contact: 'Signal: muelle.3',
    takenBy: 'northstar',
    startsInHours: 4 * 24,
    answers: {
      organizationName: 'Pilotos del Puerto 3',
      organizationKind: 'UNION_LOCAL',
      role: 'Secretario',
      kind: 'CONTRACT_FIGHT',
      happening: 'El puerto quiere un piloto donde antes había dos. Repartimos volantes desde el lunes.',
      timeZone: 'America/Chicago',
      assets: [{ asset: 'PHOTOS', has: true }],
      worries: ['RUMORS', 'SAFETY'],
      languages: ['es', 'en'],
      needs: ['WRITING', 'GRAPHIC_DESIGN'],
      hideEmployer: true,
      localHoursPerWeek: 6,
    },
  },
];

/** How Local 412 saw itself before the strike, and where it stands with its second look. By person, in the order of the questions. */
export const assessments = {
  daysBeforeNow: 40,
  first: {
    marisol: [2, 1, 2, 1, 1, 2, 1, 3, 2, 1],
    'big-lou': [1, 2, 3, 1, 1, 3, 1, 2, 2, 1],
    redbarn: [2, 1, 1, 2, 2, 2, 1, 3, 1, 2],
    mockingbird: [2, 1, 2, 1, 2, 1, 2, 3, 2, 2],
  },
  second: {
    redbarn: [3, 3, 2, 2, 4, 3, 3, 3, 2, 2],
    mockingbird: [3, 3, 3, 2, 4, 4, 2, 3, 3, 3],
  },
} satisfies {
  daysBeforeNow: number;
  first: Partial<Record<Handle, number[]>>;
  second: Partial<Record<Handle, number[]>>;
};

/** What people suggested and asked; with a `card`, it became that one of the strike's finished cards. */
export const suggestions: {
  by: Handle;
  kind: 'QUESTION' | 'SUGGESTION';
  text: string;
  votes: Handle[];
  answer?: string;
  card?: string;
  daysAgo: number;
}[] = [
  {
    by: 'juniper',
    kind: 'SUGGESTION',
    text: 'Riders ask us the same ten things at every stop. Put the answers on one page.',
    votes: ['ana', 'mockingbird', 'oleander'],
    answer: 'Yes. It is a card by now.',
    card: 'faq',
    daysAgo: 2,
  },
  {
    by: 'quietthunder',
    kind: 'QUESTION',
    text: 'May I show a poster from here in my portfolio?',
    votes: ['juniper'],
    answer: 'If the local says so: ask in the comments of the card. Most are glad to.',
    daysAgo: 5,
  },
  {
    by: 'ana',
    kind: 'SUGGESTION',
    text: 'Let me say that I have only an hour, and show me what fits into it.',
    votes: ['oleander', 'redbarn', 'juniper', 'quietthunder'],
    daysAgo: 1,
  },
];
