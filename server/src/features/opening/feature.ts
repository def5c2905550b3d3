import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import { older } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { WORDS } from '../../platform/graphql/list-bounds.ts';
import { Application } from './application.entity.ts';
import {
  ApplicationResolver,
  OpeningApplications,
  readableApplication,
  ViewerApplications,
} from './application.resolver.ts';
import { eraseOpenings } from './erase-openings.ts';
import { interview } from './hiring.ts';
import { HiringChanges } from './hiring-changes.ts';
import { HiringStream } from './hiring-stream.resolver.ts';
import { Opening } from './opening.entity.ts';
import { listedOpenings, pictureOfOpening } from './opening-picture.ts';
import { OpeningResolver } from './opening.resolver.ts';
import { toOpening } from './opening.type.ts';
import { OPENING_QUEUE, type OverdueJob, tellOverdue } from './overdue.ts';
import { openingLoader } from './read-openings.ts';

/** What somebody gave is of use for so long after it was answered; one that nobody answered, after it closed. */
const ANSWERED_DAYS = 90;
const UNANSWERED_DAYS = 180;
const SKILLS = Object.keys(Skill).length;

export const opening: Feature = {
  name: 'opening',
  entities: [Opening, Application],
  resolvers: [ApplicationResolver, OpeningApplications, OpeningResolver, ViewerApplications, HiringStream],
  nodes: {
    Opening: async ({ loaders }, uuid) => {
      const row = await loaders.of(openingLoader).load(uuid);
      return row && toOpening(row);
    },
    Application: readableApplication,
  },
  lists: {
    'GivenRecord.languages': WORDS.languages,
    'GivenRecord.skills': SKILLS,
    'Opening.languages': WORDS.languages,
    'Opening.skills': SKILLS,
  },
  streams: ({ orm, bus, log, channels, timing }) => ({
    hiring: new HiringChanges({
      ...{ em: orm.em, bus, log, counts: channels.counts },
      pauseMs: timing.hiringPause ?? 1_000,
      renewMs: timing.hiringRenewal ?? 60_000,
    }),
  }),
  asksAbout: { Opening: interview },
  pictures: { opening: pictureOfOpening },
  listedPages: listedOpenings,
  jobs: [
    jobKind<OverdueJob>({
      queue: OPENING_QUEUE,
      retries: { retryLimit: 5, retryDelay: 30, retryBackoff: true },
      run: tellOverdue,
    }),
  ],
  agesOut: [
    sql`delete from application where (state in ('TAKEN', 'DECLINED') and ${older('answered_at', ANSWERED_DAYS)})
      or (state = 'WITHDRAWN' and ${older('withdrawn_at', ANSWERED_DAYS)})`,
    sql`delete from application using opening where opening.id = opening_id
      and least(opening.closed_at, opening.closes_at) < clock_timestamp() - make_interval(days => ${UNANSWERED_DAYS})
      and coalesce(application.answered_at, application.sent_at)
        < clock_timestamp() - make_interval(days => ${ANSWERED_DAYS})`,
  ],
  hearsBoards: () => ({ erased: ({ db, campaignId }) => eraseOpenings(db, campaignId) }),
  erasesPerson: {
    gone: { application: 'person_id' },
    forgotten: { application: ['answered_by_id'], opening: ['created_by_id'] },
  },
};
