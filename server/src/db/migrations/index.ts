import { Initial } from './2026-11-23-initial.ts';
import { AskIndexes } from './2026-11-25-ask.ts';
import { EntryCounts } from './2026-11-25-entry-count.ts';
import { HumanPath } from './2026-11-25-human-path.ts';
import { Desk } from './2026-11-25-desk.ts';
import { Notices } from './2026-11-25-notices.ts';
import { ErasedAsks } from './2026-11-25-erased-ask.ts';
import { HistoryMark } from './2026-11-25-history.ts';
import { Readers } from './2026-11-28-readers.ts';
import { RequestMark } from './2026-11-28-request-mark.ts';
import { PlanOffer } from './2026-11-25-plan.ts';
import { TimeZones } from './2026-11-28-time-zones.ts';
import { LeadRequests } from './2026-11-28-lead-requests.ts';
import { Makers } from './2026-11-28-makers.ts';
import { HeldAsks } from './2026-11-28-held-asks.ts';
import { ErasedNames } from './2026-11-28-erased-names.ts';
import { MailCounts } from './2026-11-28-mail-counts.ts';
import { WatchLinks } from './2026-11-25-watch-links.ts';
import { ComingBack } from './2026-11-28-coming-back.ts';
import { Newcomers } from './2026-11-28-newcomers.ts';
import { TwoGates } from './2026-11-28-two-gates.ts';
import { Vouches } from './2026-11-28-vouch.ts';

/** Every migration in the order they run. A landed one is never edited. */
export const migrations = [
  { name: '2026-11-23-initial', class: Initial },
  { name: '2026-11-25-human-path', class: HumanPath },
  { name: '2026-11-25-ask', class: AskIndexes },
  { name: '2026-11-25-desk', class: Desk },
  { name: '2026-11-25-notices', class: Notices },
  { name: '2026-11-25-plan', class: PlanOffer },
  { name: '2026-11-25-entry-count', class: EntryCounts },
  { name: '2026-11-25-watch-links', class: WatchLinks },
  { name: '2026-11-25-erased-ask', class: ErasedAsks },
  { name: '2026-11-25-history', class: HistoryMark },
  { name: '2026-11-28-time-zones', class: TimeZones },
  { name: '2026-11-28-readers', class: Readers },
  { name: '2026-11-28-lead-requests', class: LeadRequests },
  { name: '2026-11-28-makers', class: Makers },
  { name: '2026-11-28-held-asks', class: HeldAsks },
  { name: '2026-11-28-request-mark', class: RequestMark },
  { name: '2026-11-28-erased-names', class: ErasedNames },
  { name: '2026-11-28-mail-counts', class: MailCounts },
  { name: '2026-11-28-vouch', class: Vouches },
  { name: '2026-11-28-two-gates', class: TwoGates },
  { name: '2026-11-28-newcomers', class: Newcomers },
  { name: '2026-11-28-coming-back', class: ComingBack },
];
