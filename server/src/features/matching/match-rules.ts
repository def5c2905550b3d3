import { mayReadAt, type Sensitivity } from '../../core/access/sensitivity.ts';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import type { Role } from '../../core/access/role.ts';
import type { Standing } from '../../core/access/standing.ts';
import type { Skill } from '../../core/access/skill.ts';
import { levelFor, readerOf, type Rights, standingHere } from '../../core/access/viewer.ts';

/** What the rules look at in a person. Hours of the week are those of the last seven days, rolling. */
export interface PersonToMatch {
  id: string;
  skills: readonly Skill[];
  languages: readonly string[];
  standing: Standing;
  coordinator: boolean;
  /** Roles by organization id, at least those that matter for the cards at hand. */
  roles: Readonly<Record<string, Role>>;
  /** Ids of organizations one of whose people vouches for them. */
  vouches: readonly string[];
  erased: boolean;
  weeklyHours: number;
  /** Days such as 2026-11-25, both included; null for no such end. */
  pausedFrom: string | null;
  pausedUntil: string | null;
  /** Minutes that their clocks are ahead of UTC; null where they did not say where they live. */
  utcOffset: number | null;
  notSkills: readonly Skill[];
  notKinds: readonly CampaignKind[];
  /** Hours of the cards they hold. */
  heldHours: number;
  held: number;
  /** Hours of the cards they handed in this week. */
  weekHours: number;
  /** Cards they hold, by board id. */
  heldOn: Readonly<Record<string, number>>;
  /** Cards of theirs that were approved, by skill and by organization id. */
  doneInSkill: Readonly<Partial<Record<Skill, number>>>;
  doneFor: Readonly<Record<string, number>>;
  /** Since when nobody asked them and they took nothing; at first since they joined. */
  waitingSince: Date;
  /** Ids of cards to which they said "not now". */
  declined: readonly string[];
  /** Ids of campaigns that do not want them. */
  blockedOn: readonly string[];
}

/** What the rules look at in a card. */
export interface CardToMatch {
  id: string;
  boardId: string;
  campaignId: string;
  organizationId: string;
  kind: CampaignKind;
  /** Whether it can be claimed: its status is OPEN and its campaign goes on. */
  open: boolean;
  skill: Skill;
  hours: number;
  languages: readonly string[];
  sensitivity: Sensitivity;
  campaignSensitivity: Sensitivity;
  /** Null for none, and where whoever reads the result may not know it. */
  dueAt: Date | null;
  newcomerClaimLimit: number;
  claimLimit: number;
}

/** Why somebody cannot be asked for a card, whatever else speaks for them. */
export const WhyNot = {
  NOT_OPEN: 'NOT_OPEN',
  ERASED: 'ERASED',
  SUSPENDED: 'SUSPENDED',
  /** Their standing does not reach the card's sensitivity. */
  NOT_READABLE: 'NOT_READABLE',
  BLOCKED: 'BLOCKED',
  /** In a pause, or with no hours at all. */
  PAUSED: 'PAUSED',
  WILL_NOT_DO: 'WILL_NOT_DO',
  DECLINED: 'DECLINED',
  SKILL: 'SKILL',
  LANGUAGE: 'LANGUAGE',
  /** They hold as many cards of the campaign as they may. */
  CLAIM_LIMIT: 'CLAIM_LIMIT',
} as const;
export type WhyNot = keyof typeof WhyNot;

/** What speaks for a match, or against it. */
export const MatchReasonCode = {
  SKILL: 'SKILL',
  LANGUAGE: 'LANGUAGE',
  TIME_FREE: 'TIME_FREE',
  TIME_SHORT: 'TIME_SHORT',
  DUE_IN_TIME: 'DUE_IN_TIME',
  DUE_TIGHT: 'DUE_TIGHT',
  DID_SKILL: 'DID_SKILL',
  KNOWS_LOCAL: 'KNOWS_LOCAL',
  TRUSTED: 'TRUSTED',
  WAITED: 'WAITED',
  HOLDS_MUCH: 'HOLDS_MUCH',
} as const;
export type MatchReasonCode = keyof typeof MatchReasonCode;

/** One reason, for pages to put into words. */
export interface MatchReason {
  code: MatchReasonCode;
  /** Hours left this week (TIME_*), or whole hours awake until it is due (DUE_*). */
  hours?: number;
  /** Cards done (DID_SKILL, KNOWS_LOCAL) or held (HOLDS_MUCH), or whole days (WAITED). */
  count?: number;
  /** The card's tag of the shared language (LANGUAGE). */
  language?: string;
}

export type Match = { score: number; reasons: MatchReason[] } | { no: WhyNot };

/** What each thing is worth at most; together 100. Holding cards takes away what is under `load`. */
export const WEIGHTS = {
  time: 40,
  due: 12,
  urgency: 8,
  practice: 13,
  local: 7,
  standing: 5,
  waited: 15,
  /** For each card held beyond the first, three at most. */
  load: -5,
} as const;

/** Scores from here on are worth an invitation, if there is time as well. */
const WORTH_ASKING = 50;

/** Cards after which more practice makes no difference. */
const PRACTISED = 3;
const KNOWN = 2;
const WAITED_DAYS = 14;
/** A card due sooner is urgent. */
const URGENT_HOURS = 72;
const WAKES_AT = 8;
const AWAKE = 14;
const STANDING: Record<Standing, number> = { SUSPENDED: 0, NEW: 0.4, VETTED: 0.8, LEAD: 1 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours that somebody has left this week: what they gave us, less what they hold and what they did. */
export function freeHours(person: Pick<PersonToMatch, 'weeklyHours' | 'heldHours' | 'weekHours'>): number {
  return Math.max(0, person.weeklyHours - person.heldHours - person.weekHours);
}

/** Whether somebody wants to be left alone now: in a pause by the days where they live, or without hours. */
export function isPaused(
  person: Pick<PersonToMatch, 'weeklyHours' | 'pausedFrom' | 'pausedUntil' | 'utcOffset'>,
  now: Date,
): boolean {
  if (person.weeklyHours === 0) return true;
  if (person.pausedFrom === null && person.pausedUntil === null) return false;
  const today = new Date(now.getTime() + (person.utcOffset ?? 0) * 60_000).toISOString().slice(0, 10);
  return (
    (person.pausedFrom === null || person.pausedFrom <= today) &&
    (person.pausedUntil === null || today <= person.pausedUntil)
  );
}

/** Hours between 8 and 22 o'clock where somebody lives; without a place, as many as anywhere. */
export function awakeHours(from: Date, until: Date, utcOffset: number | null): number {
  if (until <= from) return 0;
  if (utcOffset === null) return ((until.getTime() - from.getTime()) / DAY) * AWAKE;
  const awakeBefore = (moment: Date) => {
    const local = moment.getTime() + utcOffset * 60_000;
    const day = Math.floor(local / DAY);
    const hour = (local - day * DAY) / HOUR;
    return day * AWAKE + Math.min(AWAKE, Math.max(0, hour - WAKES_AT));
  };
  return awakeBefore(until) - awakeBefore(from);
}

/** The first language of the card that the person works in too, by its tag on the card; undefined for none. */
export function sharedLanguage(
  person: Pick<PersonToMatch, 'languages'>,
  card: Pick<CardToMatch, 'languages'>,
): string | undefined {
  const base = (tag: string) => tag.split('-')[0];
  return card.languages.find((wanted) => person.languages.some((spoken) => base(spoken) === base(wanted)));
}

/** Why somebody may not even be asked, whoever asks: their rights, and what they said they want. */
export function whyNotAsk(person: PersonToMatch, card: CardToMatch, now: Date): WhyNot | null {
  if (!card.open) return 'NOT_OPEN';
  if (person.erased) return 'ERASED';
  if (person.standing === 'SUSPENDED') return 'SUSPENDED';
  if (person.blockedOn.includes(card.campaignId)) return 'BLOCKED';
  if (!reads(person, card)) return 'NOT_READABLE';
  if (isPaused(person, now)) return 'PAUSED';
  if (person.notSkills.includes(card.skill) || person.notKinds.includes(card.kind)) return 'WILL_NOT_DO';
  if (person.declined.includes(card.id)) return 'DECLINED';
  return null;
}

/** What decides what a person may read. */
export function rightsOf(person: PersonToMatch): Rights {
  const { standing, coordinator, roles, vouches, blockedOn } = person;
  return {
    standing,
    coordinator,
    roles: new Map(Object.entries(roles)),
    vouches: new Set(vouches),
    blocks: new Set(blockedOn),
  };
}

function reads(person: PersonToMatch, card: CardToMatch): boolean {
  const level = levelFor(readerOf(rightsOf(person)), card);
  return mayReadAt(level, card.sensitivity) && mayReadAt(level, card.campaignSensitivity);
}

function whyNotFit(person: PersonToMatch, card: CardToMatch): WhyNot | null {
  if (!person.skills.includes(card.skill)) return 'SKILL';
  if (card.languages.length > 0 && sharedLanguage(person, card) === undefined) return 'LANGUAGE';
  const limit = standingFor(person, card) === 'NEW' ? card.newcomerClaimLimit : card.claimLimit;
  if ((person.heldOn[card.boardId] ?? 0) >= limit) return 'CLAIM_LIMIT';
  return null;
}

/**
 * How well a person and a card fit, 0 to 100, with the reasons; or the one hard condition that rules it out. Looks
 * at nothing but what it is given. More free hours never lower the score, and no score outvotes a hard condition.
 */
export function scoreMatch(person: PersonToMatch, card: CardToMatch, now: Date): Match {
  const no = whyNotAsk(person, card, now) ?? whyNotFit(person, card);
  if (no) return { no };
  const parts = [
    skillAndLanguage(person, card),
    time(person, card),
    due(person, card, now),
    practice(person, card),
    knowsLocal(person, card),
    standing(standingFor(person, card)),
    waited(person, now),
    load(person),
  ];
  const sum = parts.reduce((score, part) => score + part.score, 0);
  return { score: Math.max(0, sum), reasons: parts.flatMap(({ reasons }) => reasons) };
}

/** Whether a match is good enough to ask for it: it scores, the hours are free, and it can be done before it is due. */
export function isWorthAsking({
  score,
  reasons,
}: {
  score: number;
  reasons: readonly MatchReason[];
}): boolean {
  const has = (wanted: MatchReasonCode) => reasons.some(({ code }) => code === wanted);
  return score >= WORTH_ASKING && has('TIME_FREE') && !has('DUE_TIGHT');
}

interface Part {
  score: number;
  reasons: MatchReason[];
}

function skillAndLanguage(person: PersonToMatch, card: CardToMatch): Part {
  const language = sharedLanguage(person, card);
  const reasons: MatchReason[] = [{ code: 'SKILL' }];
  if (language !== undefined) reasons.push({ code: 'LANGUAGE', language });
  return { score: 0, reasons };
}

function time(person: PersonToMatch, card: CardToMatch): Part {
  const free = freeHours(person);
  const code = free >= card.hours ? 'TIME_FREE' : 'TIME_SHORT';
  return { score: WEIGHTS.time * share(free, card.hours), reasons: [{ code, hours: free }] };
}

function due(person: PersonToMatch, card: CardToMatch, now: Date): Part {
  if (!card.dueAt) return { score: WEIGHTS.due, reasons: [] };
  const awake = awakeHours(now, card.dueAt, person.utcOffset);
  if (awake < card.hours) return { score: 0, reasons: [{ code: 'DUE_TIGHT', hours: Math.floor(awake) }] };
  const left = (card.dueAt.getTime() - now.getTime()) / HOUR;
  const urgency = WEIGHTS.urgency * (1 - share(left, URGENT_HOURS));
  // Twice the time it takes is comfortable.
  const score = WEIGHTS.due * share(awake, 2 * card.hours) + urgency;
  return { score, reasons: left <= URGENT_HOURS ? [{ code: 'DUE_IN_TIME', hours: Math.floor(awake) }] : [] };
}

function practice(person: PersonToMatch, card: CardToMatch): Part {
  const count = person.doneInSkill[card.skill] ?? 0;
  const reasons: MatchReason[] = count > 0 ? [{ code: 'DID_SKILL', count }] : [];
  return { score: WEIGHTS.practice * share(count, PRACTISED), reasons };
}

function knowsLocal(person: PersonToMatch, card: CardToMatch): Part {
  const count = person.doneFor[card.organizationId] ?? 0;
  const reasons: MatchReason[] = count > 0 ? [{ code: 'KNOWS_LOCAL', count }] : [];
  return { score: WEIGHTS.local * share(count, KNOWN), reasons };
}

/** A person's standing on the campaign of a card. */
function standingFor({ standing, vouches }: PersonToMatch, { organizationId }: CardToMatch): Standing {
  return standingHere({ standing, vouched: vouches.includes(organizationId) });
}

function standing(standing: Standing): Part {
  const trusted = standing === 'VETTED' || standing === 'LEAD';
  return { score: WEIGHTS.standing * STANDING[standing], reasons: trusted ? [{ code: 'TRUSTED' }] : [] };
}

function waited({ waitingSince }: PersonToMatch, now: Date): Part {
  const days = Math.max(0, now.getTime() - waitingSince.getTime()) / DAY;
  const reasons: MatchReason[] = days >= 3 ? [{ code: 'WAITED', count: Math.floor(days) }] : [];
  return { score: WEIGHTS.waited * share(days, WAITED_DAYS), reasons };
}

function load({ held }: PersonToMatch): Part {
  const beyond = Math.min(3, Math.max(0, held - 1));
  const reasons: MatchReason[] = held > 1 ? [{ code: 'HOLDS_MUCH', count: held }] : [];
  return { score: WEIGHTS.load * beyond, reasons };
}

/** A part of a whole, 0 to 1. */
const share = (part: number, whole: number) => Math.min(1, Math.max(0, part / whole));

export interface ScoredPerson {
  person: PersonToMatch;
  score: number;
  reasons: MatchReason[];
}

/** Those who fit a card, best first; of equals whoever waited longer, then by id. */
export function rankPeople(people: readonly PersonToMatch[], card: CardToMatch, now: Date): ScoredPerson[] {
  return people
    .flatMap((person) => {
      const match = scoreMatch(person, card, now);
      return 'no' in match ? [] : [{ person, ...match }];
    })
    .sort(
      (one, other) =>
        other.score - one.score ||
        one.person.waitingSince.getTime() - other.person.waitingSince.getTime() ||
        compare(one.person.id, other.person.id),
    );
}

export interface ScoredCard<Card extends CardToMatch = CardToMatch> {
  card: Card;
  score: number;
  reasons: MatchReason[];
}

/** The cards that fit a person, best first; of equals what is due sooner, then by id. */
export function rankCards<Card extends CardToMatch>(
  person: PersonToMatch,
  cards: readonly Card[],
  now: Date,
): ScoredCard<Card>[] {
  const dueOf = ({ dueAt }: CardToMatch) => dueAt?.getTime() ?? Infinity;
  return cards
    .flatMap((card) => {
      const match = scoreMatch(person, card, now);
      return 'no' in match ? [] : [{ card, ...match }];
    })
    .sort(
      (one, other) =>
        other.score - one.score ||
        compare(dueOf(one.card), dueOf(other.card)) ||
        compare(one.card.id, other.card.id),
    );
}

const compare = <T extends string | number>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);
