import { mayReadAt, type Sensitivity } from '../../core/access/sensitivity.ts';
import { levelFor, readerOf, type Rights } from '../../core/access/viewer.ts';
import type { LogPlace } from '../../core/stream/followed-log.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { type Refusal, wrongStage } from '../../platform/refusal/refusal.ts';

/** A room and what of its event decides who reads and leads it. */
export interface RoomPlace extends LogPlace {
  campaignId: string | null;
  sensitivity: Sensitivity;
  /** Row ids of the organizations that hold the event too. */
  coHosts: string[];
  slug: string;
  isCancelled: boolean;
  /** Whether it ended so long ago that nobody is there any more: many end later than was planned. */
  isOver: boolean;
  shownAtOnce: boolean;
  /** Row id of who moderates beside those who lead. */
  chairId: string | null;
  prunedTo: number;
}

/** Leads through the event: who manages it, and organizers of the organizations that hold it too. */
export function leadsRoom(rights: Rights, { organizationId, campaignId, coHosts }: RoomPlace): boolean {
  return [organizationId, ...coHosts].some((id) =>
    mayManageEvent(rights, { organizationId: id, campaignId }),
  );
}

/** Who moderates reads all that is in a room, as TEAM; whoever may read the event what is for everybody, as PUBLIC. */
export type RoomLevel = Extract<Sensitivity, 'TEAM' | 'PUBLIC'>;

/** Somebody's rights, and who they are where that is known. */
type Known = Rights & { personId?: string };

/**
 * As what somebody reads a room: who may not read the event reads nothing of it, also if they would lead it. Who leads
 * moderates, and so does the chair, who does nothing else there.
 */
export function roomLevelOf(rights: Known | null, place: RoomPlace): RoomLevel | null {
  if (!readsRoom(rights, place)) return null;
  if (rights === null || rights.standing === 'SUSPENDED') return 'PUBLIC';
  const isChair = place.chairId !== null && rights.personId === place.chairId && !isBlocked(rights, place);
  return isChair || leadsRoom(rights, place) ? 'TEAM' : 'PUBLIC';
}

function readsRoom(rights: Rights | null, { organizationId, campaignId, sensitivity }: RoomPlace): boolean {
  const level = levelFor(readerOf(rights), { organizationId, campaignId: campaignId ?? '' });
  return mayReadAt(level, sensitivity);
}

/** Whether somebody can be named as chair: they read the event, and may write in its room. */
export const mayChair = (rights: Rights, place: RoomPlace): boolean =>
  readsRoom(rights, place) && rights.standing !== 'SUSPENDED' && !isBlocked(rights, place);

/** Whether the local does not want somebody on the campaign the event is for: they read on, and write nothing there. */
export const isBlocked = (rights: Pick<Rights, 'blocks'> | null, { campaignId }: RoomPlace): boolean =>
  rights !== null && campaignId !== null && rights.blocks.has(campaignId);

/** Why nobody asks, votes or writes there any more; null while they can. */
export function whyClosed({ isCancelled, isOver }: RoomPlace): Refusal | null {
  if (isCancelled) return wrongStage('EVENT_CANCELLED', 'This event was called off.');
  if (isOver) return wrongStage('EVENT_OVER', 'This event is over.');
  return null;
}
