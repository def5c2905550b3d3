import { type RawBuilder, sql } from 'kysely';
import { ownWorkReadableBy } from '../../core/card/list-cards.ts';
import { inHandsOf } from '../../core/board/hands.ts';
import { readableBy } from '../../core/board/read-cards.ts';
import { campaignReadableBy } from '../../core/campaign/read-campaigns.ts';
import { addressPlace } from '../notification/places.ts';
import { loadRights, type Reader, readerOf } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';

interface Asker {
  personId: string;
  reader: Reader;
}

const at = sql`join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id`;

/**
 * Where a person's words stand, one key of the file each. Their own words and moments are theirs; what others made a
 * card or a campaign say stands beside them only as far as the pages still show it to them: else it is null.
 */
function partsOf({ personId: me, reader }: Asker): Record<string, RawBuilder<unknown>> {
  const seesCampaign = campaignReadableBy(reader);
  const sees = sql`(${readableBy(reader)} or (${inHandsOf(me)} and ${ownWorkReadableBy(reader)}))`;
  const ifSeen = (value: RawBuilder<unknown>, name = value) =>
    sql`case when ${sees} then ${value} end as ${name}`;
  const card = ifSeen(sql`card.title`, sql`card`);
  const campaign = sql`case when ${seesCampaign} then campaign.title end as campaign`;
  return {
    sessions: sql`select device, created_at, last_seen_at, expires_at from session where person_id = ${me}
      order by created_at`,
    memberships: sql`select organization.name as organization, role, membership.created_at from membership
      join organization on organization.id = organization_id where person_id = ${me}`,
    cards: sql`select ${campaign}, ${ifSeen(sql`number`)}, ${ifSeen(sql`card.title`, sql`title`)},
      ${ifSeen(sql`card.status`, sql`status`)}, card.hours, card.claimed_at, card.lease_expires_at, card.handed_in_at,
      card.finished_at, ${ifSeen(sql`card.thanks`, sql`thanks`)} from card ${at}
      where ${inHandsOf(me)} order by card.created_at, card.id`,
    claims: sql`select ${card}, claim.claimed_at, claim.ended_at, how, as_partner, note from claim
      join card on card.id = claim.card_id ${at} where person_id = ${me} order by claim.id`,
    handIns: sql`select ${card}, hand_in.at, note, hand_in.links, outcome, ${ifSeen(sql`craft_note`)},
      ${ifSeen(sql`review_note`)}, reviewed_at from hand_in join card on card.id = hand_in.card_id ${at}
      where person_id = ${me} order by hand_in.id`,
    reviews: sql`select ${card}, case when hand_in.craft_reviewer_id = ${me} then craft_note end as craft_note,
      case when reviewer_id = ${me} then review_note end as review_note
      from hand_in join card on card.id = hand_in.card_id ${at}
      where hand_in.craft_reviewer_id = ${me} or reviewer_id = ${me} order by hand_in.id`,
    files: sql`select ${card}, file.name, file.media_type, file.bytes, file.state, file.started_at, file.attached_at
      from file join card on card.id = file.card_id ${at} where file.person_id = ${me} order by file.started_at`,
    drafts: sql`select ${card}, note, draft.links, saved_at, kept_at from draft
      join card on card.id = draft.card_id ${at} where person_id = ${me} order by saved_at`,
    comments: sql`select ${card}, at, text from comment join card on card.id = comment.card_id ${at}
      where person_id = ${me} and removed_at is null order by comment.id`,
    thanksGiven: sql`select ${card}, card.thanks from card ${at} where thanked_by_id = ${me}
      order by card.created_at, card.id`,
    boardEvents: sql`select ${campaign}, board_event.kind, at from board_event
      join board on board.id = board_event.board_id join campaign on campaign.id = board.campaign_id
      where actor_id = ${me} order by at`,
    availability: sql`select weekly_hours, paused_from, paused_until, time_zone, not_skills, not_kinds
      from availability where person_id = ${me}`,
    invitations: sql`select ${card}, at, expires_at, answer, answered_at from invitation
      join card on card.id = invitation.card_id ${at} where person_id = ${me} order by at`,
    standingChanges: sql`select before, after, reason, note, at from standing_change where person_id = ${me}
      order by at`,
    standingsGiven: sql`select before, after, reason, note, at from standing_change where by_id = ${me} order by at`,
    vouches: sql`select organization.name as organization, note, at, ended_at from vouch
      join organization on organization.id = organization_id where person_id = ${me} order by at`,
    vouchesGiven: sql`select organization.name as organization, note, at, ended_at from vouch
      join organization on organization.id = organization_id where by_id = ${me} order by at`,
    leadRequests: sql`select asked_at, answer, answered_at from lead_request where person_id = ${me}
      order by asked_at`,
    conductStatement: sql`select version, at from conduct_statement where person_id = ${me}`,
    blocks: sql`select ${campaign}, at from campaign_block join campaign on campaign.id = campaign_id
      where person_id = ${me}`,
    pushSubscriptions: sql`select created_at from push_subscription where person_id = ${me}`,
    calendarFeed: sql`select created_at from calendar_feed where person_id = ${me}`,
    notifications: sql`select kind, at, read_at from notification where person_id = ${me} order by id`,
    notificationChoice: sql`select email, push, muted, quiet_from, quiet_until, digest, time_zone, language
      from notification_choice where person_id = ${me}`,
    deliveries: sql`select channel, created_at, sent_at from delivery where person_id = ${me} order by created_at`,
    publicPage: sql`select show_thanks, since from public_page where person_id = ${me}`,
  };
}

/** Everything held about a person, as one JSON object, at one moment of the database, and with the rights of that moment. */
export async function exportPerson(services: Services, personId: string): Promise<string> {
  const found = await services.exports.atOneMoment(async (em) => {
    const db = em.getKysely();
    const everything: Record<string, unknown> = {
      about:
        'Everything Strikeboard holds about you. Keys and codes are kept as hashes only; a reason that a local gave for blocking somebody is the words of the local and is not in here. Where you may not read a card or a campaign any more, its name is left out; what you wrote yourself is here.',
    };
    const person = await db
      .selectFrom('person')
      .select(['handle', 'skills', 'languages', 'standing', 'coordinator', 'created_at'])
      .where('id', '=', personId)
      .executeTakeFirst();
    everything['person'] = person ?? null;
    const reader = readerOf(await loadRights(em, personId));
    for (const [part, query] of Object.entries(partsOf({ personId, reader })))
      everything[part] = (await query.execute(db)).rows;
    const contact = await db
      .selectFrom('contact')
      .select(['address_sealed', 'confirmed_at'])
      .where('person_id', '=', personId)
      .executeTakeFirst();
    everything['contact'] = contact
      ? {
          address: services.vault.open(contact.address_sealed, addressPlace(personId)),
          confirmedAt: contact.confirmed_at,
        }
      : null;
    return everything;
  });
  return `${JSON.stringify(found, null, 2)}\n`;
}
