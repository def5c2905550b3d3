import { createApi } from '#web/api/api.ts';
import {
  AssessmentLocalsDocument,
  AssessmentRoundsDocument,
  OpenAssessmentRoundDocument,
} from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { AREAS } from './areas.ts';
import { drawLevels } from './draw-levels.server.ts';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const api = createApi(fetch);
  const [{ viewer }, assessmentWords] = await Promise.all([
    api.ask(AssessmentLocalsDocument),
    loadMessages(locals.language, 'assessment'),
  ]);
  const memberships = viewer?.memberships ?? [];
  const wanted = url.searchParams.get('local');
  const chosen = memberships.find(({ organization }) => organization.id === wanted) ?? memberships[0];
  if (!chosen) return { assessmentWords, local: null, locals: [] };
  const { node } = await api.ask(AssessmentRoundsDocument, { id: chosen.organization.id });
  const rounds = node && 'assessments' in node ? (node.assessments ?? []) : [];
  return {
    assessmentWords,
    local: { ...chosen, rounds, drawn: drawLevels(rounds, AREAS) },
    /** All of theirs, to choose from. */
    locals: memberships.map(({ organization }) => organization),
  };
};

export const actions: Actions = {
  open: async ({ request, fetch }) => {
    const organizationId = String((await request.formData()).get('organization') ?? '');
    const { openAssessmentRound } = await createApi(fetch).ask(OpenAssessmentRoundDocument, {
      input: { organizationId },
    });
    const { assessment, errors } = openAssessmentRound;
    if (!assessment) return fail(409, { organizationId, errors });
    redirect(303, `/assessment/${assessment.id}?q=1`);
  },
};
