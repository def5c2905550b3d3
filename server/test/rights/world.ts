import { sql } from 'kysely';
import { declineAsk } from '../../src/features/ask/decline-ask.ts';
import { saveAskAnswers } from '../../src/features/ask/save-ask-answers.ts';
import { startAsk } from '../../src/features/ask/start-ask.ts';
import { submitAsk } from '../../src/features/ask/submit-ask.ts';
import { takeAsk } from '../../src/features/ask/take-ask.ts';
import { createApprovalLink } from '../../src/core/review/approval-link.ts';
import { approveByLink, openApprovalLink } from '../../src/core/review/approve-by-link.ts';
import { blockPerson } from '../../src/core/trust/block-person.ts';
import { agreeToConduct } from '../../src/core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../src/core/person/conduct.ts';
import { addComment, removeComment } from '../../src/core/card/comment-on-card.ts';
import { approveCard, passCraftReview, requestChanges } from '../../src/core/review/review-card.ts';
import { blockCard } from '../../src/core/card/block-card.ts';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import type { CardStatus } from '../../src/core/board/card.entity.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { createCard } from '../../src/core/card/create-card.ts';
import { createCardsFromTemplates } from '../../src/features/template/create-cards.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { handInCard } from '../../src/core/review/hand-in-card.ts';
import { saveDraft } from '../../src/core/review/save-draft.ts';
import type { Sensitivity } from '../../src/core/access/sensitivity.ts';
import type { CampaignWordsInput } from '../../src/core/campaign/campaign-words.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { invitePerson } from '../../src/features/matching/invite-person.ts';
import { approveClosingPage } from '../../src/features/closing/approve-closing-page.ts';
import { closeCampaign } from '../../src/features/closing/close-campaign.ts';
import { setPublicPage } from '../../src/features/difference/set-public-page.ts';
import { createOrganization } from '../../src/core/organization/create-organization.ts';
import type { Role } from '../../src/core/access/role.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import type { Standing } from '../../src/core/access/standing.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { updateProfile } from '../../src/core/person/update-profile.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { vouchForPerson } from '../../src/core/trust/vouch-for-person.ts';
import { createWatchLink, revokeWatchLink } from '../../src/features/wall/watch-link.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { cardTemplates } from '../../src/features/template/card-templates.ts';
import { asNow, coordinator, joinAs } from '../support/people.ts';
import type { TestServices } from '../support/services.ts';

/** Every kind of viewer. `ours` is the organization most of the world belongs to. */
export const KINDS = {
  nobody: 'signed out',
  newcomer: 'NEW',
  vetted: 'VETTED',
  lead: 'LEAD',
  vouched: 'NEW, for whom a member of ours vouches',
  suspended: 'SUSPENDED, though a member of ours',
  member: 'MEMBER of ours',
  approver: 'APPROVER of ours',
  organizer: 'ORGANIZER of ours',
  foreigner: 'ORGANIZER of another organization',
  coordinator: 'coordinator',
  blocked: 'VETTED by work, blocked from the campaigns of ours',
  holder: 'NEW, holds the public cards',
  vettedHolder: 'VETTED, holds the cards for vetted people',
  teamHolder: 'ORGANIZER of ours, holds the cards of the team',
} as const;
export type Kind = keyof typeof KINDS;

/** A kind of viewer as a person; `viewer` is null for nobody. */
export interface Somebody {
  kind: Kind;
  viewer: Viewer | null;
  /** Of the session; '' for nobody. */
  token: string;
}

export type CampaignName = 'open' | 'vetted' | 'team' | 'ended' | 'foreign';

export interface World {
  services: TestServices;
  people: Record<Kind, Somebody>;
  ours: string;
  theirs: string;
  campaigns: Record<CampaignName, { id: string; boardId: string }>;
}

export const SENSITIVITIES: Sensitivity[] = ['PUBLIC', 'VETTED', 'TEAM'];
const HOLDERS = { PUBLIC: 'holder', VETTED: 'vettedHolder', TEAM: 'teamHolder' } as const;

/** Who holds the cards of a sensitivity. */
export const holderOf = (sensitivity: Sensitivity): Kind => HOLDERS[sensitivity];

/** The row id of somebody who is signed in. */
export function idOf({ people }: Pick<World, 'people'>, kind: Kind): string {
  const { viewer } = people[kind];
  if (!viewer) throw new Error('Nobody has no id.');
  return viewer.personId;
}

/** Two organizations with people of every kind, and cards of every sensitivity in every status. */
export async function makeWorld(services: TestServices): Promise<World> {
  const cora = await coordinator(services, 'Cora');
  const ours = await createOrganization(services, cora, { name: 'Transit Workers 41', kind: 'UNION_LOCAL' });
  const theirs = await createOrganization(services, cora, { name: 'Tenants United', kind: 'COALITION' });
  const people = await makePeople(services, cora, { ours, theirs });
  const world: World = { services, people, ours, theirs, campaigns: {} as World['campaigns'] };
  const shown = { employer: 'Metro Lines', startsAt: new Date(Date.now() + 10 * 86_400_000) };
  world.campaigns.open = await aCampaign(world, 'open', {
    ...shown,
    sensitivity: 'PUBLIC',
    employerHidden: true,
    startHidden: true,
  });
  world.campaigns.vetted = await aCampaign(world, 'vetted', { ...shown, sensitivity: 'VETTED' });
  world.campaigns.team = await aCampaign(world, 'team', { ...shown, sensitivity: 'TEAM' });
  world.campaigns.ended = await aCampaign(world, 'ended', { ...shown, sensitivity: 'PUBLIC' });
  world.campaigns.foreign = await aCampaign(world, 'foreign', { ...shown, sensitivity: 'PUBLIC' });
  for (const sensitivity of SENSITIVITIES) {
    for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const) {
      await aCard(world, { campaign: 'open', sensitivity, status });
    }
    await sentBack(world, sensitivity);
    await aCard(world, { campaign: 'team', sensitivity });
    await aCard(world, { campaign: 'vetted', sensitivity });
    await aCard(world, { campaign: 'ended', sensitivity });
    await aCard(world, { campaign: 'foreign', sensitivity });
  }
  await aCard(world, { campaign: 'foreign', sensitivity: 'PUBLIC', status: 'DRAFT' });
  await severalAtOnce(world);
  await someAsked(world);
  await someAsks(world);
  await blockBela(world);
  await answeredByLink(world);
  await screensOnWalls(world);
  await theDifferenceAndTheEnd(world);
  // No use case makes somebody part of the demo but the demo itself.
  await services.orm.em
    .fork()
    .getKysely()
    .updateTable('person')
    .set({ demo_part: 'VOLUNTEER' })
    .where('handle', '=', 'Newt')
    .execute();
  return world;
}

/** A campaign that was closed long ago, a campaign that began with an ask, and somebody who shows what they gave. */
async function theDifferenceAndTheEnd(world: World): Promise<void> {
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

async function makePeople(
  services: TestServices,
  cora: Viewer,
  { ours, theirs }: { ours: string; theirs: string },
): Promise<World['people']> {
  const make = async (
    kind: Kind,
    handle: string,
    rights: { standing?: Standing; role?: Role; of?: string } = {},
  ): Promise<Somebody> => {
    const { viewer, token } = await joinAs(services, handle);
    if (rights.role) {
      await setRole(services, cora, { organizationId: rights.of ?? ours, handle, role: rights.role });
    }
    if (rights.standing)
      await setStanding(services, cora, { handle, standing: rights.standing, note: 'Known' });
    if (rights.standing && rights.standing !== 'SUSPENDED')
      await agreeToConduct(services, viewer, { version: CONDUCT_VERSION });
    return { kind, viewer: await asNow(services, viewer), token };
  };
  const member = await make('member', 'Mila', { role: 'MEMBER' });
  const vouched = await make('vouched', 'Vida');
  await vouchForPerson(services, member.viewer!, { handle: 'Vida', note: 'We met' });
  await agreeToConduct(services, vouched.viewer!, { version: CONDUCT_VERSION });
  vouched.viewer = await asNow(services, vouched.viewer!);
  return {
    nobody: { kind: 'nobody', viewer: null, token: '' },
    newcomer: await make('newcomer', 'Newt'),
    vetted: await make('vetted', 'Vera', { standing: 'VETTED' }),
    lead: await make('lead', 'Lena', { standing: 'LEAD' }),
    suspended: await make('suspended', 'Sven', { role: 'MEMBER', standing: 'SUSPENDED' }),
    vouched,
    member,
    approver: await make('approver', 'Alba', { role: 'APPROVER' }),
    organizer: await make('organizer', 'Olga', { role: 'ORGANIZER' }),
    foreigner: await make('foreigner', 'Fred', { role: 'ORGANIZER', of: theirs }),
    coordinator: { kind: 'coordinator', viewer: cora, token: '' },
    blocked: await make('blocked', 'Bela'),
    holder: await make('holder', 'Hugo'),
    vettedHolder: await make('vettedHolder', 'Hedda', { standing: 'VETTED' }),
    teamHolder: await make('teamHolder', 'Otto', { role: 'ORGANIZER' }),
  };
}

async function aCampaign(world: World, name: CampaignName, words: Omit<CampaignWordsInput, 'title'>) {
  const { services } = world;
  const foreign = name === 'foreign';
  const { campaignId: id, boardId } = await createCampaign(
    services,
    idOf(world, foreign ? 'foreigner' : 'organizer'),
    {
      organizationId: foreign ? world.theirs : world.ours,
      slug: `campaign-${name}`,
      title: `Campaign ${name}`,
      kind: 'STRIKE',
      story: 'Why we walk out.',
      demands: ['Safe buses'],
      howToHelp: 'Share it.',
      languages: ['en'],
      ...words,
      settings: { claimLimit: 10, newcomerClaimLimit: 10, firstLeaseHours: 0, newcomerShare: 100 },
    },
  );
  // Those that are not public would get an address that nobody can guess, and so no test either.
  await services.orm.em
    .fork()
    .getKysely()
    .updateTable('campaign')
    .set({ slug: `campaign-${name}` })
    .where('id', '=', id)
    .execute();
  return { id, boardId };
}

export interface CardWanted {
  campaign?: CampaignName;
  sensitivity?: Sensitivity;
  status?: CardStatus;
  /** Without the traces of an earlier holder. */
  plain?: boolean;
}

/** A card with everything a card can have, brought to a status by those whose part that is. Returns its row id. */
export async function aCard(
  world: World,
  { campaign = 'open', sensitivity = 'PUBLIC', status = 'OPEN', plain = false }: CardWanted = {},
): Promise<string> {
  const { services } = world;
  const organizer = idOf(world, campaign === 'foreign' ? 'foreigner' : 'organizer');
  const { result } = await createCard(services, organizer, {
    boardId: world.campaigns[campaign].boardId,
    title: `${sensitivity} ${status} of ${campaign}`,
    deliverable: 'A page',
    localSupplies: 'Photographs',
    outOfScope: 'Printing',
    caution: 'Ask the lawyer',
    skill: 'WRITING',
    hours: 2,
    phase: 'ONGOING',
    dueOffsetHours: 48,
    languages: ['es'],
    sensitivity,
    links: [{ url: 'https://photos.example', label: 'Photographs' }],
    checklist: [{ text: 'Read it aloud' }],
    status: status === 'DRAFT' ? 'DRAFT' : 'OPEN',
    cautionCleared: true,
  });
  if (!result) throw new Error('The card was made before.');
  const cardId = result.id;
  if (!plain) await addComment(services, organizer, { cardId, text: 'Only for those who are here' });
  if (status === 'CANCELLED') await cancelCard(services, organizer, { cardId, reason: 'Not needed' });
  if (status === 'DRAFT' || status === 'OPEN' || status === 'CANCELLED') return cardId;

  if (!plain) await heldBefore(world, cardId, sensitivity);
  const holder = idOf(world, holderOf(sensitivity));
  await claimCard(services, holder, { cardId });
  await saveDraft(services, holder, { cardId, note: 'Not ready to be seen', links: [] });
  if (status === 'CLAIMED') {
    await blockCard(services, holder, { cardId, reason: 'The logo is missing' });
    return cardId;
  }
  await handInCard(services, holder, { cardId, note: 'Here it is', links: [{ url: 'https://b.example' }] });
  await passCraftReview(services, idOf(world, 'member'), { cardId, note: 'Good work' });
  if (status === 'DONE') await approveCard(services, organizer, { cardId, thanks: 'Thank you, Hugo' });
  return cardId;
}

/** Somebody had the card before, and left a draft. */
async function heldBefore(world: World, cardId: string, sensitivity: Sensitivity): Promise<void> {
  const { services } = world;
  const before = idOf(world, sensitivity === 'TEAM' ? 'member' : 'vetted');
  await claimCard(services, before, { cardId });
  await saveDraft(services, before, {
    cardId,
    note: 'As far as I came',
    links: [{ url: 'https://a.example' }],
  });
  await handBackCard(services, before, { cardId, note: 'Somebody else may be faster' });
}

/** A card that a review sent back, with a comment that was removed. */
async function sentBack(world: World, sensitivity: Sensitivity): Promise<void> {
  const { services } = world;
  const cardId = await aCard(world, { sensitivity, status: 'IN_REVIEW' });
  const organizer = idOf(world, 'organizer');
  await requestChanges(services, organizer, { cardId, note: 'Shorter, please' });
  const { result } = await addComment(services, organizer, { cardId, text: 'A mistake' });
  await removeComment(services, organizer, { commentId: result?.comment.id ?? '' });
}

/** People who have the language of the cards, one of whom was asked for one. */
async function someAsked(world: World): Promise<void> {
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
async function blockBela(world: World): Promise<void> {
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
async function answeredByLink(world: World): Promise<void> {
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

/** Two links for screens, one of them taken back. */
async function screensOnWalls({ services, people, campaigns }: World): Promise<void> {
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
}

/** One change that touches several cards, of which not everybody may read each. */
async function severalAtOnce(world: World): Promise<void> {
  const organizer = idOf(world, 'organizer');
  const { result: cards = [] } = await createCardsFromTemplates(world.services, organizer, {
    boardId: world.campaigns.open.boardId,
    templateKeys: cardTemplates.slice(0, 4).map(({ key }) => key),
    cautionCleared: true,
  });
  const wanted: Sensitivity[] = ['TEAM', 'PUBLIC', 'VETTED', 'PUBLIC'];
  for (const [index, { id, version, sensitivity }] of cards.entries()) {
    if (sensitivity === wanted[index]) continue;
    await updateCard(world.services, organizer, { cardId: id, version, sensitivity: wanted[index]! });
  }
}

/** An ask of a local that was sent. Returns its row id, and the secret of its link. */
export async function anAsk(world: World): Promise<{ id: string; token: string }> {
  const { services } = world;
  const { token } = await startAsk(services, { language: 'es' });
  await saveAskAnswers(services, {
    token,
    contact: 'Signal: line.41',
    answers: {
      organizationName: 'Transit Workers 41',
      organizationKind: 'UNION_LOCAL',
      role: 'Steward',
      kind: 'STRIKE',
      happening: 'They cut the night shift.',
      startsAt: new Date(),
      timeZone: 'America/Chicago',
      lookHere: [{ url: 'https://41.example' }],
      assets: [{ asset: 'LOGO', has: true }],
      approver: 'Olga',
      worries: ['PRESS'],
      worryWords: 'Nobody calls us back.',
      languages: ['es'],
      needs: ['WRITING'],
      suggestForUs: true,
      needWords: 'A leaflet',
      hideEmployer: true,
      hideStart: false,
      employer: 'Metro Lines',
      unsaid: 'The depot',
      localHoursPerWeek: 3,
    },
  });
  await submitAsk(services, token);
  const { id } = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('ask')
    .select('id')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return { id, token };
}

/** One that became a campaign, one that was declined, and one that is still written. */
async function someAsks(world: World): Promise<void> {
  const { services, people, campaigns } = world;
  const cora = people.coordinator.viewer!;
  const accepted = await anAsk(world);
  await takeAsk(services, cora, accepted.id);
  await services.orm.em
    .fork()
    .getKysely()
    .updateTable('ask')
    .set({ status: 'ACCEPTED', campaign_id: campaigns.team.id, held_at: new Date() })
    .where('id', '=', accepted.id)
    .execute();
  const declined = await anAsk(world);
  await declineAsk(services, cora, { askId: declined.id, words: 'We cannot', elsewhere: 'The federation' });
  await startAsk(services, { language: 'en' });
}
