import { ApiFailure, ApiUnreachable, createApi } from '#web/api/api.ts';
import { FrameDocument, type FrameQuery } from '#web/gql/graphql.ts';
import type { FrameViewer } from '#web/person/frame-viewer.ts';
import { allLanguages, loadMessages } from '#web/words/load-messages.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, locals, request }) => {
  const [frame, site, errors] = await Promise.all([
    askForFrame(fetch),
    loadMessages(locals.language, 'site'),
    loadMessages(locals.language, 'errors'),
  ]);
  return {
    language: locals.language,
    languages: allLanguages(),
    theme: locals.theme,
    timeZone: locals.timeZone,
    serverNow: Date.now(),
    atEdge: Boolean(request.headers.get('x-strikeboard-edge')),
    words: { site, errors },
    ...frame,
  };
};

/** Who asks. When the API is down the frame still stands, so that the page can say so in words. */
async function askForFrame(
  fetch: typeof globalThis.fetch,
): Promise<
  Pick<FrameQuery, 'demoPeople'> & { viewer: FrameViewer | null; operator: FrameQuery['operator'] | null }
> {
  try {
    const { viewer, demoPeople, operator } = await createApi(fetch).ask(FrameDocument);
    return { viewer: viewer && knownToThemselves(viewer), demoPeople, operator };
  } catch (failure) {
    if (!(failure instanceof ApiUnreachable || failure instanceof ApiFailure)) throw failure;
    return { viewer: null, demoPeople: [], operator: null };
  }
}

/** The schema hides skills, languages and standing of other people; one's own are always there. */
function knownToThemselves({ person, ...viewer }: NonNullable<FrameQuery['viewer']>): FrameViewer {
  const { skills, languages, standing } = person;
  return {
    ...viewer,
    person: { ...person, skills: skills ?? [], languages: languages ?? [], standing: standing ?? 'NEW' },
  };
}
