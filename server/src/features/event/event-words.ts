import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { webLinks } from '../../platform/input/links.ts';
import { languageTags, numberBetween, plainText } from '../../platform/input/text.ts';
import { takeTimeZone } from '../../platform/input/time-zone.ts';
import { takeWallTime, type WallFold } from '../../platform/input/wall-time.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { EventKind, EventParty, EventPart, EventPrice, EventSpeaker } from './event.entity.ts';

export const MOST = { parties: 20, speakers: 20, sessions: 30, capacity: 100_000 };

/** A session as organizers write it. One with the id of a session changes that one. */
export interface EventSessionInput {
  id?: string | null | undefined;
  title: string;
  presenter?: string | null | undefined;
  skills?: Skill[] | null | undefined;
  materials?: { label?: string | null; url: string }[] | null | undefined;
  startsWall: string;
  startsFold?: WallFold | null | undefined;
  minutes: number;
}

/** What organizers say about an event. Undefined leaves a field as it is. */
export interface EventWordsInput {
  title?: string | null | undefined;
  kind?: EventKind | null | undefined;
  parties?:
    { part: EventPart; name: string; organizationId?: string | null | undefined }[] | null | undefined;
  chair?: string | null | undefined;
  speakers?: { name: string; role?: string | null; line?: string | null }[] | null | undefined;
  place?: string | null | undefined;
  online?: boolean | null | undefined;
  streamUrl?: string | null | undefined;
  hashtag?: string | null | undefined;
  story?: string | null | undefined;
  languages?: string[] | null | undefined;
  accessibility?: string | null | undefined;
  roomCapacity?: number | null | undefined;
  onlineCapacity?: number | null | undefined;
  price?: EventPrice | null | undefined;
  priceWords?: string | null | undefined;
  sensitivity?: Sensitivity | null | undefined;
  startsWall?: string | null | undefined;
  endsWall?: string | null | undefined;
  timeZone?: string | null | undefined;
  sessions?: EventSessionInput[] | null | undefined;
}

/** Which moment is meant where clocks show a time twice. */
export interface Folds {
  startsFold?: WallFold | null | undefined;
  endsFold?: WallFold | null | undefined;
}

const line = (field: string, max: number) => ({ field, max, optional: true });

/** Fields of the event's row that were given, checked; the moments come later, when all of the row is known. */
export function takeEventWords(input: EventWordsInput) {
  const text = <Field extends keyof EventWordsInput>(
    field: Field,
    max: number,
    multiline = false,
  ): Partial<Record<Field, string>> => {
    if (input[field] === undefined) return {};
    const taken = plainText(input[field] as string | null, { ...line(field, max), multiline });
    return { [field]: taken } as Record<Field, string>;
  };
  return {
    ...(input.title !== undefined && { title: plainText(input.title, { field: 'title', max: 120 }) }),
    ...(input.kind != null && { kind: input.kind }),
    ...(input.parties !== undefined && { parties: takeParties(input.parties ?? []) }),
    ...text('chair', 120),
    ...(input.speakers !== undefined && { speakers: takeSpeakers(input.speakers ?? []) }),
    ...text('place', 300, true),
    ...(input.online != null && { online: input.online }),
    ...(input.streamUrl !== undefined && { streamUrl: takeStream(input.streamUrl) }),
    ...(input.hashtag !== undefined && { hashtag: takeHashtag(input.hashtag) }),
    ...text('story', 5000, true),
    ...(input.languages !== undefined && { languages: languageTags(input.languages, 'languages') }),
    ...text('accessibility', 1000, true),
    ...(input.roomCapacity !== undefined && {
      roomCapacity: takeCapacity(input.roomCapacity, 'roomCapacity'),
    }),
    ...(input.onlineCapacity !== undefined && {
      onlineCapacity: takeCapacity(input.onlineCapacity, 'onlineCapacity'),
    }),
    ...(input.price != null && { price: input.price }),
    ...text('priceWords', 300),
    ...(input.sensitivity != null && { sensitivity: input.sensitivity }),
    ...(input.startsWall != null && { startsWall: takeWallTime(input.startsWall, 'startsWall') }),
    ...(input.endsWall != null && { endsWall: takeWallTime(input.endsWall, 'endsWall') }),
    ...(input.timeZone != null && { timeZone: takeTimeZone(input.timeZone) }),
  };
}

function takeParties(given: NonNullable<EventWordsInput['parties']>): EventParty[] {
  if (given.length > MOST.parties) throw tooMany('parties', MOST.parties);
  return given.map(({ part, name, organizationId }) => ({
    part,
    name: plainText(name, { field: 'parties', max: 120 }),
    organizationId: organizationId ? rowId('Organization', organizationId) : null,
  }));
}

function takeSpeakers(given: NonNullable<EventWordsInput['speakers']>): EventSpeaker[] {
  if (given.length > MOST.speakers) throw tooMany('speakers', MOST.speakers);
  return given.map(({ name, role, line: words }) => ({
    name: plainText(name, { field: 'speakers', max: 120 }),
    role: plainText(role, line('speakers', 120)),
    line: plainText(words, line('speakers', 300)),
  }));
}

function takeStream(url: string | null | undefined): string | null {
  if (!url?.trim()) return null;
  return webLinks([{ url }], 'streamUrl')[0]!.url;
}

/** Without its #, in one word. */
function takeHashtag(value: string | null | undefined): string {
  const tag = plainText(value, line('hashtag', 60)).replace(/^[#＃]+/, '');
  if (/[\s#]/u.test(tag))
    throw new InvalidInput('hashtag', 'BAD_CHARACTERS', 'A hashtag is one word, without blanks.');
  return tag;
}

function takeCapacity(value: number | null | undefined, field: string): number | null {
  return value == null ? null : numberBetween(value, field, 0, MOST.capacity);
}

const tooMany = (field: string, limit: number) =>
  new InvalidInput(field, 'TOO_MANY', `Keep it to ${limit}.`, { limit });

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Words that would shadow a page, or speak in our name. */
const RESERVED_SLUGS = new Set(['new', 'edit', 'seat', 'door', 'admin', 'api', 'strikeboard', 'help']);

/** The name of an event in addresses: lower-case letters, digits and single hyphens, 3 to 60. */
export function takeEventSlug(value: string): string {
  const slug = plainText(value, { field: 'slug', max: 60 });
  if (slug.length < 3)
    throw new InvalidInput('slug', 'TOO_SHORT', 'Use at least three letters.', { limit: 3 });
  if (!SLUG.test(slug))
    throw new InvalidInput('slug', 'BAD_CHARACTERS', 'Use lower-case letters, digits and hyphens.');
  if (RESERVED_SLUGS.has(slug))
    throw new InvalidInput('slug', 'RESERVED', 'This word is reserved. Choose another one.');
  return slug;
}
