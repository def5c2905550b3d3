import type { Context } from '../../core/access/context.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import type { Node } from '../../platform/graphql/node.type.ts';
import type { DeskRows, DeskSection } from './desk-sections.ts';
import {
  type CampaignPulseType,
  type NewcomerToVetType,
  type QuietCardType,
  type QuietPersonType,
  toCampaignPulse,
  toNewcomer,
  toQuietCard,
  toQuietPerson,
  toWaitingAsk,
  type WaitingAskType,
} from './desk.type.ts';
import { type DeskPersonType, toDeskPerson } from './people.type.ts';
import { findDeskRow } from './read-desk.ts';
import { findPerson } from './read-people.ts';

// A row of the desk by its own id: for as long as it stands there, and for whoever has a desk.

/** Whether somebody has a desk: coordinators by themselves do, no tool of theirs. */
export const hasDesk = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && !viewer.token && readerOf(viewer).teamOf === 'EVERY';

type Find<Row extends Node> = (context: Context, id: string) => Promise<Row | null>;

const inSection =
  <Section extends DeskSection, Row extends Node>(
    section: Section,
    toRow: (row: DeskRows[Section]) => Row,
  ): Find<Row> =>
  async ({ em, viewer }, id) => {
    const row = hasDesk(viewer) ? await findDeskRow(em, section, id) : null;
    return row && toRow(row);
  };

const findAnswerableAsk = inSection('ASKS', toWaitingAsk);
const findHeldAsk = inSection('HELD_ASKS', toWaitingAsk);

/** One that waits for an answer, or was held back. */
export const findWaitingAsk: Find<WaitingAskType> = async (context, id) =>
  (await findAnswerableAsk(context, id)) ?? findHeldAsk(context, id);

export const findCampaignPulse: Find<CampaignPulseType> = inSection('CAMPAIGNS', toCampaignPulse);
export const findQuietCard: Find<QuietCardType> = inSection('QUIET_CARDS', toQuietCard);
export const findQuietPerson: Find<QuietPersonType> = inSection('QUIET_PEOPLE', toQuietPerson);
export const findNewcomer: Find<NewcomerToVetType> = inSection('NEWCOMERS', toNewcomer);

export const findDeskPerson: Find<DeskPersonType> = async ({ em, viewer }, id) => {
  const row = hasDesk(viewer) ? await findPerson(em, id) : null;
  return row && toDeskPerson(row);
};
