import { sql } from 'kysely';
import { addressPlace } from '../contact/places.ts';
import type { Services } from '../services.ts';

/** Where a person's words stand, one key of the file each. */
const PARTS = {
  sessions: `select device, created_at, last_seen_at, expires_at from session where person_id = $me order by created_at`,
  memberships: `select organization.name as organization, role, membership.created_at from membership
    join organization on organization.id = organization_id where person_id = $me`,
  cards: `select campaign.title as campaign, number, card.title, card.status, card.hours, card.claimed_at,
    card.lease_expires_at, card.handed_in_at, card.finished_at, card.thanks
    from card join board on board.id = board_id join campaign on campaign.id = campaign_id
    where holder_id = $me order by card.created_at, card.id`,
  claims: `select card.title as card, claim.claimed_at, ended_at, how, note from claim join card on card.id = card_id
    where person_id = $me order by claim.id`,
  handIns: `select card.title as card, hand_in.at, note, hand_in.links, outcome, craft_note, review_note, reviewed_at
    from hand_in join card on card.id = card_id where person_id = $me order by hand_in.id`,
  reviews: `select card.title as card, case when craft_reviewer_id = $me then craft_note end as craft_note,
    case when reviewer_id = $me then review_note end as review_note
    from hand_in join card on card.id = card_id where craft_reviewer_id = $me or reviewer_id = $me order by hand_in.id`,
  drafts: `select card.title as card, note, draft.links, saved_at, kept_at from draft join card on card.id = card_id
    where person_id = $me order by saved_at`,
  comments: `select card.title as card, at, text from comment join card on card.id = card_id
    where person_id = $me and removed_at is null order by comment.id`,
  thanksGiven: `select title as card, thanks from card where thanked_by_id = $me order by created_at, id`,
  boardEvents: `select campaign.title as campaign, board_event.kind, at from board_event join board on board.id = board_id
    join campaign on campaign.id = campaign_id where actor_id = $me order by at`,
  availability: `select weekly_hours, paused_from, paused_until, time_zone, not_skills, not_kinds from availability
    where person_id = $me`,
  invitations: `select card.title as card, at, expires_at, answer, answered_at from invitation
    join card on card.id = card_id where person_id = $me order by at`,
  standingChanges: `select before, after, reason, note, at from standing_change where person_id = $me order by at`,
  vouchesGiven: `select before, after, reason, note, at from standing_change where by_id = $me order by at`,
  leadRequests: `select organization.name as organization, asked_at, answer, answered_at from lead_request
    join organization on organization.id = organization_id where person_id = $me order by asked_at`,
  conductStatement: `select version, at from conduct_statement where person_id = $me`,
  blocks: `select campaign.title as campaign, at from campaign_block join campaign on campaign.id = campaign_id
    where person_id = $me`,
  pushSubscriptions: `select created_at from push_subscription where person_id = $me`,
  calendarFeed: `select created_at from calendar_feed where person_id = $me`,
  notifications: `select kind, at, read_at from notification where person_id = $me order by id`,
  notificationChoice: `select email, push, muted, quiet_from, quiet_until, digest, time_zone, language
    from notification_choice where person_id = $me`,
  deliveries: `select channel, created_at, sent_at from delivery where person_id = $me order by created_at`,
  publicPage: `select show_thanks, since from public_page where person_id = $me`,
};

/** Everything held about a person, as one JSON object, at one moment of the database. */
export async function exportPerson(services: Services, personId: string): Promise<string> {
  const found = await services.exports.atOneMoment(async (em) => {
    const db = em.getKysely();
    const everything: Record<string, unknown> = {
      about:
        'Everything Strikeboard holds about you. Keys and codes are kept as hashes only; a reason that a local gave for blocking somebody is the words of the local and is not in here.',
    };
    const person = await db
      .selectFrom('person')
      .select(['handle', 'skills', 'languages', 'standing', 'coordinator', 'created_at'])
      .where('id', '=', personId)
      .executeTakeFirst();
    everything['person'] = person ?? null;
    for (const [part, query] of Object.entries(PARTS)) {
      const pieces = query.split('$me').map((piece) => sql.raw(piece));
      everything[part] = (await sql`${sql.join(pieces, sql`${personId}::uuid`)}`.execute(db)).rows;
    }
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
