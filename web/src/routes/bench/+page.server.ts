import { ApiFailure, createApi } from '#web/api/api.ts';
import { BenchDocument } from '#web/gql/graphql.ts';
import { isSkill } from '#web/person/skills.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const asked = url.searchParams;
  const skill = asked.get('skill');
  const filter = {
    skill: isSkill(skill) ? skill : null,
    language: /^[a-z]{2,3}$/.test(asked.get('speaks') ?? '') ? asked.get('speaks') : null,
    topic: asked.get('topic')?.trim().slice(0, 60) || null,
  };
  const after = asked.get('after');
  const [{ advisers }, benchWords] = await Promise.all([
    createApi(fetch)
      .ask(BenchDocument, { ...filter, after })
      .catch((failure: unknown) => {
        // A cursor or a word that is none of ours: an address that was cut.
        if (failure instanceof ApiFailure && (after || filter.topic)) redirect(303, '/bench');
        throw failure;
      }),
    loadMessages(locals.language, 'bench'),
  ]);
  if (!advisers) error(503, 'Unavailable');
  return {
    advisers: advisers.edges.map(({ node }) => node),
    olderThan: advisers.pageInfo.hasNextPage ? advisers.pageInfo.endCursor : null,
    filter,
    benchWords,
  };
};
