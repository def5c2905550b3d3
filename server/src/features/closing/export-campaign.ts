import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import type { MadeFile } from '../../platform/db/exports.ts';
import { boardAsJson } from './export-board.ts';
import { exportFiles } from './export-files.ts';
import { csvTable, jsonList, nameOf, onBoard, pages } from './export-rows.ts';
import { ZipStream } from './zip-stream.ts';

/**
 * Writes everything the team of a campaign may read into a ZIP: JSON for programs, CSV for spreadsheets, and a text
 * that says what is what. One moment of the database, read in pages. Rights are the caller's to check.
 */
export function exportCampaign(services: Services, campaignId: string): Promise<MadeFile> {
  return services.exports.toFile(async (em, out) => {
    const zip = new ZipStream(out);
    await zip.add('README.txt', [README]);
    await zip.add('campaign.json', [await campaignAsJson(em, campaignId)]);
    await zip.add('board.json', boardAsJson(em, campaignId));
    await zip.add('cards.json', jsonList(pages(em, cards(campaignId))));
    await zip.add('cards.csv', csvTable(CARD_COLUMNS, pages(em, cards(campaignId))));
    await zip.add('hand-ins.json', jsonList(pages(em, handIns(campaignId))));
    await zip.add('hand-ins.csv', csvTable(HAND_IN_COLUMNS, pages(em, handIns(campaignId))));
    await zip.add('comments.json', jsonList(pages(em, comments(campaignId))));
    await zip.add('drafts.json', jsonList(pages(em, drafts(campaignId))));
    await zip.add('claims.json', jsonList(pages(em, claims(campaignId))));
    await exportFiles(services, em, zip, campaignId);
    zip.end();
  });
}

const CARD_COLUMNS = [
  ...['number', 'title', 'deliverable', 'status', 'skill', 'hours', 'phase', 'sensitivity', 'localSupplies'],
  ...[
    'outOfScope',
    'caution',
    'language',
    'dueAt',
    'holder',
    'partner',
    'handedInAt',
    'finishedAt',
    'thanks',
    'thankedBy',
  ],
];
const HAND_IN_COLUMNS = [
  ...['cardNumber', 'cardTitle', 'by', 'at', 'note', 'links', 'craftReviewer', 'craftNote', 'outcome'],
  ...['reviewer', 'reviewedByLink', 'linkMadeBy', 'reviewNote', 'reviewedAt'],
];

async function campaignAsJson(em: Em, campaignId: string): Promise<string> {
  const { rows } = await sql<{ campaign: object }>`
    select json_build_object('slug', campaign.slug, 'title', title, 'kind', campaign.kind, 'organization', organization.name,
      'story', story, 'demands', demands, 'howToHelp', how_to_help, 'employer', employer, 'startsAt', starts_at,
      'timeZone', time_zone, 'languages', campaign.languages, 'sensitivity', sensitivity, 'createdAt',
      campaign.created_at, 'endedAt', ended_at,
      'team', (select json_agg(json_build_object('handle', handle, 'role', role) order by handle)
        from membership join person on person.id = person_id
        where membership.organization_id = organization.id),
      'closing', (select json_build_object('closedAt', closed_at, 'thanks', thanks, 'outcome', outcome, 'handover',
        handover, 'pageApprovedAt', page_approved_at, 'eraseAfter', erase_after) from closing
        where closing.campaign_id = campaign.id)) as campaign
    from campaign join organization on organization.id = organization_id
    where campaign.id = ${campaignId}`.execute(em.getKysely());
  return `${JSON.stringify(rows[0]?.campaign ?? null, null, 2)}\n`;
}

const cards = (campaignId: string) => sql`
  select card.id, number, title, deliverable, status, skill, hours, phase, sensitivity,
    local_supplies as "localSupplies", out_of_scope as "outOfScope", caution, due_at as "dueAt",
    due_offset_hours as "dueOffsetHours", card.languages, card.language, links, checklist, ${nameOf('holder')} as holder,
    case when partner_id is not null then ${nameOf('partner')} end as partner, for_two as "forTwo",
    claimed_at as "claimedAt", waiting_since as "waitingSince", waiting_reason as "waitingReason",
    handed_in_at as "handedInAt", craft_reviewed_at as "craftReviewedAt", finished_at as "finishedAt", thanks,
    ${nameOf('thanker')} as "thankedBy", card.created_at as "createdAt"
  from card ${onBoard(campaignId)} left join person holder on holder.id = holder_id
    left join person partner on partner.id = partner_id
    left join person thanker on thanker.id = thanked_by_id`;

const handIns = (campaignId: string) => sql`
  select hand_in.id, card.number as "cardNumber", card.title as "cardTitle", ${nameOf('author')} as by, hand_in.at, note,
    hand_in.links, ${nameOf('craft')} as "craftReviewer", hand_in.craft_note as "craftNote", outcome,
    ${nameOf('reviewer')} as reviewer, reviewed_by_link as "reviewedByLink", ${nameOf('link_maker')} as "linkMadeBy",
    review_note as "reviewNote", reviewed_at as "reviewedAt"
  from hand_in join card on card.id = hand_in.card_id ${onBoard(campaignId)}
    join person author on author.id = hand_in.person_id
    left join person craft on craft.id = hand_in.craft_reviewer_id left join person reviewer on reviewer.id = reviewer_id
    left join person link_maker on link_maker.id = link_made_by_id`;

const comments = (campaignId: string) => sql`
  select comment.id, card.number as "cardNumber", coalesce(said_by, ${nameOf('person')}) as by, at, text
  from comment join card on card.id = card_id ${onBoard(campaignId)} join person on person.id = person_id
  where removed_at is null`;

/** Only what its author left behind: unfinished work of somebody who still holds the card is theirs. */
const drafts = (campaignId: string) => sql`
  select md5(card_id::text || person_id::text)::uuid as id, card.number as "cardNumber", ${nameOf('person')} as by, saved_at as "savedAt", note, draft.links
  from draft join card on card.id = card_id ${onBoard(campaignId)} join person on person.id = person_id
  where kept_at is not null`;

const claims = (campaignId: string) => sql`
  select claim.id, card.number as "cardNumber", ${nameOf('person')} as by, claim.claimed_at as "claimedAt", ended_at as "endedAt", how, as_partner as "asPartner", note
  from claim join card on card.id = card_id ${onBoard(campaignId)} join person on person.id = person_id`;

const README = `What is in this folder / Qué hay en esta carpeta

board.json      the board, to be imported again / el tablero, para importarlo de nuevo
campaign.json   the campaign, its team by handle, and its end / la campaña, su equipo y su cierre
cards.csv       the cards, for a spreadsheet / las tarjetas, para una hoja de cálculo
cards.json      the same with links and checklists / lo mismo con enlaces y listas
hand-ins.csv    the work that was handed in / el trabajo entregado
hand-ins.json   the same, for programs / lo mismo, para programas
comments.json   what was said on the cards / lo que se dijo en las tarjetas
drafts.json     unfinished work that was left for others / trabajo sin terminar que se dejó a otras personas
claims.json     who held which card, and when / quién tuvo cada tarjeta, y cuándo
files/          files of cards, work and events / archivos de tarjetas, trabajo y eventos
files.json      of which card or event each file is, and of whom / de qué tarjeta o evento y de quién es cada archivo

Files that volunteers linked are where the links lead: save what you need. Moments are in UTC. In the CSV files a
text that a spreadsheet could take for a formula begins with an apostrophe. Keep this folder as safe as the
campaign: it holds what only the team may read.

Los archivos enlazados están donde llevan los enlaces: guarda lo que necesites. Las horas están en UTC. En los CSV,
un texto que una hoja de cálculo podría tomar por fórmula empieza con un apóstrofo. Guarda esta carpeta con el mismo
cuidado que la campaña: contiene lo que solo el equipo puede leer.
`;
