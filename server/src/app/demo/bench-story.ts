import type { Skill } from '../../core/access/skill.ts';
import type { OfficeHoursInput } from '../../features/bench/change-hours.ts';
import type { AdviserInput } from '../../features/bench/update-adviser.ts';
import type { Handle } from './story.ts';

// Made up like all of the demo.

/** Who sits on the bench, and when, each on the clock of their place. */
export const advisers = [
  {
    who: 'northstar',
    topics: ['First 72 hours of a strike', 'Who says yes to what'],
    about: 'Nine strikes, three of them won in the first week.',
    skills: ['STRATEGY', 'TRAINING'],
    languages: ['en', 'es'],
    meetAt: 'https://meet.example.org/northstar',
    hours: [
      {
        weekdays: [1, 3],
        everyWeeks: 1,
        from: '17:00',
        until: '19:00',
        slotMinutes: 30,
        timeZone: 'America/Chicago',
      },
    ],
  },
  {
    who: 'oleander',
    topics: ['Filming a picket', 'Livestream from a phone'],
    about: 'Camera for a living, pickets for the heart.',
    skills: ['ONLINE_VIDEO', 'SOCIAL_MEDIA'],
    languages: ['en'],
    meetAt: 'https://meet.example.org/oleander',
    hours: [
      {
        weekdays: [2, 4, 6],
        everyWeeks: 1,
        from: '18:00',
        until: '20:00',
        slotMinutes: 45,
        timeZone: 'America/New_York',
      },
    ],
  },
  {
    who: 'redbarn',
    topics: ['A strike page that loads on a bus', 'Domains and who owns them'],
    about: '',
    skills: ['WEB_DEVELOPMENT'],
    languages: ['en'],
    meetAt: null,
    hours: [
      {
        weekdays: [1, 2, 3, 4, 5],
        everyWeeks: 1,
        from: '12:00',
        until: '13:00',
        slotMinutes: 20,
        timeZone: 'America/Denver',
      },
      {
        weekdays: [6],
        everyWeeks: 2,
        from: '10:00',
        until: '12:00',
        slotMinutes: 60,
        timeZone: 'America/Denver',
      },
    ],
  },
] as const satisfies readonly DemoAdviser[];

interface DemoAdviser extends Required<
  Omit<AdviserInput, 'topics' | 'skills' | 'languages' | 'weeklyLimit' | 'isPaused'>
> {
  who: Handle;
  topics: readonly string[];
  skills: readonly Skill[];
  languages: readonly string[];
  hours: readonly (Omit<OfficeHoursInput, 'weekdays' | 'fromDate' | 'untilDate'> & {
    weekdays: readonly number[];
  })[];
}

/** What is before the organizer. */
export const talk = {
  by: 'marisol',
  withWhom: 'oleander',
  question: 'We want to show the north gate live on Saturday without showing who stands there. How?',
} as const satisfies { by: Handle; withWhom: Handle; question: string };
