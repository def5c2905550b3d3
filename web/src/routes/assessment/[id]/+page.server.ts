import { createApi } from '#web/api/api.ts';
import { AssessmentDocument, SaveAssessmentDocument, SubmitAssessmentDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, fail, redirect, type Actions } from '@sveltejs/kit';
import { AREAS } from '../areas.ts';
import { drawLevels } from '../draw-levels.server.ts';
import { stepLink } from '../step-links.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, parent }) => {
  const [{ assessment }, assessmentWords, { viewer }] = await Promise.all([
    createApi(fetch).ask(AssessmentDocument, { id: params.id }),
    loadMessages(locals.language, 'assessment'),
    parent(),
  ]);
  if (viewer && !assessment) error(404, 'Not found');
  if (!assessment) return { assessmentWords, round: null };
  const { organization, nextSteps, ...round } = assessment;
  const campaigns = organization.campaigns.edges.map(({ node }) => node);
  return {
    assessmentWords,
    round: {
      ...round,
      organizationName: organization.name,
      steps: nextSteps?.map((step) => ({ ...step, ...stepLink(step, campaigns) })) ?? null,
      drawn: drawLevels(organization.assessments ?? [], AREAS),
    },
  };
};

// For whoever has no script: the same forms, sent as they are.
export const actions: Actions = {
  answer: async ({ request, fetch, params, url }) => {
    const form = await request.formData();
    const number = Number(url.searchParams.get('q'));
    const api = createApi(fetch);
    const { assessment } = await api.ask(AssessmentDocument, { id: params.id! });
    const asked = assessment?.questions[number - 1];
    if (!asked) error(404, 'Not found');
    const choice = form.get('choice');
    const { saveAssessment } = await api.ask(SaveAssessmentDocument, {
      input: {
        assessmentId: params.id!,
        answers: [
          {
            question: asked.question,
            choice: choice === null ? null : Number(choice),
            note: String(form.get('note') ?? ''),
          },
        ],
      },
    });
    if (saveAssessment.errors.length > 0)
      return fail(409, { errors: saveAssessment.errors, note: String(form.get('note') ?? '') });
    const to = form.get('to');
    const next = to === 'back' ? number - 1 : to === 'end' ? 'end' : number + 1;
    const last = assessment.questions.length;
    redirect(
      303,
      next === 0 ? '/assessment' : `?q=${typeof next === 'number' && next > last ? 'end' : next}`,
    );
  },
  send: async ({ fetch, params }) => {
    const { submitAssessment } = await createApi(fetch).ask(SubmitAssessmentDocument, {
      input: { assessmentId: params.id!, answers: [] },
    });
    if (submitAssessment.errors.length > 0) return fail(409, { errors: submitAssessment.errors, note: '' });
    redirect(303, `/assessment/${params.id}`);
  },
};
