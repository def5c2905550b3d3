import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { dueAsSeenBy, mayReadCard } from '../../core/board/read-cards.ts';
import { mayReadAt } from '../../core/access/sensitivity.ts';
import { mayManageCampaign } from '../../core/campaign/campaign-rights.ts';
import type { Em } from '../../platform/db/orm.ts';
import { rightsOf, type WhyNot, whyNotAsk } from './match-rules.ts';
import { readPair } from './read-matches.ts';
import { hintNotices, type Notice, notify } from '../notification/notify.ts';
import { levelFor, readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notAllowed, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { type InvitationRow, readInvitation, readRunning } from './read-invitations.ts';
import { WrongStatus } from '../../core/card/card-refusals.ts';

/** Invitations that one person gets in 24 hours at most, from everybody together. */
export const INVITATIONS_A_DAY = 2;
/** How long one waits for an answer, unless the card is due before. */
const HOURS_TO_ANSWER = 48;

/**
 * Asks somebody whether an open card would suit them. Organizers of the local and coordinators may. Refuses people
 * who may not read the card, are in a pause, said no to the like, or were asked twice within 24 hours. Asking again
 * while the first invitation runs changes nothing.
 */
export async function invitePerson(
  services: Services,
  viewer: Viewer,
  { cardId, personId }: { cardId: string; personId: string },
): Promise<InvitationRow> {
  const { invitation, notices } = await services.orm.em.fork().transactional(async (em) => {
    const now = requireViewer(await refreshViewer(em, viewer));
    await lockPerson(em, personId);
    const pair = await readPair(em, { personId, cardId });
    requireManager(now, pair?.row);
    if (!pair) throw notFound('person');
    const running = (await readRunning(em, { cardIds: [cardId] })).find((each) => each.personId === personId);
    if (running) return { invitation: running, notices: [] };
    if (pair.row.status !== 'OPEN') {
      throw new WrongStatus(
        cardId,
        pair.row.status,
        'This card is not open, so there is nothing to ask for.',
      );
    }
    const no = whyNotAsk(pair.person, pair.card, pair.now);
    if (no) throw refusalFor(no);
    await refuseBeyondLimit(em, personId);
    const dueAt = dueAsSeenBy(readerOf(rightsOf(pair.person)), pair.row);
    const id = await write(em, { cardId, personId, invitedById: now.personId, dueAt });
    const notices: Notice[] = [{ personId, kind: 'INVITED', cardId, campaignId: pair.card.campaignId }];
    await notify(services, em, notices);
    return { invitation: await readInvitation(em, id), notices };
  });
  hintNotices(services, notices);
  if (notices.length > 0) services.hints.send({ desk: true });
  return invitation;
}

/** So that of two who ask one person at the same moment the second counts the first. */
async function lockPerson(em: Em, personId: string): Promise<void> {
  await em.getKysely().selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
}

type Row = NonNullable<Awaited<ReturnType<typeof readPair>>>['row'];

function requireManager(viewer: Viewer, card: Row | undefined): void {
  if (!card) throw notFound('card');
  const level = levelFor(readerOf(viewer), card);
  if (!mayReadAt(level, card.campaignSensitivity) || !mayReadCard(level, card)) throw notFound('card');
  if (!mayManageCampaign(viewer, card))
    throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local can ask people for its cards.');
}

function refusalFor(no: WhyNot): Refusal {
  switch (no) {
    case 'BLOCKED':
      return new Refusal('BLOCKED', 'The local does not want this person on its campaign.', 'PERSON_BLOCKED');
    case 'NOT_OPEN':
      return notAllowed('CAMPAIGN_ENDED', 'This campaign has ended. There is nothing to ask for.');
    case 'NOT_READABLE':
      return notAllowed(
        'PERSON_MAY_NOT_READ',
        'This person may not read the card. Vouch for them first, or ask somebody else.',
      );
    case 'PAUSED':
      return notAllowed('PERSON_PAUSED', 'This person takes a break and is not asked now.');
    case 'WILL_NOT_DO':
      return notAllowed('PERSON_WILL_NOT', 'This person does not want to be asked for this kind of work.');
    case 'DECLINED':
      return wrongStage('SAID_NOT_NOW', 'This person said “not now” to this card.');
    default:
      return notAllowed('PERSON_CANNOT_BE_ASKED', 'This person cannot be asked.');
  }
}

async function refuseBeyondLimit(em: Em, personId: string): Promise<void> {
  const { count } = await em
    .getKysely()
    .selectFrom('invitation')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('person_id', '=', personId)
    .where(sql<boolean>`at > clock_timestamp() - interval '24 hours'`)
    .executeTakeFirstOrThrow();
  if (count >= INVITATIONS_A_DAY)
    throw new Refusal(
      'INVITATION_LIMIT',
      'This person was asked twice today. Ask somebody else, or tomorrow.',
    );
}

async function write(
  em: Em,
  asked: { cardId: string; personId: string; invitedById: string; dueAt: Date | null },
): Promise<string> {
  const { cardId, personId, invitedById, dueAt } = asked;
  const db = em.getKysely();
  const id = newId();
  // Whatever has no answer yet does not run any more, and makes room for the new one.
  await sql`update invitation set answer = 'WITHDRAWN', answered_at = least(expires_at, clock_timestamp())
    where card_id = ${cardId} and person_id = ${personId} and answer is null`.execute(db);
  await sql`insert into invitation (id, card_id, person_id, invited_by_id, at, expires_at)
    select ${id}, ${cardId}, ${personId}, ${invitedById}, now, least(now + make_interval(hours => ${HOURS_TO_ANSWER}),
      case when ${dueAt}::timestamptz > now then ${dueAt}::timestamptz end)
    from (select clock_timestamp() as now) clock`.execute(db);
  return id;
}
