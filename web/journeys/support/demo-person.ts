import type { APIRequestContext } from 'playwright-core';
import { FrameDocument, TryAsDocument } from '../../src/gql/graphql.ts';
import { ask } from './ask.ts';
import { known } from './known.ts';

export type DemoPart = 'ORGANIZER' | 'VOLUNTEER' | 'COORDINATOR';

/** Signs a browser window in as the first person of the demo with this part. */
export async function becomeDemoPerson(request: APIRequestContext, wanted: DemoPart): Promise<void> {
  const { demoPeople } = await ask(request, FrameDocument, {});
  const found = known(demoPeople?.find(({ part }) => part === wanted));
  await ask(request, TryAsDocument, { input: { personId: found.person.id } });
}
