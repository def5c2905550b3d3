import { createApi } from '#web/api/api.ts';
import {
  MyToolsDocument,
  OrganizationToolsDocument,
  type ToolsOfOrganizationFragment,
} from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const api = createApi(fetch);
  const [{ viewer: mine }, toolsWords] = await Promise.all([
    api.ask(MyToolsDocument),
    loadMessages(locals.language, 'tools'),
  ]);
  const led = mine?.memberships.filter(({ role }) => role === 'ORGANIZER') ?? [];
  // Each by a question of its own: together they could be more than one operation may ask for.
  const asked = await Promise.all(
    led.map(({ organization }) => api.ask(OrganizationToolsDocument, { id: organization.id })),
  );
  const organizations = asked.flatMap(({ node }): ToolsOfOrganizationFragment[] =>
    node && 'tokens' in node ? [node as ToolsOfOrganizationFragment] : [],
  );
  return { mine, organizations, toolsWords };
};
