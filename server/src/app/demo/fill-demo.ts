import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { readAskByToken } from '../../features/ask/read-asks.ts';
import { saveAskAnswers } from '../../features/ask/save-ask-answers.ts';
import { startAsk } from '../../features/ask/start-ask.ts';
import { submitAsk } from '../../features/ask/submit-ask.ts';
import { takeAsk } from '../../features/ask/take-ask.ts';
import { approveCard, passCraftReview, requestChanges } from '../../core/review/review-card.ts';
import { blockCard } from '../../core/card/block-card.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { createCardsFromTemplates } from '../../features/template/create-cards.ts';
import { handBackCard } from '../../core/card/hand-back-card.ts';
import { handInCard } from '../../core/review/hand-in-card.ts';
import type { CardOnBoard } from '../../core/board/read-cards.ts';
import { updateCard } from '../../core/card/update-card.ts';
import { createCampaign } from '../../core/board/create-campaign.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import type { Em } from '../../platform/db/orm.ts';
import { invitePerson } from '../../features/matching/invite-person.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { agreeToConduct } from '../../core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../core/person/conduct.ts';
import { appointCoordinator } from '../../core/trust/appoint-coordinator.ts';
import { endSession } from '../../core/person/end-session.ts';
import { join } from '../../core/person/join.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { updateAvailability } from '../../features/matching/update-availability.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { bookSlot } from '../../features/bench/book-slot.ts';
import { addOfficeHours } from '../../features/bench/change-hours.ts';
import { readFreeSlots } from '../../features/bench/free-slots.ts';
import { updateAdviser } from '../../features/bench/update-adviser.ts';
import { proposePlan } from '../../features/plan/propose-plan.ts';
import type { Services } from '../../platform/services.ts';
import { templateFacts } from '../../features/template/card-templates.ts';
import { fillAssessments } from './fill-assessments.ts';
import { fillOpenings } from './fill-openings.ts';
import { playEvents } from './play-events.ts';
import { playRecap } from './play-recap.ts';
import { spreadOverTime } from './spread-over-time.ts';
import * as benchStory from './bench-story.ts';
import * as story from './story.ts';
import { suggestInDemo } from './suggest-in-demo.ts';
import type { Handle } from './story.ts';

/** Any fixed number. */
const DEMO_LOCK = 7241956;
/** How often a server that waits for another's turn to end looks again. */
const TURN_EVERY_MS = 100;

type Cast = Record<Handle, Viewer>;

/**
 * Fills an empty database with a strike under way, by the use cases that people use. Returns whether it did:
 * a database in which anybody joined is left alone.
 */
export async function fillDemo(services: Services): Promise<boolean> {
  for (;;) {
    const outcome = await services.orm.em.fork().transactional((turn) => fillInTurn(services, turn));
    if (outcome !== 'WAITING') return outcome === 'FILLED';
    await delay(TURN_EVERY_MS);
  }
}

/** Servers that start together take turns; the second one finds the database filled. */
async function fillInTurn(services: Services, turn: Em): Promise<'FILLED' | 'LEFT_ALONE' | 'WAITING'> {
  const db = turn.getKysely();
  const lock = await sql<{
    isOurs: boolean;
  }>`select pg_try_advisory_xact_lock(${DEMO_LOCK}) as "isOurs"`.execute(db);
  if (!lock.rows[0]?.isOurs) return 'WAITING';
  const someone = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (someone) return 'LEFT_ALONE';
  // Nothing is asked here while the demo is played on other connections, however long a slow machine takes for it.
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
  await playDemo(services);
  return 'FILLED';
}

async function playDemo(services: Services): Promise<void> {
  const cast = await joinAll(services);
  const { campaignId, boardId, organizationId } = await startCampaign(services, cast);
  const cards = await layOut(services, cast, boardId);
  await work(services, cast, campaignId, cards);
  await spreadOverTime(services.orm.em.fork(), boardId, story.HOURS_INTO_STRIKE);
  await askAround(services, cast, cards);
  await fillAssessments(services, cast, organizationId);
  await fillOpenings(services, cast, { organizationId, campaignId });
  await playEvents(services, cast, { organizationId, campaignId });
  await playRecap(services, cast);
  await suggestInDemo(services, cast, { campaignId, cardOf: (key) => cardOf(cards, key) });
  for (const ask of story.asks) await askForHelp(services, cast, ask);
  await fillBench(services, cast);
  for (const viewer of Object.values(cast)) await endSession(services, viewer, viewer.sessionId);
}

/** A local asks, some minutes ago; whoever has it has made a plan. */
async function askForHelp(
  services: Services,
  cast: Cast,
  { minutesAgo, language, contact, takenBy, startsInHours, answers }: (typeof story.asks)[number],
): Promise<void> {
  const startsAt = hoursAgo(-startsInHours);
  const { token } = await startAsk(services, { language });
  await saveAskAnswers(services, { token, contact, answers: { ...answers, startsAt } });
  await submitAsk(services, token);
  const em = services.orm.em.fork();
  const { id: askId } = (await readAskByToken(em, token))!;
  if (takenBy) {
    await takeAsk(services, cast[takenBy], askId);
    await proposePlan(services, cast[takenBy], { askId });
  }
  await sql`update ask set created_at = ask.created_at - ago, submitted_at = submitted_at - ago,
      triaged_at = triaged_at - ago + interval '25 minutes'
    from make_interval(mins => ${minutesAgo}) as ago where id = ${askId}`.execute(em.getKysely());
}

/** Three of them advise, at hours of theirs; the organizer has a talk before her. */
async function fillBench(services: Services, cast: Cast): Promise<void> {
  const fromDate = hoursAgo(24).toISOString().slice(0, 10);
  for (const { who, hours, ...offer } of benchStory.advisers) {
    await updateAdviser(services, cast[who], {
      ...offer,
      topics: [...offer.topics],
      skills: [...offer.skills],
      languages: [...offer.languages],
    });
    for (const each of hours)
      await addOfficeHours(services, cast[who], { ...each, weekdays: [...each.weekdays], fromDate });
  }
  const { by, withWhom, question } = benchStory.talk;
  const adviserId = cast[withWhom].personId;
  const free = await readFreeSlots(services.orm.em.fork(), [adviserId], { from: hoursAgo(-24) });
  const [slot] = free.get(adviserId) ?? [];
  const [organizationId = null] = (await refreshViewer(services.orm.em.fork(), cast[by])).roles.keys();
  if (slot) await bookSlot(services, cast[by], { ...slot, adviserId, question, organizationId });
}

async function joinAll(services: Services): Promise<Cast> {
  const entries: [Handle, Viewer][] = [];
  for (const [handle, person] of Object.entries(story.people) as [Handle, story.DemoPerson][]) {
    const { viewer } = await join(services, { handle, ...person }, { viewer: null, device: 'Demo' });
    entries.push([handle, viewer]);
    if (person.part) {
      await services.orm.em
        .fork()
        .getKysely()
        .updateTable('person')
        .set({ demo_part: person.part })
        .where('id', '=', viewer.personId)
        .execute();
    }
  }
  return Object.fromEntries(entries) as Cast;
}

async function startCampaign(
  services: Services,
  cast: Cast,
): Promise<{ campaignId: string; boardId: string; organizationId: string }> {
  await appointCoordinator(services, 'northstar');
  const organizationId = await createOrganization(services, cast.northstar, story.organization);
  for (const [handle, { role, standing }] of Object.entries(story.people) as [Handle, story.DemoPerson][]) {
    if (role) await setRole(services, cast.northstar, { organizationId, handle, role });
    if (standing) await setStanding(services, cast.northstar, { handle, standing, note: story.KNOWN_BY });
    if (standing || handle === 'northstar') {
      await agreeToConduct(services, cast[handle], { version: CONDUCT_VERSION });
    }
  }
  const { demands, languages, ...words } = story.campaign;
  const made = await createCampaign(services, cast.marisol.personId, {
    ...words,
    demands: [...demands],
    languages: [...languages],
    organizationId,
    startsAt: hoursAgo(story.HOURS_INTO_STRIKE),
  });
  return { ...made, organizationId };
}

/** On the hour, as strikes start. */
function hoursAgo(hours: number): Date {
  const moment = new Date(Date.now() - hours * 3_600_000);
  moment.setUTCMinutes(0, 0, 0);
  return moment;
}

/** Puts a card for each template on the board; finds them again by the key of the template. */
async function layOut(services: Services, cast: Cast, boardId: string): Promise<Map<string, CardOnBoard>> {
  const organizer = cast.marisol.personId;
  const keys = templateFacts.map(({ key }) => key);
  const cards = new Map<string, CardOnBoard>();
  for (const status of ['OPEN', 'DRAFT'] as const) {
    const templateKeys = keys.filter((key) => story.drafts.includes(key) === (status === 'DRAFT'));
    const { result } = await createCardsFromTemplates(services, organizer, {
      boardId,
      status,
      templateKeys,
      cautionCleared: status === 'OPEN',
    });
    result?.forEach((card, index) => cards.set(templateKeys[index] ?? '', card));
  }
  for (const key of story.openedToAnyone) {
    const { id: cardId, version } = cardOf(cards, key);
    await updateCard(services, organizer, { cardId, version, sensitivity: 'PUBLIC' });
  }
  const { id: cardId, version } = cardOf(cards, 'picket-signs');
  await updateCard(services, organizer, {
    cardId,
    version: version,
    checklist: [
      'Six slogans from the local',
      'Readable from across the street',
      'Print files with cut marks',
    ].map((text) => ({ text })),
    outOfScope: 'Printing. The local has a printer in mind.',
  });
  return cards;
}

/** The local asks somebody whether a card would suit them. */
async function askAround(services: Services, cast: Cast, cards: Map<string, CardOnBoard>): Promise<void> {
  const { by, whom, key, weeklyHours } = story.asked;
  const { timeZone } = story.campaign;
  await updateAvailability(services, cast[whom], { weeklyHours, timeZone });
  const { personId } = cast[whom];
  await invitePerson(services, cast[by], { cardId: cardOf(cards, key).id, personId });
}

function cardOf(cards: Map<string, CardOnBoard>, key: string): CardOnBoard {
  const card = cards.get(key);
  if (!card) throw new Error(`The demo has no card ${key}`);
  return card;
}

async function work(
  services: Services,
  cast: Cast,
  campaignId: string,
  cards: Map<string, CardOnBoard>,
): Promise<void> {
  const id = (handle: Handle) => cast[handle].personId;
  const organizer = id('marisol');
  const idOf = (key: string) => cardOf(cards, key).id;

  for (const { key, by, craft, note, link, thanks } of story.finished) {
    const cardId = idOf(key);
    await claimCard(services, id(by), { cardId });
    await handInCard(services, id(by), { cardId, note, links: link ? [{ url: link }] : [] });
    await passCraftReview(services, id(craft), { cardId });
    await approveCard(services, organizer, { cardId, thanks });
  }
  for (const { key, by, note, link, craft, sentBack } of story.inReview) {
    const cardId = idOf(key);
    const links = [{ url: link }];
    await claimCard(services, id(by), { cardId });
    await handInCard(services, id(by), { cardId, note, links });
    if (sentBack) {
      await requestChanges(services, organizer, { cardId, note: sentBack });
      await handInCard(services, id(by), { cardId, note, links });
    }
    if (craft) await passCraftReview(services, id(craft), { cardId });
  }
  for (const { key, by, leaseHours, waitsFor } of story.claimed) {
    const cardId = idOf(key);
    // Of the newcomers among them nobody is there to say that they are on it.
    await updateCampaign(services, organizer, { campaignId, settings: { leaseHours, firstLeaseHours: 0 } });
    await claimCard(services, id(by), { cardId });
    if (waitsFor) await blockCard(services, id(by), { cardId, reason: waitsFor });
  }
  await updateCampaign(services, organizer, { campaignId, settings: { leaseHours: 48, firstLeaseHours: 6 } });
  for (const { key, by, text } of story.comments) {
    await addComment(services, id(by), { cardId: idOf(key), text });
  }
  const { key, by, note } = story.handedBack;
  await claimCard(services, id(by), { cardId: idOf(key) });
  await handBackCard(services, id(by), { cardId: idOf(key), note });
}
