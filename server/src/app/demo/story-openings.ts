import type { RecordField } from '../../features/opening/own-record.ts';
import type { Handle } from './story.ts';

// Everybody and everything here is made up.

export interface DemoQuestion {
  by: Handle;
  text: string;
  answer?: string;
  wantedBy: readonly Handle[];
}

interface DemoOpening {
  words: {
    title: string;
    story: string;
    place: string;
    isRemote: boolean;
    languages: readonly string[];
    skills: readonly ('SOCIAL_MEDIA' | 'WRITING' | 'ONLINE_VIDEO' | 'STRATEGY' | 'TRAINING')[];
    payFrom: number;
    payTo: number;
    currency: 'USD';
    payPer: 'HOUR' | 'YEAR';
    hoursAWeek: number;
    howToAnswer: string;
    timeZone: string;
  };
  openForDays: number;
  closed: boolean;
  questions: readonly DemoQuestion[];
  applicant?: { handle: Handle; words: string; shares: readonly RecordField[] };
}

export const hirer: Handle = 'marisol';
const timeZone = 'America/Chicago';

export const openings: readonly DemoOpening[] = [
  {
    words: {
      title: 'New-media director',
      story: `You run what two hundred and sixty drivers, mechanics and cleaners say online, and teach them to say it themselves.

A week is two days at the picket line with a phone, one day of writing, one of teaching, and one for whatever happens. You work with the president and two volunteers.`,
      place: 'Chicago',
      isRemote: false,
      languages: ['en', 'es'],
      skills: ['SOCIAL_MEDIA', 'WRITING', 'TRAINING'],
      payFrom: 58_000,
      payTo: 64_000,
      currency: 'USD',
      payPer: 'YEAR',
      hoursAWeek: 37.5,
      howToAnswer: '',
      timeZone,
    },
    openForDays: 16,
    closed: false,
    questions: [
      {
        by: 'oleander',
        text: 'Do I have to be at the yard at four in the morning?',
        answer: 'On two days a week, and never two in a row. We drive you home.',
        wantedBy: ['juniper', 'ana', 'quietthunder'],
      },
      { by: 'juniper', text: 'Is the job there when the strike is over?', wantedBy: ['oleander'] },
    ],
    applicant: {
      handle: 'mockingbird',
      words: 'I post for the local after my shifts anyway. I would like to do it well, and with time.',
      shares: ['HANDLE', 'SKILLS', 'LANGUAGES', 'CARDS'],
    },
  },
  {
    words: {
      title: 'Video editor for six weeks',
      story:
        'Short films from the picket line, one every second day, from what drivers record on their phones.',
      place: '',
      isRemote: true,
      languages: ['en'],
      skills: ['ONLINE_VIDEO'],
      payFrom: 32,
      payTo: 32,
      currency: 'USD',
      payPer: 'HOUR',
      hoursAWeek: 20,
      howToAnswer: '',
      timeZone,
    },
    openForDays: 9,
    closed: true,
    questions: [
      {
        by: 'quietthunder',
        text: 'Who says yes to a film before it is out?',
        answer: 'Big Lou, from his phone, within two hours. Nothing goes out without it.',
        wantedBy: ['oleander', 'redbarn'],
      },
      {
        by: 'redbarn',
        text: 'May I show the films as my work later?',
        answer: 'Yes, once the contract is signed. Faces only with a yes of their own.',
        wantedBy: ['oleander'],
      },
    ],
  },
];
