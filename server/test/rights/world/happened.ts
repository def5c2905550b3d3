import { sql } from 'kysely';
import { createApprovalLink } from '../../../src/core/review/approval-link.ts';
import { approveByLink, openApprovalLink } from '../../../src/core/review/approve-by-link.ts';
import { blockPerson } from '../../../src/core/trust/block-person.ts';
import { agreeToConduct } from '../../../src/core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../../src/core/person/conduct.ts';
import { approveCard, passCraftReview } from '../../../src/core/review/review-card.ts';
import { claimCard } from '../../../src/core/card/claim-card.ts';
import { handInCard } from '../../../src/core/review/hand-in-card.ts';
import { invitePerson } from '../../../src/features/matching/invite-person.ts';
import { approveClosingPage } from '../../../src/features/closing/approve-closing-page.ts';
import { closeCampaign } from '../../../src/features/closing/close-campaign.ts';
import { setPublicPage } from '../../../src/features/difference/set-public-page.ts';
import { updateProfile } from '../../../src/core/person/update-profile.ts';
import { createRoleLink, revokeRoleLink } from '../../../src/features/role-link/create-role-link.ts';
import { createWatchLink, revokeWatchLink } from '../../../src/features/wall/watch-link.ts';
import { asNow } from '../../support/people.ts';
import type { TestServices } from '../../support/services.ts';
import { idOf, type World } from './people.ts';
import { aCard } from './cards.ts';

/** People who have the language of the cards, one of whom was asked for one. */
export async function someAsked(world: World): Promise<void> {
  const { services, people } = world;
  for (const kind of ['newcomer', 'holder', 'vettedHolder'] as const) {
    await updateProfile(services, people[kind].viewer!, { languages: ['en', 'es'] });
  }
  const cardId = await aCard(world, { plain: true });
  await invitePerson(services, people.organizer.viewer!, { cardId, personId: idOf(world, 'newcomer') });
}

/** Lets time pass for invitations: nobody was asked today. */
export async function askedLongAgo(services: TestServices): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  await sql`update invitation set at = at - interval '2 days', expires_at = expires_at - interval '2 days'`.execute(
    db,
  );
}

/** Somebody who earned standing by work, and whom the local does not want any more. */
export async function blockBela(world: World): Promise<void> {
  const { services, people } = world;
  const { viewer } = people.blocked;
  const organizer = idOf(world, 'organizer');
  for (let count = 0; count < 2; count += 1) {
    const cardId = await aCard(world, { plain: true });
    await claimCard(services, viewer!.personId, { cardId });
    await handInCard(services, viewer!.personId, { cardId, note: 'Mine', links: [] });
    await passCraftReview(services, idOf(world, 'member'), { cardId });
    await approveCard(services, organizer, { cardId, thanks: 'Thank you, Bela' });
  }
  await agreeToConduct(services, viewer!, { version: CONDUCT_VERSION });
  for (const campaign of ['open', 'vetted', 'team', 'ended'] as const) {
    const { id: campaignId } = world.campaigns[campaign];
    await blockPerson(services, people.organizer.viewer!, {
      campaignId,
      handle: 'Bela',
      reason: 'Told the boss',
    });
  }
  people.blocked = { ...people.blocked, viewer: await asNow(services, viewer!) };
}

/** Work that somebody without an account said yes to, by one of two links. */
export async function answeredByLink(world: World): Promise<void> {
  const { services } = world;
  // Approved work earns standing, and the others have to keep theirs.
  const cardId = await aCard(world, { sensitivity: 'VETTED', status: 'IN_REVIEW' });
  const make = (label: string, card = cardId) =>
    createApprovalLink(services, idOf(world, 'organizer'), { cardId: card, label });
  await make('Dee, secretary');
  const { token } = await make('Lou, president');
  await openApprovalLink(services.orm.em.fork(), token);
  await approveByLink(services, { token, thanks: 'Thank you', viewerId: null });
  await make('Lou, president', await aCard(world, { status: 'IN_REVIEW' }));
}

/** Two links for screens, one of them taken back, and two invite links. */
export async function screensOnWalls({ services, people, campaigns }: World): Promise<void> {
  const organizer = people.organizer.viewer!;
  for (const label of ['Picket kitchen', 'Strike office']) {
    await createWatchLink(services, organizer, {
      ...{ campaignId: campaigns.open.id, label, hours: 12, sensitivity: 'PUBLIC' },
      ...{ showsHandles: false, showsThanks: false },
    });
  }
  const { id } = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('watch_link')
    .select('id')
    .where('label', '=', 'Picket kitchen')
    .executeTakeFirstOrThrow();
  await revokeWatchLink(services, organizer, id);
  for (const label of ['Dee, secretary', 'Lou, president']) {
    await createRoleLink(services, organizer, {
      ...{ campaignId: campaigns.open.id, label, role: 'APPROVER', days: 7, maxUses: 1 },
    });
  }
  const { id: linkId } = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('role_link')
    .select('id')
    .where('label', '=', 'Dee, secretary')
    .executeTakeFirstOrThrow();
  await revokeRoleLink(services, organizer, linkId);
}

/** A campaign that was closed long ago, a campaign that began with an ask, and somebody who shows what they gave. */
export async function theDifferenceAndTheEnd(world: World): Promise<void> {
  const { services } = world;
  const campaignId = world.campaigns.ended.id;
  await closeCampaign(services, idOf(world, 'organizer'), {
    campaignId,
    thanks: 'Thank you all',
    outcome: 'We won',
    handover: [{ what: 'The photographs', to: 'The archive', done: true }],
  });
  await approveClosingPage(services, idOf(world, 'approver'), { campaignId });
  await setPublicPage(services, world.people.holder.viewer!, { on: true });
  const db = services.orm.em.fork().getKysely();
  await sql`update closing set erased_at = clock_timestamp()`.execute(db);
  await sql`insert into lead_request (id, organization_id, campaign_id, person_id) values
    (gen_random_uuid(), ${world.ours}, ${world.campaigns.team.id}, ${idOf(world, 'newcomer')})`.execute(db);
  await sql`insert into ask (id, token_hash, status, submitted_at, campaign_id) values
    (gen_random_uuid(), '\\x01', 'ACCEPTED', now() - interval '1 day', ${world.campaigns.open.id})`.execute(
    db,
  );
}
