import { sql } from 'kysely';
import { readableBy } from '../../core/board/read-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Reader } from '../../core/access/viewer.ts';

/** How an invitation stands. */
export const InvitationState = {
  RUNNING: 'RUNNING',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
} as const;
export type InvitationState = keyof typeof InvitationState;

export interface InvitationRow {
  id: string;
  cardId: string;
  personId: string;
  invitedById: string | null;
  at: Date;
  expiresAt: Date;
  state: InvitationState;
}

export type RunningInvitation = InvitationRow & { state: 'RUNNING' };

/**
 * How an invitation stands, over `invitation`, `card` and `campaign`. Only "not now" is written down. The rest
 * follows from the card and the clock, so that a claim, which everybody on its board waits for, has nothing to write
 * here; a card that opens again within the invitation's time is offered again, too.
 */
const state = sql<InvitationState>`case
  when invitation.answer is not null then invitation.answer
  when exists (select from claim where claim.card_id = invitation.card_id
    and claim.person_id = invitation.person_id and claim.claimed_at >= invitation.at) then 'ACCEPTED'
  when invitation.expires_at <= clock_timestamp() then 'LAPSED'
  when card.status <> 'OPEN' or campaign.ended_at is not null
    or exists (select from campaign_block block where block.campaign_id = campaign.id
      and block.person_id = invitation.person_id) then 'WITHDRAWN'
  else 'RUNNING' end`;

function selectInvitations(em: Em) {
  return em
    .getKysely()
    .selectFrom('invitation')
    .innerJoin('card', 'card.id', 'invitation.card_id')
    .innerJoin('board', 'board.id', 'card.board_id')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'invitation.id',
      'invitation.card_id as cardId',
      'invitation.person_id as personId',
      'invitation.invited_by_id as invitedById',
      'invitation.at',
      'invitation.expires_at as expiresAt',
      state.as('state'),
    ]);
}

/** The invitations that wait for an answer: to a person, on cards the reader may read, or of some cards. Soonest end first. */
export async function readRunning(
  em: Em,
  of: { personId: string; reader: Reader } | { cardIds: readonly string[] },
): Promise<RunningInvitation[]> {
  const rows = await selectInvitations(em)
    .where('invitation.answer', 'is', null)
    .where('card.status', '=', 'OPEN')
    .where(sql<boolean>`invitation.expires_at > clock_timestamp()`)
    .$if('personId' in of, (query) => {
      const { personId, reader } = of as { personId: string; reader: Reader };
      return query.where('invitation.person_id', '=', personId).where(readableBy(reader));
    })
    .$if('cardIds' in of, (query) =>
      query.where(
        sql<boolean>`invitation.card_id = any(${(of as { cardIds: readonly string[] }).cardIds}::uuid[])`,
      ),
    )
    .orderBy('invitation.expires_at')
    .orderBy('invitation.id')
    .execute();
  return rows.filter((row): row is RunningInvitation => row.state === 'RUNNING');
}

/** The last invitation of each person to each of these cards, newest first, 50 a card at most. */
export async function readInvitations(
  em: Em,
  cardIds: readonly string[],
): Promise<Map<string, InvitationRow[]>> {
  const rows = await selectInvitations(em)
    .distinctOn(['invitation.card_id', 'invitation.person_id'])
    .where(sql<boolean>`invitation.card_id = any(${cardIds}::uuid[])`)
    .orderBy('invitation.card_id')
    .orderBy('invitation.person_id')
    .orderBy('invitation.at', 'desc')
    .orderBy('invitation.id', 'desc')
    .execute();
  const newestFirst = rows.sort((one, other) => other.at.getTime() - one.at.getTime());
  const ofCard = Map.groupBy(newestFirst, ({ cardId }) => cardId);
  return new Map([...ofCard].map(([cardId, invitations]) => [cardId, invitations.slice(0, 50)]));
}

/** One invitation, whatever its state. */
export async function readInvitation(em: Em, id: string): Promise<InvitationRow> {
  return selectInvitations(em).where('invitation.id', '=', id).executeTakeFirstOrThrow();
}
