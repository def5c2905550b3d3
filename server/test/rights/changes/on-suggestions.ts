import { showSuggestion } from '../../../src/features/suggestion/decide-suggestion.ts';
import { PROGRAMME } from '../../../src/features/suggestion/suggestion-rights.ts';
import type { Somebody, World } from '../world.ts';
import { aSuggestion } from '../world/suggestions.ts';
import { type Change, NOBODYS_ID, ofNode } from './change.ts';

type About = 'the programme' | 'a campaign of ours';

const rowOf = ({ campaigns }: World, about: About) =>
  about === 'the programme' ? PROGRAMME : campaigns.open.id;
const moderates =
  (about: About) =>
  (_world: World, { viewer }: Somebody) =>
    viewer !== null &&
    viewer.standing !== 'SUSPENDED' &&
    (viewer.coordinator || (about !== 'the programme' && viewer.roles.get(_world.ours) === 'ORGANIZER'));

/** Something done with what a stranger suggested: shown to all, or waiting and to be read by who answers alone. */
function suggestionChange(
  mutation: string,
  about: About,
  { isShown = true, isVote = false, more = {} }: { isShown?: boolean; isVote?: boolean; more?: object } = {},
): Change {
  return {
    mutation,
    what: `what ${isShown ? 'is shown' : 'waits'} of ${about}`,
    findsFirst: true,
    make: async (world) => {
      const of = rowOf(world, about);
      const { id } = await aSuggestion(world, of, { by: 'nobody' });
      if (isShown) await showSuggestion(world.services, world.people.coordinator.viewer!, of, id);
      const withId = (row: string) => ({ suggestionId: ofNode('Suggestion', row), ...more });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours, campaigns }) => ({
      // The programme is nobody's organization: coordinators answer there.
      organizationId: about === 'the programme' ? '' : ours,
      ...(isVote && about !== 'the programme' ? { campaignId: campaigns.open.id } : {}),
    }),
    readable: isShown ? () => true : moderates(about),
  };
}

const makes = (about: About): Change => ({
  ...{ mutation: 'makeSuggestion', what: about, readable: () => true },
  make: async ({ campaigns }) => ({
    input: {
      ...{ kind: 'QUESTION', text: crypto.randomUUID() },
      ...(about === 'the programme' ? {} : { campaignId: ofNode('Campaign', campaigns.open.id) }),
    },
  }),
  about: ({ ours, campaigns }) => ({
    ...{ organizationId: ours },
    ...(about === 'the programme' ? {} : { campaignId: campaigns.open.id }),
  }),
});

/** What is suggested about the programme and about campaigns. */
export const ON_SUGGESTIONS: Change[] = [
  ...(['the programme', 'a campaign of ours'] as const).flatMap((about) => [
    makes(about),
    suggestionChange('voteForSuggestion', about, { isVote: true }),
    suggestionChange('takeBackSuggestionVote', about, { isVote: true }),
    ...[true, false].flatMap((isShown) => [
      suggestionChange('showSuggestion', about, { isShown }),
      suggestionChange('hideSuggestion', about, { isShown }),
      suggestionChange('answerSuggestion', about, { isShown, more: { text: 'Soon' } }),
      suggestionChange('declineSuggestion', about, { isShown, more: { text: 'Not now' } }),
      suggestionChange('acceptSuggestion', about, { isShown }),
    ]),
  ]),
  {
    ...suggestionChange('withdrawSuggestion', 'the programme'),
    what: 'of a volunteer, with their account',
    make: async (world) => {
      const { id } = await aSuggestion(world, PROGRAMME, { by: 'holder' });
      const withId = (row: string) => ({ suggestionId: ofNode('Suggestion', row) });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    about: () => ({ organizationId: '', sensitivity: 'PUBLIC' }),
    readable: (_world, { kind }) => kind === 'holder',
  },
  {
    ...suggestionChange('withdrawSuggestion', 'the programme'),
    what: 'of a stranger, with the receipt',
    make: async (world) => ({
      input: { secret: (await aSuggestion(world, PROGRAMME, { by: 'nobody' })).secret },
    }),
    about: () => ({ organizationId: '' }),
    readable: () => true,
  },
];
