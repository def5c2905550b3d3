import { type RawBuilder, sql } from 'kysely';
import { csvTable, type Row } from './export-rows.ts';
import { ownWorkReadableBy } from '../../core/card/list-cards.ts';
import { inHandsOf } from '../../core/board/hands.ts';
import { readableBy } from '../../core/board/read-cards.ts';
import { campaignReadableBy } from '../../core/campaign/read-campaigns.ts';
import { eventReadableBy } from '../event/event.policy.ts';
import { addressPlace, contactPlace } from '../notification/places.ts';
import type { Em } from '../../platform/db/orm.ts';
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
  const event = sql`case when ${eventReadableBy(reader)} then event.title end as event`;
  const card = ifSeen(sql`card.title`, sql`card`);
  const campaign = sql`case when ${seesCampaign} then campaign.title end as campaign`;
  return {
    sessions: sql`select device, created_at, last_seen_at, expires_at from session where person_id = ${me}
      order by created_at`,
    tokens: sql`select token.name, organization.name as organization, scopes, token.created_at, expires_at, last_used_at,
      ended_at from token left join organization on organization.id = organization_id where person_id = ${me}
      order by token.created_at`,
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
    eventFiles: sql`select ${event}, file.name, file.media_type, file.bytes, file.state, file.started_at, file.attached_at
      from file join material on material.file_id = file.id join event on event.id = material.event_id
      where file.person_id = ${me} order by file.started_at`,
    drafts: sql`select ${card}, note, draft.links, saved_at, kept_at from draft
      join card on card.id = draft.card_id ${at} where person_id = ${me} order by saved_at`,
    comments: sql`select ${card}, at, text from comment join card on card.id = comment.card_id ${at}
      where person_id = ${me} and removed_at is null and said_by is null order by comment.id`,
    thanksGiven: sql`select ${card}, card.thanks from card ${at} where thanked_by_id = ${me}
      order by card.created_at, card.id`,
    boardEvents: sql`select ${campaign}, board_event.kind, at from board_event
      join board on board.id = board_event.board_id join campaign on campaign.id = board.campaign_id
      where actor_id = ${me} order by at`,
    imports: sql`select ${campaign}, format, cards, at from board_import join board on board.id = board_import.board_id
      join campaign on campaign.id = board.campaign_id where person_id = ${me} order by at`,
    importedFiles: sql`select ${campaign}, octet_length(body) as bytes, at from import_source
      join campaign on campaign.id = campaign_id where person_id = ${me} order by at`,
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
    webhooks: sql`select ${campaign}, label, document, webhook.created_at, off, off_at from webhook
      join webhook_board on webhook_id = webhook.id join board on board.id = board_id join campaign on campaign.id = board.campaign_id
      where person_id = ${me} order by webhook.created_at`,
    calendarFeed: sql`select created_at from calendar_feed where person_id = ${me}`,
    notifications: sql`select kind, at, read_at from notification where person_id = ${me} order by id`,
    notificationChoice: sql`select email, push, muted, quiet_from, quiet_until, digest, time_zone, language
      from notification_choice where person_id = ${me}`,
    deliveries: sql`select channel, created_at, sent_at from delivery where person_id = ${me} order by created_at`,
    registrations: sql`select ${event}, seat, people, state, registered_at, confirmed_at, ended_at, checked_in_at
      from registration join event on event.id = event_id where person_id = ${me} order by registered_at`,
    letIn: sql`select ${event}, checked_in_at from registration join event on event.id = event_id
      where checked_in_by_id = ${me} order by checked_in_at`,
    eventsAnnounced: sql`select ${event}, event.created_at from event where created_by_id = ${me}
      order by event.created_at`,
    feedback: sql`select ${event}, questions, good, missing, balance, next_skills, next_words, changed_at from feedback
      join feedback_edition on hash = edition_hash join event on event.id = event_id where person_id = ${me}
      order by changed_at`,
    takeaways: sql`select ${event}, text, at from takeaway join event on event.id = event_id where person_id = ${me}
      order by at`,
    takeawaysDecided: sql`select ${event}, state, at from takeaway join event on event.id = event_id
      where decided_by_id = ${me} order by at`,
    recaps: sql`select ${event}, case when prepared_by_id = ${me} then prepared_at end as prepared_at,
      case when published_by_id = ${me} then published_at end as published_at from recap
      join event on event.id = event_id where ${me} in (prepared_by_id, published_by_id) order by event.starts_at`,
    thankedInRecaps: sql`select ${event} from recap join event on event.id = event_id
      where volunteers @> jsonb_build_array(jsonb_build_object('personId', ${me}::text)) order by event.starts_at`,
    adviser: sql`select topics, about, skills, languages, meet_at, weekly_limit, paused, offered_at, invited_at, removed_at
      from adviser where person_id = ${me}`,
    officeHours: sql`select weekdays, every_weeks, from_date::text, until_date::text, from_minute, until_minute,
      slot_minutes, time_zone from office_hours where person_id = ${me} order by from_date, from_minute`,
    hoursExceptions: sql`select on_date::text, from_minute, until_minute, slot_minutes, time_zone
      from hours_exception where person_id = ${me} order by on_date`,
    // The note is written by both, and a talk is known to its two: the other one's question is theirs.
    talks: sql`select case when adviser_id = ${me} then 'adviser' else 'booker' end as as, starts_at, ends_at,
      booking.time_zone, state, organization.name as organization, case when booker_id = ${me} then question end
      as question, note, case when ended_by_id = ${me} then word end as word from booking
      left join organization on organization.id = organization_id
      where ${me} in (adviser_id, booker_id) order by starts_at`,
    questions: sql`select text, state, handle_shown, asked_at, answer, answered_at from question where person_id = ${me}
      order by asked_at`,
    pollVotes: sql`select ${event}, poll.text as poll, options[choice] as choice, poll_vote.at from poll_vote
      join poll on poll.id = poll_id join event on event.id = poll.event_id where person_id = ${me} order by poll_vote.at`,
    eventNotes: sql`select ${event}, text, at from room_note join event on event.id = event_id
      where person_id = ${me} and removed_at is null order by at`,
    questionVotes: sql`select question.text as question, question_vote.at from question_vote
      join question on question.id = question_id where question_vote.person_id = ${me}
        and state in ('SHOWN', 'ANSWERED') order by question_vote.at`,
    answers: sql`select text as question, answer, answered_at from question where answered_by_id = ${me}
      order by answered_at`,
    practices: sql`select ${event}, practice_card.title, practice.state, practice.started_at, words, practice.links,
      handed_in_at, answer, answered_at, worth from practice join practice_card on practice_card.id = practice.card_id
      join event on event.id = practice_card.event_id where practice.person_id = ${me} order by practice.started_at`,
    practicesAnswered: sql`select ${event}, answer, answered_at from practice
      join practice_card on practice_card.id = practice.card_id join event on event.id = practice_card.event_id
      where answered_by_id = ${me} order by answered_at`,
    practiceCards: sql`select ${event}, practice_card.title, deliverable, gives, checklist, practice_card.created_at
      from practice_card join event on event.id = practice_card.event_id
      where practice_card.created_by_id = ${me} order by practice_card.created_at`,
    practicePieces: sql`select organization.name as organization, at from practice_piece
      join organization on organization.id = organization_id where person_id = ${me} order by at`,
    practicePiecesGiven: sql`select organization.name as organization, at from practice_piece
      join organization on organization.id = organization_id where by_id = ${me} order by at`,
    shownRecord: sql`select parts from shown_record where person_id = ${me}`,
    certificates: sql`select name, cards, hours, first_at, last_at, made_at, code from certificate
      where person_id = ${me} order by made_at`,
    askedWhy: sql`select asked_at, answered_at from drift_ask where person_id = ${me}`,
    assessments: sql`select organization.name as organization, round.number, sheet.answers, sheet.notes, sheet.saved_at,
      sheet.sent_at from assessment_sheet sheet join assessment round on round.id = sheet.assessment_id
      join organization on organization.id = round.organization_id where sheet.person_id = ${me} order by sheet.saved_at`,
    applications: sql`select opening.title as opening, application.state, words, shown_name, given, sent_at, read_at,
      answer, answered_at, withdrawn_at from application join opening on opening.id = opening_id
      where person_id = ${me} order by sent_at`,
    openings: sql`select title, created_at from opening where created_by_id = ${me} order by created_at`,
    suggestions: sql`select suggestion.kind, text, state, handle_shown, page, made_at, answer, answered_at, done_at
      from suggestion where person_id = ${me} order by made_at`,
    suggestionVotes: sql`select suggestion.text as suggestion, suggestion_vote.at from suggestion_vote
      join suggestion on suggestion.id = suggestion_id
      left join campaign on campaign.id = suggestion.campaign_id where suggestion_vote.person_id = ${me}
        and state in ('SHOWN', 'ANSWERED', 'ACCEPTED', 'DECLINED')
        and (suggestion.campaign_id is null or ${seesCampaign}) order by suggestion_vote.at`,
    suggestionsAnswered: sql`select text as suggestion, state, answer, answered_at from suggestion
      left join campaign on campaign.id = suggestion.campaign_id
      where answered_by_id = ${me} and (suggestion.campaign_id is null or ${seesCampaign}) order by answered_at`,
    publicPage: sql`select show_thanks, since from public_page where person_id = ${me}`,
  };
}

/** How somebody said they may be reached, opening by opening. */
async function contactsForOpenings({ vault }: Services, em: Em, personId: string): Promise<string[]> {
  const sealed = await em
    .getKysely()
    .selectFrom('application')
    .select(['id', 'contact_sealed'])
    .where('person_id', '=', personId)
    .where('contact_sealed', 'is not', null)
    .execute();
  return sealed.map((row) => vault.open(row.contact_sealed!, contactPlace(row.id)));
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
    everything['contactsForOpenings'] = await contactsForOpenings(services, em, personId);
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

const CARD_COLUMNS = [
  ...[
    'campaign',
    'number',
    'title',
    'status',
    'hours',
    'claimed_at',
    'handed_in_at',
    'finished_at',
    'thanks',
  ],
];

/** The cards that somebody holds or did, as a table: what one shows for hours that were given. */
export async function exportPersonAsCsv(services: Services, personId: string): Promise<string> {
  const rows = await services.exports.atOneMoment(async (em) => {
    const { cards } = partsOf({ personId, reader: readerOf(await loadRights(em, personId)) });
    return (await (cards as RawBuilder<Row>).execute(em.getKysely())).rows;
  });
  const parts: string[] = [];
  for await (const part of csvTable(CARD_COLUMNS, rows)) parts.push(part);
  return parts.join('');
}
