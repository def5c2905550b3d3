import type { AskAnswersInput, AskAsReadInput, AskToWriteFragment } from '#web/gql/graphql.ts';
import { mergeSets } from '#web/form/merge-sets.ts';
import { sayAlike } from '#web/form/say-alike.ts';
import { changedAnswers, FIELDS, nothingTyped, type Question, toTyped, type Typed } from './typed.ts';

/** Answers as the server keeps them. Of the contact it tells only whether there is one. */
export type Read = AskToWriteFragment['answers'] & { hasContact: boolean };

export const nothingRead: Read = {
  organizationName: null,
  organizationKind: null,
  role: null,
  kind: null,
  happening: null,
  startsAt: null,
  timeZone: null,
  approver: null,
  worryWords: null,
  suggestForUs: null,
  needWords: null,
  hideEmployer: null,
  hideStart: null,
  employer: null,
  unsaid: null,
  localHoursPerWeek: null,
  lookHere: [],
  assets: [],
  worries: [],
  languages: [],
  needs: [],
  hasContact: false,
};

type Field = keyof Typed;

/** Fields that are sets: two who tick different boxes do not clash. */
const SETS: readonly Field[] = ['worries', 'languages', 'needs'];

/** Which answers a field says. A moment is told with its zone, and both are one. */
export function answersOf(field: Field): readonly (keyof Read)[] {
  if (field === 'startsAt' || field === 'timeZone') return ['startsAt', 'timeZone'];
  if (field === 'hours') return ['localHoursPerWeek'];
  return [field === 'contact' ? 'hasContact' : field];
}

/** What was read and what is typed, with what is known of the same by now. */
export interface Meeting {
  typed: Typed;
  /** What stood there when the person began to change it. */
  base: Read;
  now: Read;
  /** Stands in for the zone until one was chosen. */
  timeZone: string;
  /** What was sent, and may have arrived although no answer came: found there, it is nobody else's. */
  sent: readonly Partial<Typed>[];
}

/** What a field says, so that two can be compared. */
function saidIn(field: Field, typed: Typed): string {
  if (field === 'startsAt' || field === 'timeZone') return JSON.stringify([typed.startsAt, typed.timeZone]);
  if (field === 'contact') return typed.contact.trim();
  if (field === 'assets') {
    return JSON.stringify(
      Object.entries(typed.assets)
        .filter(([, said]) => said)
        .sort(),
    );
  }
  return JSON.stringify(typed[field]);
}

const isSaidAlike = (field: Field, one: Typed, other: Typed) => saidIn(field, one) === saidIn(field, other);

/** Whether what the server keeps is what was sent from here. It writes addresses and spaces in its own way. */
function isOwn(field: Field, { sent, timeZone }: Meeting, now: Read, theirs: Typed): boolean {
  return sent.some((each) => {
    if (!(field in each)) return false;
    if (field === 'contact') return now.hasContact;
    const mine = { ...nothingTyped(timeZone), ...each };
    if (field === 'lookHere') return sayAlike(field, addressesIn(mine), addressesIn(theirs));
    return sayAlike(field, saidIn(field, mine), saidIn(field, theirs));
  });
}

const addressesIn = ({ lookHere }: Typed) =>
  lookHere
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => URL.parse(/^[a-z]+:/i.test(line) ? line : `https://${line}`)?.href ?? line);

const isReadAlike = (field: Field, one: Read, other: Read) =>
  answersOf(field).every((key) => JSON.stringify(one[key] ?? null) === JSON.stringify(other[key] ?? null));

/** What the server keeps, as it is typed. */
export const typedOf = (answers: Read, timeZone: string): Typed => toTyped({ answers }, timeZone);

/** Fields that the person changed. */
export function changedFields({ typed, base, timeZone }: Meeting): Field[] {
  const before = typedOf(base, timeZone);
  return (Object.keys(typed) as Field[]).filter((field) => !isSaidAlike(field, typed, before));
}

/** Fields that the person and somebody else changed, each to something else. The zone goes with its moment. */
export function clashesOf(meeting: Meeting): Field[] {
  return changedFields(meeting).filter(
    (field) => field !== 'timeZone' && !isReadAlike(field, meeting.base, meeting.now),
  );
}

/** Takes over what only others changed; what both changed stays as it is typed, and is a clash. */
export function meetAnswers(meeting: Meeting): Meeting {
  const { base, now, timeZone } = meeting;
  const [before, theirs] = [typedOf(base, timeZone), typedOf(now, timeZone)];
  const met = { ...meeting, typed: { ...meeting.typed }, base: { ...base } };
  for (const field of Object.keys(meeting.typed) as Field[]) {
    if (isReadAlike(field, base, now)) continue;
    const mine = meeting.typed;
    if (isSaidAlike(field, mine, before)) Object.assign(met.typed, { [field]: theirs[field] });
    else if (SETS.includes(field)) {
      Object.assign(met.typed, { [field]: mergeSets(before[field], mine[field], theirs[field]) });
    } else if (field === 'assets') {
      if (!meetAssets(met, before.assets, theirs.assets)) continue;
    } else if (isOwn(field, meeting, now, theirs)) {
      // What was typed since is a change of it.
    } else if (field === 'contact' ? now.hasContact : !isSaidAlike(field, mine, theirs)) continue;
    Object.assign(met.base, only(now, answersOf(field)));
  }
  return met;
}

/** Each asset is an answer of its own. Returns whether none was changed by both. */
function meetAssets(met: Meeting, before: Typed['assets'], theirs: Typed['assets']): boolean {
  const assets = { ...met.typed.assets };
  let isMet = true;
  for (const asset of Object.keys({ ...theirs, ...before, ...assets }) as (keyof Typed['assets'])[]) {
    const [was, is, there] = [before, met.typed.assets, theirs].map((each) => each[asset] ?? '');
    if (was === is) assets[asset] = there ?? '';
    else if (was !== there && is !== there && !met.sent.some(({ assets }) => assets?.[asset] === there))
      isMet = false;
  }
  met.typed.assets = assets;
  return isMet;
}

/** The person chose: what they typed, or what the others say. */
export function chosen(meeting: Meeting, field: Field, whose: 'mine' | 'theirs'): Meeting {
  const typed = { ...meeting.typed };
  if (whose === 'theirs') {
    const theirs = typedOf(meeting.now, meeting.timeZone);
    if (field === 'assets') {
      const before = typedOf(meeting.base, meeting.timeZone).assets;
      for (const asset of Object.keys({ ...before, ...theirs.assets }) as (keyof Typed['assets'])[]) {
        const there = theirs.assets[asset] ?? '';
        if ((before[asset] ?? '') !== there) typed.assets = { ...typed.assets, [asset]: there };
      }
    } else Object.assign(typed, { [field]: theirs[field] });
    if (field === 'startsAt') typed.timeZone = theirs.timeZone;
  }
  return { ...meeting, typed, base: { ...meeting.base, ...only(meeting.now, answersOf(field)) } };
}

/** Answers that were sent are what was read, from then on. */
export function sentAnswers(base: Read, now: Read, question: Question, sent: object): Read {
  const fields = FIELDS[question].flatMap((field) => answersOf(field));
  return {
    ...base,
    ...only(
      now,
      fields.filter((key) => key in sent),
    ),
  };
}

/** Of one question what was changed, and the same as it was read. */
export function changeOf(
  { typed, base, timeZone }: Meeting,
  question: Question,
): { answers: AskAnswersInput; asRead: AskAsReadInput; contact?: string } {
  const answers = changedAnswers(typed, typedOf(base, timeZone), question);
  const contact = question === 5 && typed.contact.trim() !== '' ? typed.contact : undefined;
  const asRead = only(base, Object.keys(answers) as (keyof Read)[]);
  if (contact === undefined) return { answers, asRead };
  return { answers, asRead: { ...asRead, hasContact: base.hasContact }, contact };
}

/** The answers of these fields, to be kept with what was typed in them. */
export function readOf(base: Read, fields: readonly Field[]): Partial<Read> {
  return only(base, fields.flatMap(answersOf));
}

/** What an older page may have kept is taken only as far as it fits. */
export function layReadOver(now: Read, kept: Partial<Record<string, unknown>>): Read {
  const fits = Object.entries(kept).filter(([key, value]) => {
    const there = nothingRead[key as keyof Read];
    return (
      Array.isArray(there) === Array.isArray(value) && (key !== 'hasContact' || typeof value === 'boolean')
    );
  });
  return { ...now, ...Object.fromEntries(fits) };
}

function only(read: Read, keys: readonly (keyof Read)[]): Partial<Read> {
  return Object.fromEntries(keys.map((key) => [key, read[key] ?? null]));
}
