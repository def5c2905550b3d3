import { formDoor } from '../../core/access/form-door.ts';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';
import { suggest } from './suggestion.mutations.ts';

/**
 * `POST /suggestions`, as a form sends it: suggests without a script, and leads back to the page, which knows by the
 * browser's secret what this visitor made.
 */
export const suggestDoor = (services: Services): Door =>
  formDoor(services, {
    path: '/suggestions',
    words: ['text'],
    act: async (context, form) => {
      const { waits } = await suggest(context, {
        text: form.get('text') ?? '',
        kind: form.get('kind') === 'QUESTION' ? 'QUESTION' : 'SUGGESTION',
        campaignId: form.get('campaignId') || null,
        anonymous: form.has('anonymous'),
        thankAs: form.get('thankAs'),
        page: form.get('page'),
        language: form.get('language'),
        trap: form.get('website'),
      });
      const search = new URLSearchParams({ made: waits ? 'waits' : 'shown', show: 'mine' });
      const campaign = form.get('campaign');
      if (campaign) search.set('campaign', campaign);
      return { to: `/suggestions?${search}` };
    },
  });
