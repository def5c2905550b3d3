import { sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { webLinks } from '../../platform/input/links.ts';
import { languageTags, numberBetween, plainText, textList } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

export const MOST_TOPICS = 8;
export const MOST_TOPIC = 60;
export const MOST_ABOUT = 300;
export const MOST_WEEK = 20;

/** What somebody says of themselves as an adviser. Undefined leaves a field as it is. */
export interface AdviserInput {
  topics?: string[] | null | undefined;
  about?: string | null | undefined;
  skills?: Skill[] | null | undefined;
  languages?: string[] | null | undefined;
  meetAt?: string | null | undefined;
  weeklyLimit?: number | null | undefined;
  isPaused?: boolean | null | undefined;
}

/**
 * Offers to advise, or changes what the viewer offers. For people of standing VETTED or LEAD, coordinators, and whom a
 * coordinator invited; not for whom one took off the bench. Talks that are booked stay as they are.
 */
export async function updateAdviser(
  services: Services,
  viewer: Viewer,
  input: AdviserInput & { asRead?: AdviserInput | null | undefined },
): Promise<void> {
  const changes = takeAdviser(input);
  await services.orm.em.fork().transactional(async (em) => {
    const held = await holdOffer(em, viewer);
    requireAsRead({ ...input.asRead }, held, changes);
    const { topics, about, skills, languages, meetAt, weeklyLimit, isPaused } = { ...held, ...changes };
    if (topics.length === 0)
      throw new InvalidInput('topics', 'EMPTY', 'Say what one can ask you, in a few words.');
    await em
      .getKysely()
      .updateTable('adviser')
      .set({
        ...{ topics, about, skills, languages, meet_at: meetAt, weekly_limit: weeklyLimit, paused: isPaused },
        offered_at: sql`coalesce(offered_at, clock_timestamp())`,
      } as never)
      .where('person_id', '=', held.personId)
      .execute();
  });
}

function takeAdviser(input: AdviserInput) {
  return {
    ...(input.topics && {
      topics: [
        ...new Set(textList(input.topics, { field: 'topics', max: MOST_TOPIC, maxItems: MOST_TOPICS })),
      ],
    }),
    ...(input.about != null && {
      about: plainText(input.about, { field: 'about', max: MOST_ABOUT, optional: true }),
    }),
    ...(input.skills && { skills: [...new Set(input.skills)] }),
    ...(input.languages && { languages: languageTags(input.languages, 'languages') }),
    ...(input.meetAt !== undefined && { meetAt: takeAddress(input.meetAt) }),
    ...(input.weeklyLimit != null && { weeklyLimit: takeLimit(input.weeklyLimit) }),
    ...(input.isPaused != null && { isPaused: input.isPaused }),
  };
}

function takeAddress(url: string | null): string | null {
  return url?.trim() ? webLinks([{ url }], 'meetAt')[0]!.url : null;
}

function takeLimit(limit: number): number {
  return Math.floor(numberBetween(limit, 'weeklyLimit', 1, MOST_WEEK));
}

/** What the viewer offers, held until the transaction ends. Refuses whoever may not advise. */
export async function holdOffer(em: Em, viewer: Viewer) {
  const db = em.getKysely();
  await sql`select from person where id = ${viewer.personId} for no key update`.execute(db);
  const { personId, standing, coordinator } = requireViewer(await refreshViewer(em, viewer));
  await db
    .insertInto('adviser')
    .values({ person_id: personId } as never)
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  const held = await db
    .selectFrom('adviser')
    .select(['topics', 'about', 'skills', 'languages', 'meet_at as meetAt', 'weekly_limit as weeklyLimit'])
    .select(['paused as isPaused', 'offered_at as offeredAt', 'invited_at as invitedAt'])
    .select('removed_at as removedAt')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (held.removedAt) {
    throw notAllowed(
      'TAKEN_OFF_BENCH',
      'A coordinator took you off the bench. Ask one of them if you want to come back.',
    );
  }
  if (!held.invitedAt && !coordinator && standing !== 'VETTED' && standing !== 'LEAD') {
    throw notAllowed(
      'BENCH_NEEDS_STANDING',
      'Advisers are people whose work was approved here, or whom a coordinator invited.',
    );
  }
  return { ...held, personId };
}
