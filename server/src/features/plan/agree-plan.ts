import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { changeBoardWithin } from '../../core/board/change-board.ts';
import { putTemplatesOnBoard } from '../template/create-cards.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { AskAnswers } from '../ask/ask-answers.ts';
import { requireAskByToken } from '../ask/read-asks.ts';
import { takeCampaignWords } from '../../core/campaign/campaign-words.ts';
import { insertCampaign } from '../../core/board/create-campaign.ts';
import type { Em } from '../../platform/db/orm.ts';
import { readNow } from '../../platform/db/read-now.ts';
import type { Hint } from '../../platform/live/hints.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { insertOrganization } from '../../core/organization/create-organization.ts';
import { readOrganizers } from '../../core/trust/give-role.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { startOf } from './plan-for.ts';
import { Plan } from './plan.entity.ts';
import { stalePlan } from './plan.policy.ts';
import { withWords } from './read-plan.ts';
import { type LocalChanges, strikeOut, takeLocalTitle } from './strike-out.ts';

/** The go of a local. What it does not say may be shown stays hidden. */
interface Go extends LocalChanges {
  token: string;
  version: number;
  sensitivity?: Sensitivity | null | undefined;
  employerHidden?: boolean | null | undefined;
  startHidden?: boolean | null | undefined;
}

interface Agreed {
  planId: string;
  campaignId: string;
}

/**
 * The local says go, by the link of its ask: in one transaction the organization, if it is new, its campaign with the
 * words of the answers, the board and its cards are there, and the ask is accepted. Cards with a caution are drafts
 * until an organizer has ticked it. Said again, it gives the same campaign. Refuses another version than the one that
 * was read, and a plan that was not offered.
 */
export async function agreePlan(services: Services, input: Go): Promise<Agreed> {
  try {
    return await agreeOnce(services, input);
  } catch (error) {
    // Somebody took the campaign's address between our look and our write. The second look sees it.
    if (error instanceof UniqueConstraintViolationException) return agreeOnce(services, input);
    throw error;
  }
}

async function agreeOnce(services: Services, go: Go): Promise<Agreed> {
  const { token, version } = go;
  const { agreed, hints, tell } = await services.orm.em.fork().transactional(async (em) => {
    // Two who say go at once follow each other here: the second finds the campaign.
    const ask = await requireAskByToken(em, token);
    const plan = await em.findOne(Plan, { ask: ask.id });
    if (plan?.status === 'AGREED') {
      if (!ask.campaignId) throw wrongStage('CAMPAIGN_ERASED', 'This campaign is gone.');
      return { agreed: { planId: plan.id, campaignId: ask.campaignId }, hints: [], tell: [] };
    }
    if (plan?.status !== 'OFFERED' || ask.status !== 'TRIAGED')
      throw wrongStage('NO_PLAN_YET', 'There is no plan to say go to yet.');
    if (plan.version !== version) throw stalePlan();
    plan.title = takeLocalTitle(plan, go);
    // What the local struck out stays in the plan, unticked, so that the coordinator sees the difference.
    plan.items = strikeOut(plan, go).map((item) => (item.struck ? { ...item, included: false } : item));
    const made = await makeCampaign(services, em, plan, ask.answers, go);
    const now = await readNow(em);
    plan.status = 'AGREED';
    plan.agreedAt = now;
    await em.flush();
    await em
      .getKysely()
      .updateTable('ask')
      .set({
        status: 'ACCEPTED',
        decided_at: now,
        decided_by_id: plan.offeredBy,
        updated_at: now,
        campaign_id: made.campaignId,
      })
      .where('id', '=', ask.id)
      .execute();
    // An organization that was here before hears of what was begun in its name.
    const people = new Set(plan.organization ? await readOrganizers(em, plan.organization) : []);
    if (plan.offeredBy) people.add(plan.offeredBy);
    const tell = [...people].map((personId): Notice => ({
      personId,
      kind: 'PLAN_AGREED',
      campaignId: made.campaignId,
    }));
    await notify(services, em, tell);
    const hints: Hint[] = [{ board: made.boardId, revision: made.revision }, { desk: true }];
    return { agreed: { planId: plan.id, campaignId: made.campaignId }, hints, tell };
  });
  for (const hint of hints) services.hints.send(hint);
  hintNotices(services, tell);
  return agreed;
}

async function makeCampaign(
  services: Services,
  em: Em,
  plan: Plan,
  answers: AskAnswers,
  go: Go,
): Promise<{ campaignId: string; boardId: string; revision: number }> {
  const { slug, kind, title } = plan;
  if (!slug || !kind || !title) throw new Error(`The plan ${plan.id} was offered without a campaign.`);
  const { campaignId, boardId } = await insertCampaign(em, {
    ...campaignWords(answers, title, go),
    organizationId: await organizationOf(em, plan),
    slug: await freeSlug(em, slug),
    kind,
  });
  const cards = (await withWords(services, em, plan))
    .filter(({ item }) => item.included)
    .map(({ item, template }) => ({ ...template, dueOffsetHours: item.dueOffsetHours }));
  const { revision } = await changeBoardWithin(
    services,
    em,
    { board: { id: boardId }, actorId: null },
    async (board) => {
      const made = (await putTemplatesOnBoard(board, cards, { status: 'OPEN' })).map(({ id }) => id);
      return { kind: 'CARD_CREATED', cards: made, result: undefined };
    },
  );
  return { campaignId, boardId, revision };
}

async function organizationOf(em: Em, plan: Plan): Promise<string> {
  if (plan.organization) return plan.organization;
  if (!plan.organizationName) {
    throw wrongStage(
      'ORGANIZATION_GONE',
      'The organization of this plan is gone. Ask the coordinator to offer it again.',
    );
  }
  const kind = plan.organizationKind ?? 'UNION_LOCAL';
  return insertOrganization(em, { name: plan.organizationName, kind });
}

/**
 * What the campaign says at first. Nothing is public before the local says so, and it says so here: an answer to a
 * question that was asked weeks before, by whoever typed it, opens nothing.
 * Answers may be longer than the fields of a campaign; the local cannot mend that here, so they are cut.
 */
function campaignWords(answers: AskAnswers, title: string, go: Go) {
  return takeCampaignWords({
    title,
    sensitivity: go.sensitivity ?? 'TEAM',
    story: cut(answers.happening, 5000),
    howToHelp: cut(
      answers.lookHere?.map(({ label, url }) => (label ? `${label}: ${url}` : url)).join('\n'),
      2000,
    ),
    employer: cut(answers.employer, 120),
    employerHidden: go.employerHidden ?? true,
    startsAt: startOf(answers),
    startHidden: go.startHidden ?? true,
    timeZone: answers.timeZone ?? null,
    languages: answers.languages ?? [],
  });
}

const cut = (text: string | null | undefined, max: number) => [...(text ?? '')].slice(0, max).join('');

/** The address that was chosen, or with a number where somebody took it meanwhile: the local cannot choose here. */
async function freeSlug(em: Em, slug: string): Promise<string> {
  const stem = slug.slice(0, 56).replace(/-$/, '');
  const taken = await em
    .getKysely()
    .selectFrom('campaign')
    .select('slug')
    .where((where) => where.or([where('slug', '=', slug), where('slug', 'like', `${stem}-%`)]))
    .execute();
  const names = new Set(taken.map((row) => row.slug));
  if (!names.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!names.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
