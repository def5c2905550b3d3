import { type AskJob, eraseAsk, scheduleForgottenAsks } from './erase-ask.ts';
import { RETENTION } from '../../platform/jobs/retention-queue.ts';
import { ASKS_OF_NETWORK } from './ask-share.ts';
import { jobKind, type Feature } from '../../platform/feature.ts';
import { Ask } from './ask.entity.ts';
import { AskMutations } from './ask.mutations.ts';
import { AskResolver } from './ask.resolver.ts';
import { ErasedAsk } from './erased-ask.entity.ts';

export const ask: Feature = {
  name: 'ask',
  jobs: [
    jobKind<AskJob>({ ...RETENTION, of: 'askId', run: (services, { askId }) => eraseAsk(services, askId) }),
  ],
  starts: scheduleForgottenAsks,
  services: ({ shareOf }) => ({ askShare: shareOf(ASKS_OF_NETWORK, 'ask share') }),
  entities: [Ask, ErasedAsk],
  resolvers: [AskMutations, AskResolver],
};
