import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { WORDS, cutAt } from '../../platform/graphql/list-bounds.ts';
import { RETENTION } from '../../platform/jobs/retention-queue.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { ASKS_OF_NETWORK } from './ask-share.ts';
import { Ask } from './ask.entity.ts';
import { askLoader } from './ask.loader.ts';
import { AskMutations } from './ask.mutations.ts';
import { AskResolver } from './ask.resolver.ts';
import { type AskJob, eraseAsk, scheduleForgottenAsks } from './erase-ask.ts';
import { ErasedAsk } from './erased-ask.entity.ts';

const SKILLS = Object.keys(Skill).length;

export const ask: Feature = {
  name: 'ask',
  entities: [Ask, ErasedAsk],
  resolvers: [AskMutations, AskResolver],
  nodes: {
    Ask: ({ loaders }, uuid) => loaders.of(askLoader).load(uuid).catch(nullIfRefused),
  },
  lists: {
    'Ask.likeDuplicates': cutAt(20),
    'AskAnswers.assets': 10,
    'AskAnswers.languages': WORDS.languages,
    'AskAnswers.lookHere': WORDS.links,
    'AskAnswers.needs': SKILLS,
    'AskAnswers.worries': 8,
  },
  services: ({ shareOf }) => ({ askShare: shareOf(ASKS_OF_NETWORK, 'ask share') }),
  jobs: [
    jobKind<AskJob>({ ...RETENTION, of: 'askId', run: (services, { askId }) => eraseAsk(services, askId) }),
  ],
  starts: scheduleForgottenAsks,
  hearsBoards: () => ({
    // The plan goes with its ask.
    erased: ({ db, campaignId }) => sql`delete from ask where campaign_id = ${campaignId}`.execute(db),
  }),
  erasesPerson: { forgotten: { ask: ['triaged_by_id', 'decided_by_id'] } },
};
