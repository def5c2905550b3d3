import { acceptSuggestion } from '../../../src/features/suggestion/accept-suggestion.ts';
import {
  answerSuggestion,
  declineSuggestion,
  hideSuggestion,
  showSuggestion,
} from '../../../src/features/suggestion/decide-suggestion.ts';
import { makeSuggestion } from '../../../src/features/suggestion/make-suggestion.ts';
import { type About, PROGRAMME } from '../../../src/features/suggestion/suggestion-rights.ts';
import { asNow } from '../../support/people.ts';
import { type Kind, type World } from './people.ts';

/** Something that somebody suggests, which waits where they are new; returns its row id. */
export async function aSuggestion(
  { services, people }: World,
  about: About,
  { by, text = `Larger letters ${crypto.randomUUID()}` }: { by: Kind; text?: string },
): Promise<{ id: string; secret: string | null }> {
  const { viewer } = people[by];
  return makeSuggestion(services, viewer, about, {
    // A browser that nobody in this world has.
    voter: viewer?.personId ?? crypto.randomUUID(),
    ...{ kind: 'SUGGESTION', text, anonymous: false, thankAs: 'Sam', page: '/boards', seconds: 0 },
  });
}

/** Suggestions in every state, about the programme and about campaigns that anybody, some and few may read. */
export async function someSuggestions(world: World): Promise<void> {
  const { services, people, campaigns } = world;
  await inEveryState(world, PROGRAMME, 'coordinator');
  // Whoever accepts one about the programme runs its board from then on.
  people.coordinator.viewer = await asNow(services, people.coordinator.viewer!);
  await inEveryState(world, campaigns.open.id, 'organizer');
  await inEveryState(world, campaigns.vetted.id, 'organizer');
  await aSuggestion(world, campaigns.team.id, { by: 'member' });
  const db = services.orm.em.fork().getKysely();
  await db
    .updateTable('suggestion')
    .set({ done_at: new Date() })
    .where('state', '=', 'ACCEPTED')
    .where('about', '=', PROGRAMME)
    .execute();
}

async function inEveryState(world: World, about: About, moderator: Kind): Promise<void> {
  const { services, people } = world;
  const who = people[moderator].viewer!;
  const make = async (by: Kind) => (await aSuggestion(world, about, { by })).id;
  const isForAll = about === PROGRAMME || about === world.campaigns.open.id;
  // Each waits: of a stranger, and of somebody new.
  await make(isForAll ? 'nobody' : 'member');
  await make(isForAll ? 'newcomer' : 'vouched');
  await showSuggestion(services, who, about, await make('lead'));
  // A program may have written it, which coordinators alone are told.
  if (isForAll) await showSuggestion(services, who, about, await make('nobody'));
  await make('coordinator');
  await hideSuggestion(services, who, about, { suggestionId: await make('lead'), allOfAsker: false });
  const said = async (by: Kind) => ({ suggestionId: await make(by), text: 'We will see' });
  await answerSuggestion(services, who, about, await said('lead'));
  await declineSuggestion(services, who, about, await said('lead'));
  await acceptSuggestion(services, who, about, { ...(await said('lead')), skill: 'WRITING', hours: 2 });
}
