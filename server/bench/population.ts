import type { CardToMatch, PersonToMatch } from '../src/features/matching/match-rules.ts';
import type { Skill } from '../src/core/access/skill.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Shares<T extends string | number> = readonly (readonly [T, number])[];

/** One of several values by their shares. */
export function pick<T extends string | number>(random: () => number, shares: Shares<T>): T {
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  let left = random() * sum;
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return shares[shares.length - 1]![0];
}

// Guesses, written down so that they can be argued with: many write and post, few film, build or buy advertising;
// fights want designs, posts and films more than people who can make them; most people have two or three hours.

const CAN: Shares<Skill> = [
  ['WRITING', 28],
  ['SOCIAL_MEDIA', 24],
  ['GRAPHIC_DESIGN', 16],
  ['ONLINE_VIDEO', 9],
  ['WEB_DEVELOPMENT', 9],
  ['TRAINING', 6],
  ['STRATEGY', 5],
  ['ONLINE_ADVERTISING', 3],
];
const WANTED: Shares<Skill> = [
  ['SOCIAL_MEDIA', 26],
  ['WRITING', 24],
  ['GRAPHIC_DESIGN', 20],
  ['ONLINE_VIDEO', 12],
  ['WEB_DEVELOPMENT', 9],
  ['ONLINE_ADVERTISING', 4],
  ['TRAINING', 3],
  ['STRATEGY', 2],
];
const WEEKLY: Shares<number> = [
  [0, 4],
  [1, 12],
  [2, 36],
  [3, 18],
  [4, 14],
  [6, 9],
  [8, 4],
  [12, 3],
];
const HOURS: Shares<number> = [
  [1, 22],
  [1.5, 14],
  [2, 34],
  [3, 16],
  [4, 10],
  [6, 4],
];
const KINDS: Shares<CardToMatch['kind']> = [
  ['STRIKE', 35],
  ['CONTRACT_FIGHT', 30],
  ['ORGANIZING_DRIVE', 20],
  ['COMMUNITY_FIGHT', 10],
  ['BOYCOTT', 5],
];
const DAY = 86_400_000;

export function makePeople(random: () => number, count: number, now: Date): PersonToMatch[] {
  return Array.from({ length: count }, (_, index) => {
    const skills = new Set(
      Array.from(
        {
          length: pick(random, [
            [1, 45],
            [2, 38],
            [3, 17],
          ]),
        },
        () => pick(random, CAN),
      ),
    );
    const languages = [...(random() < 0.96 ? ['en'] : []), ...(random() < 0.28 ? ['es'] : [])];
    const standing = pick(random, [
      ['NEW', 55],
      ['VETTED', 38],
      ['LEAD', 7],
    ] as const);
    const paused = random() < 0.08;
    return {
      id: `person-${String(index).padStart(5, '0')}`,
      skills: [...skills],
      languages,
      standing,
      coordinator: false,
      roles: {},
      vouches: [],
      erased: false,
      weeklyHours: pick(random, WEEKLY),
      pausedFrom: null,
      pausedUntil: paused ? new Date(now.getTime() + random() * 30 * DAY).toISOString().slice(0, 10) : null,
      utcOffset:
        random() < 0.3
          ? null
          : pick(random, [
              [-300, 40],
              [-360, 25],
              [-420, 10],
              [-480, 20],
              [60, 5],
            ]),
      notSkills: random() < 0.04 ? [[...skills][0]!] : [],
      notKinds: random() < 0.05 ? ['BOYCOTT'] : [],
      heldHours: 0,
      held: 0,
      weekHours: 0,
      heldOn: {},
      doneInSkill: standing === 'NEW' ? {} : { [[...skills][0]!]: 1 + Math.floor(random() * 4) },
      doneFor: {},
      waitingSince: new Date(now.getTime() - random() * 60 * DAY),
      declined: [],
      blockedOn: [],
    };
  });
}

/** Cards of so many campaigns, each with the hour from the start at which it opens. */
export function makeCards(
  random: () => number,
  { count, campaigns, hours, start }: { count: number; campaigns: number; hours: number; start: Date },
): { card: CardToMatch; opensAt: number }[] {
  const kinds = Array.from({ length: campaigns }, () => pick(random, KINDS));
  return Array.from({ length: count }, (_, index) => {
    const campaign = Math.floor(random() * campaigns);
    const opensAt = Math.floor(random() * hours);
    const dueIn = pick(random, [
      [12, 12],
      [24, 20],
      [48, 26],
      [96, 24],
      [168, 18],
    ]);
    const card: CardToMatch = {
      id: `card-${String(index).padStart(4, '0')}`,
      boardId: `board-${campaign}`,
      campaignId: `campaign-${campaign}`,
      organizationId: `local-${campaign}`,
      kind: kinds[campaign]!,
      open: true,
      skill: pick(random, WANTED),
      hours: pick(random, HOURS),
      languages: [random() < 0.8 ? 'en' : 'es'],
      sensitivity: random() < 0.75 ? 'PUBLIC' : 'VETTED',
      campaignSensitivity: 'PUBLIC',
      dueAt: random() < 0.15 ? null : new Date(start.getTime() + (opensAt + dueIn) * 3_600_000),
      newcomerClaimLimit: 1,
      claimLimit: 3,
    };
    return { card, opensAt };
  }).sort((one, other) => one.opensAt - other.opensAt);
}
