import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { readCampaignOf } from '../../core/campaign/campaign-rights.ts';
import { Organization } from '../../core/organization/organization.entity.ts';
import type { Em } from '../../platform/db/orm.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { InvalidInput, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { lockForHiring, requireHires } from './hiring.ts';
import { Opening } from './opening.entity.ts';
import { type OpeningWordsInput, requireWhole, takeOpeningWords } from './opening-words.ts';
import { scheduleOverdue } from './overdue.ts';
import { isOpen } from './read-openings.ts';

/** Openings of one organization that are open at once. */
export const MAX_OPEN = 20;

type Whole = Required<{ [Name in keyof OpeningWordsInput]: NonNullable<OpeningWordsInput[Name]> }>;
export type NewOpening = OpeningWordsInput &
  Pick<Whole, 'title' | 'story' | 'payFrom' | 'payTo' | 'currency' | 'payPer' | 'hoursAWeek'> &
  Pick<Whole, 'closesOn' | 'timeZone'> & {
    organizationId: string;
    campaignId?: string | null;
    byProgramme?: boolean | null;
  };

/** Publishes an opening; returns its row id. For organizers of the organization, and coordinators. */
export async function createOpening(services: Services, viewer: Viewer, input: NewOpening): Promise<string> {
  const words = takeOpeningWords(input);
  return services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const { organizationId } = input;
    const campaignId = input.campaignId ?? null;
    if (!(await em.findOne(Organization, { id: organizationId }))) throw notFound('organization');
    if (campaignId !== null) {
      const campaign = await readCampaignOf(em, actor, campaignId);
      if (campaign.organizationId !== organizationId) throw notFound('campaign');
    }
    requireHires(actor, { organizationId, campaignId });
    const whole = { ...defaults, ...words } as typeof defaults & Required<typeof words>;
    requireWhole(whole);
    // One at a time, or two would each find the last place.
    await sql`select from organization where id = ${organizationId} for update`.execute(em.getKysely());
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from opening
      where organization_id = ${organizationId} and ${isOpen}`.execute(em.getKysely());
    if (rows[0]!.count >= MAX_OPEN) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        `${MAX_OPEN} openings of this organization are open. Close one first.`,
        'OPENINGS_OPEN',
      );
    }
    const id = timelessId();
    const closesAt = await closingMoment(em, whole);
    em.create(Opening, {
      ...whole,
      ...{ id, slug: slugFor(whole.title), organization: organizationId, campaign: campaignId },
      ...{ byProgramme: input.byProgramme ?? false, closesAt, createdBy: actor.personId },
    });
    await em.flush();
    await scheduleOverdue(services, em, id);
    return id;
  });
}

const defaults = {
  place: null as string | null,
  isRemote: false,
  language: 'en',
  languages: [] as string[],
  skills: [],
  howToAnswer: '',
  answerDays: 7,
};

/**
 * Changes what an opening says, where nobody else changed it since it was read. A closing date that is moved opens one
 * again that its date had closed.
 */
export async function updateOpening(
  services: Services,
  viewer: Viewer,
  input: OpeningWordsInput & { openingId: string; asRead?: OpeningWordsInput | null },
): Promise<void> {
  const words = takeOpeningWords(input);
  await services.orm.em.fork().transactional(async (em) => {
    const { opening } = await lockForHiring(em, viewer, input.openingId);
    if (opening.state === 'WITHDRAWN')
      throw wrongStage('OPENING_WITHDRAWN', 'This opening was withdrawn. Write a new one.');
    requireAsRead(input.asRead as Record<string, unknown> | null | undefined, { ...opening }, words);
    const whole = { ...opening, ...words };
    requireWhole(whole);
    const row = await em.findOneOrFail(Opening, { id: opening.id });
    Object.assign(row, words, { updatedAt: await databaseNow(em) });
    if (words.closesOn !== undefined || words.timeZone !== undefined) {
      row.closesAt = await closingMoment(em, whole);
      row.overdueToldAt = null;
    }
    await em.flush();
    await scheduleOverdue(services, em, opening.id);
  });
}

/**
 * Closes an opening before its date, or withdraws it: then nobody is sought any more, and whoever waits for an answer is
 * told. Doing it again changes nothing.
 */
export async function closeOpening(
  services: Services,
  viewer: Viewer,
  { openingId, withdrawn }: { openingId: string; withdrawn: boolean },
): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const { opening } = await lockForHiring(em, viewer, openingId);
    if (opening.state === 'WITHDRAWN' || (opening.state === 'CLOSED' && !withdrawn)) return [];
    await sql`update opening set state = ${withdrawn ? 'WITHDRAWN' : 'CLOSED'},
        closed_at = coalesce(closed_at, clock_timestamp()), updated_at = clock_timestamp()
      where id = ${openingId}`.execute(em.getKysely());
    await scheduleOverdue(services, em, openingId);
    if (!withdrawn) return [];
    const { rows } = await sql<{ personId: string }>`select person_id as "personId" from application
      where opening_id = ${openingId} and state in ('SENT', 'READ', 'TALKING')`.execute(em.getKysely());
    const told = rows.map(({ personId }): Notice => ({
      ...{ personId, kind: 'OPENING_WITHDRAWN', path: `/o/${opening.slug}` },
    }));
    await notify(services, em, told);
    return told;
  });
  hintNotices(services, notices);
}

/**
 * The moment at which clocks there say so. Of an hour that comes twice it is the first, and one that is left out is the
 * hour after, as the field says to whoever types it. Refuses a moment that has passed.
 */
async function closingMoment(
  em: Em,
  { closesOn, timeZone }: { closesOn: string; timeZone: string },
): Promise<Date> {
  const { rows } = await sql<{ at: Date; passed: boolean }>`
    with wall as (select ${closesOn}::timestamp as said),
      -- Reckoned from before a change of the clocks too: the database itself takes the second of two.
      tried as (select (said - back) at time zone ${timeZone} + back as at, said from wall,
        (values (interval '0'), (interval '30 minutes'), (interval '1 hour')) as earlier(back)),
      moment as (select coalesce(min(at) filter (where at at time zone ${timeZone} = said), max(at)) as at from tried)
    select at, at <= clock_timestamp() as passed from moment`.execute(em.getKysely());
  const [{ at, passed }] = rows as [{ at: Date; passed: boolean }];
  if (passed) throw new InvalidInput('closesOn', 'PAST', 'This moment has passed. Choose a later one.');
  return new Date(at);
}

async function databaseNow(em: Em): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(em.getKysely());
  return new Date(rows[0]!.now);
}

/** Of the title as much as an address takes, and letters of its own, since titles come again. */
function slugFor(title: string): string {
  const stem = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-|-$/g, '');
  return `${stem || 'opening'}-${randomBytes(3).toString('hex')}`;
}
