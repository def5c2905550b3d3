import { ApiFailure, createApi } from '#web/api/api.ts';
import { DeskPeopleDocument, type Standing } from '#web/gql/graphql.ts';
import { skills } from '#web/person/skills.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const standings: readonly Standing[] = ['NEW', 'VETTED', 'LEAD', 'SUSPENDED'];

/** The filter stands in the address, so that it survives a reload; what it does not know it leaves out. */
export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const { searchParams: params } = url;
  const text = (params.get('q') ?? '').slice(0, 50);
  const standing = standings.find((each) => each === params.get('standing')) ?? null;
  const skill = skills.find((each) => each === params.get('skill')) ?? null;
  const after = params.get('after');
  const [{ desk }, coordinateWords, trustWords] = await Promise.all([
    createApi(fetch)
      .ask(DeskPeopleDocument, { filter: { text: text.trim() || null, standing, skill }, after })
      .catch((failure: unknown) => {
        // A cursor that is none of ours: an address that was cut.
        if (failure instanceof ApiFailure && after) redirect(303, '/desk/people');
        throw failure;
      }),
    loadMessages(locals.language, 'coordinate'),
    loadMessages(locals.language, 'trust'),
  ]);
  return { people: desk?.people ?? null, text, standing, skill, coordinateWords, trustWords };
};
