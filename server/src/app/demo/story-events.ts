import type { NewEvent } from '../../features/event/create-event.ts';
import type { FeedbackInput } from '../../features/feedback/give-feedback.ts';
import type { RecapWordsInput } from '../../features/recap/recap-words.ts';
import type { DemoSlides } from './lay-out-slides.ts';
import type { Handle } from './story.ts';

/** An event of the demo: what is said of it, and when, in hours from the moment in which the demo is filled in. */
export interface DemoEvent {
  beginsInHours: number;
  lastsHours: number;
  words: Omit<NewEvent, 'organizationId' | 'startsWall' | 'endsWall' | 'timeZone' | 'sessions'>;
  /** In minutes from its beginning. */
  sessions?: (Omit<NonNullable<NewEvent['sessions']>[number], 'startsWall'> & { afterMinutes: number })[];
  slides?: DemoSlides[];
  /** Who comes, in this order; who is there already. */
  comes: { who: Handle | { name: string }; people?: number; seat?: 'ROOM' | 'ONLINE'; isHere?: boolean }[];
}

/** One that is over, one that is on, and a training that is to come and has a line at its door. */
export const events: DemoEvent[] = [
  {
    beginsInHours: -74,
    lastsHours: 2,
    words: {
      slug: 'night-shift-on-air',
      title: 'The night shift, on air',
      kind: 'CONVERSATION',
      chair: 'Marisol Reyes',
      place: 'Local 412 hall, 18 Depot Street\nSide door, ramp on the left',
      online: true,
      streamUrl: 'https://stream.example/412',
      hashtag: 'HoldTheLine412',
      story:
        'Three drivers tell what a night on line 6 is like, and what a camera changes when you hold it yourself.',
      languages: ['en', 'es'],
      accessibility: 'Step-free. Live captions in English, whispered Spanish on headphones.',
      roomCapacity: 60,
      parties: [
        { part: 'CO_HOST', name: 'Riders United' },
        { part: 'SUPPORTER', name: 'Public Library, Depot branch' },
      ],
      speakers: [
        { name: 'Lou Adair', role: 'president of the local', line: 'Drove line 6 for nineteen years.' },
        { name: 'Ana Prieto', role: 'writes the captions', line: 'Turns a shift into forty words.' },
      ],
    },
    slides: [
      {
        name: 'Filming a shift without faces.pdf',
        shown: 'RECAP',
        pages: [
          'A shift without faces\nHands, doors, the clock over the gate.\nThe picture is about the work.',
          'Before you film\nAsk everybody who could be known by it.\nTurn the names of lockers to the wall.',
          'After you filmed\nLook through it twice, with somebody else.\nSend it to the local first.',
        ],
      },
    ],
    comes: [
      { who: 'oleander', isHere: true },
      { who: 'ana', isHere: true, people: 2 },
      { who: 'juniper', seat: 'ONLINE' },
      { who: { name: 'Dee' }, isHere: true, people: 4 },
    ],
  },
  {
    beginsInHours: -0.6,
    lastsHours: 2,
    words: {
      slug: 'picket-line-call',
      title: 'Picket line call: what tonight needs',
      kind: 'CALL',
      online: true,
      streamUrl: 'https://stream.example/412-call',
      story:
        'Who stands where, who films, who answers the phone. Come late, leave early, bring one question.',
      languages: ['en'],
      accessibility: 'Captions. You can stay off camera.',
    },
    comes: [
      { who: 'mockingbird', seat: 'ONLINE' },
      { who: 'redbarn', seat: 'ONLINE' },
      { who: { name: 'Sam' }, seat: 'ONLINE' },
    ],
  },
  {
    beginsInHours: 9 * 24,
    lastsHours: 4,
    words: {
      slug: 'film-a-shift-in-an-hour',
      title: 'Film a shift in an hour',
      kind: 'TRAINING',
      chair: 'Marisol Reyes',
      place: 'Public Library, Depot branch, room 2',
      hashtag: 'FilmAShift',
      story:
        'Bring the phone you have. You leave with ninety seconds that can go up the same night, and you have cut them yourself.',
      languages: ['en', 'es'],
      accessibility: 'Lift to the second floor. Tell us what else you need.',
      roomCapacity: 6,
      price: 'SUGGESTED',
      priceWords: 'Five dollars for the room, if you can.',
      parties: [{ part: 'SPONSOR', name: 'Teachers Local 88' }],
      speakers: [{ name: 'Oleander', role: 'shows how', line: 'Cut the first video of this strike.' }],
    },
    sessions: [
      {
        ...{ title: 'Hold it steady, get the sound', presenter: 'Oleander', afterMinutes: 15, minutes: 60 },
        skills: ['ONLINE_VIDEO'],
      },
      {
        ...{ title: 'Cut it, caption it, post it', presenter: 'Mockingbird', afterMinutes: 90, minutes: 90 },
        skills: ['ONLINE_VIDEO', 'SOCIAL_MEDIA'],
      },
    ],
    slides: [
      {
        name: 'The one-page list.pdf',
        shown: 'NOW',
        pages: [
          'What to bring\nYour phone, charged, and its cable.\nOne story of your shift in two sentences.\nA friend who holds the light.',
        ],
      },
    ],
    comes: [
      { who: 'juniper', people: 2 },
      { who: 'quietthunder' },
      { who: { name: 'Rosa' }, people: 3 },
      { who: 'ana' },
      { who: { name: 'Theo' } },
    ],
  },
];

/** What is left of the one that is over: corrected by its host, and said by those who came. */
interface DemoRecap {
  slug: string;
  words: RecapWordsInput;
  said: ({ who: Handle; line: string } & Omit<FeedbackInput, 'edition'>)[];
  own: string;
}

export const recap: DemoRecap = {
  slug: 'night-shift-on-air',
  words: {
    words:
      'Three drivers, one kitchen table, and a stream that held. What a night on line 6 is like is now on record.',
    recordingUrl: 'https://videos.example.org/412/night-shift',
    volunteers: ['juniper, captions', 'Dee, coffee'],
  },
  said: [
    {
      ...{ who: 'oleander', good: 'You could ask the drivers anything.', missing: 'Time to try the camera.' },
      ...{ balance: 'TOO_MUCH_TALK', nextSkills: ['ONLINE_VIDEO'], line: 'Film hands and doors, not faces.' },
    },
    {
      ...{ who: 'ana', good: 'The captions came along.', missing: '' },
      ...{
        balance: 'RIGHT',
        nextSkills: ['WRITING', 'ONLINE_VIDEO'],
        line: 'Forty words a shift are enough.',
      },
    },
    {
      ...{ who: 'juniper', good: 'Lou told it plainly.', missing: 'More practice.' },
      ...{ balance: 'TOO_MUCH_TALK', nextSkills: ['ONLINE_VIDEO'], line: '' },
    },
  ],
  own: 'Ask riders first: they saw it too.',
};
