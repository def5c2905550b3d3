import { languageInSentence } from '#web/person/person-languages.ts';
import type { MomentWriter } from '#web/time/moments.svelte.ts';
import type { Translate } from '#web/words/words.ts';
import { fits, type BoardViewer, type CardFace } from './board-card.ts';

/** A deadline this close (ms) is red. */
const closeTo = 8 * 3_600_000;
/** Within this (ms) a deadline is told in minutes: "due in 50 min". */
const soon = 90 * 60_000;

/** The due moment of a card in words, and whether it presses. Null when the card has none. */
export function dueWords(
  card: Pick<CardFace, 'dueAt'>,
  now: number,
  write: MomentWriter,
  t: Translate,
): { text: string; presses: boolean } | null {
  if (!card.dueAt) return null;
  const left = Date.parse(card.dueAt) - now;
  if (left < 0)
    return { text: t('board:card.wasDue', { when: write.relative(card.dueAt, now) }), presses: true };
  const when = left < soon ? write.relative(card.dueAt, now) : write.moment(card.dueAt, now);
  return { text: t('board:card.due', { when }), presses: left < closeTo };
}

/** When something was, as short as it can be said: `13:02` today, else with its day. */
export function pastMoment(at: string, now: number, write: MomentWriter): string {
  const day = write.day(at, now);
  return day === write.day(new Date(now).toISOString(), now) ? write.time(at) : write.moment(at, now);
}

/** How long ago something was: "2 min ago", and "just now" for what the minute's clock has not reached yet. */
export function ago(at: string, now: number, write: MomentWriter, t: Translate): string {
  return now - Date.parse(at) < 60_000 ? t('board:justNow') : write.relative(at, now);
}

/** How much of the lease is left, from 1 down to 0, and whether it runs out within two hours or a tenth. */
export function leaseLeft(
  claim: NonNullable<CardFace['claim']>,
  now: number,
): { part: number; presses: boolean } {
  const left = Date.parse(claim.expiresAt) - now;
  const part = Math.max(0, Math.min(1, left / (claim.leaseHours * 3_600_000)));
  return { part, presses: part < 0.1 || left < 2 * 3_600_000 };
}

/** Whether somebody still holds a card after it is due: said wherever the end of the lease is. */
export const outlivesDue = ({ claim, dueAt }: Pick<CardFace, 'claim' | 'dueAt'>): boolean =>
  !!claim && !!dueAt && Date.parse(claim.expiresAt) > Date.parse(dueAt);

/** Until when a card is held once it is extended now. */
export const extendedUntil = (leaseHours: number, now: number): string =>
  new Date(now + leaseHours * 3_600_000).toISOString();

/** "writing, English": what of this card fits the viewer; empty when it does not. */
export function fitWords(card: CardFace, viewer: BoardViewer, language: string, t: Translate): string {
  if (!fits(card, viewer)) return '';
  const spoken = card.languages.find((code) => viewer.person?.languages.includes(code));
  const parts = [
    t(`site:skill.${card.skill}`).toLowerCase(),
    spoken ? languageInSentence(spoken, language) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** Two letters for the block beside a name: "quiet-thunder" QT, "oleander" OL. */
export function initials(handle: string): string {
  const parts = handle.split(/[-_.\s]+/).filter(Boolean);
  const [first = '', second = ''] = parts;
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}
