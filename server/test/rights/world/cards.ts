import { beginFile } from '../../../src/core/file/begin-file.ts';
import { aCardFile, aFile } from '../../support/a-file.ts';
import { addComment, editComment, removeComment } from '../../../src/core/card/comment-on-card.ts';
import { askForLook } from '../../../src/core/card/ask-for-look.ts';
import { approveCard, passCraftReview, requestChanges } from '../../../src/core/review/review-card.ts';
import { blockCard } from '../../../src/core/card/block-card.ts';
import { cancelCard } from '../../../src/core/card/cancel-card.ts';
import type { CardStatus } from '../../../src/core/board/card.entity.ts';
import { joinCard } from '../../../src/core/card/join-card.ts';
import { claimCard } from '../../../src/core/card/claim-card.ts';
import { createCard } from '../../../src/core/card/create-card.ts';
import { createCardsFromTemplates } from '../../../src/features/template/create-cards.ts';
import { handBackCard } from '../../../src/core/card/hand-back-card.ts';
import { handInCard } from '../../../src/core/review/hand-in-card.ts';
import { saveDraft } from '../../../src/core/review/save-draft.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import type { CampaignWordsInput } from '../../../src/core/campaign/campaign-words.ts';
import { createCampaign } from '../../../src/core/board/create-campaign.ts';
import { updateCard } from '../../../src/core/card/update-card.ts';
import { cardTemplates } from '../../support/templates.ts';
import { type CampaignName, holderOf, idOf, type World } from './people.ts';

/** A campaign of ours, or of the others where it is foreign. */
export async function aCampaign(world: World, name: CampaignName, words: Omit<CampaignWordsInput, 'title'>) {
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
    forTwo: true,
    links: [{ url: 'https://photos.example', label: 'Photographs' }],
    checklist: [{ text: 'Read it aloud' }],
    status: status === 'DRAFT' ? 'DRAFT' : 'OPEN',
    cautionCleared: true,
  });
  if (!result) throw new Error('The card was made before.');
  const cardId = result.id;
  if (!plain) {
    const said = await addComment(services, organizer, { cardId, text: 'Only for those who are hear' });
    const commentId = said.result!.comment.id;
    await editComment(services, organizer, { commentId, text: 'Only for those who are here' });
  }
  if (!plain && status !== 'CANCELLED') await aCardFile(services, organizer, cardId);
  if (status === 'CANCELLED') await cancelCard(services, organizer, { cardId, reason: 'Not needed' });
  if (status === 'DRAFT' || status === 'OPEN' || status === 'CANCELLED') return cardId;

  if (!plain) await heldBefore(world, cardId, sensitivity);
  const holder = idOf(world, holderOf(sensitivity));
  await claimCard(services, holder, { cardId });
  if (!plain && sensitivity === 'PUBLIC') {
    const partner = idOf(world, 'partner');
    await joinCard(services, partner, { cardId });
    await saveDraft(services, partner, { cardId, note: 'My half', links: [] });
  }
  await saveDraft(services, holder, { cardId, note: 'Not ready to be seen', links: [] });
  if (status === 'CLAIMED') {
    await beginFile(services, holder, {
      ...{ cardId, use: 'WORK', name: 'half.jpg', mediaType: 'image/jpeg', bytes: 4_711 },
    });
    await blockCard(services, holder, { cardId, reason: 'The logo is missing' });
    if (!plain) await askForLook(services, holder, { cardId });
    const other = { title: `${sensitivity} CLAIMED of ${campaign}, but another`, dueOffsetHours: 36 };
    if (!plain) await updateCard(services, organizer, { cardId, version: result.version, ...other });
    return cardId;
  }
  const fileIds = plain ? [] : [await aFile(services, holder, cardId)];
  const links = [{ url: 'https://b.example' }];
  await handInCard(services, holder, { cardId, note: 'Here it is', links, fileIds });
  await passCraftReview(services, idOf(world, 'member'), { cardId, note: 'Good work' });
  if (status === 'DONE') await approveCard(services, organizer, { cardId, thanks: 'Thank you, Hugo' });
  return cardId;
}

/** Somebody had the card before, and left a draft with a file. */
async function heldBefore(world: World, cardId: string, sensitivity: Sensitivity): Promise<void> {
  const { services } = world;
  const before = idOf(world, sensitivity === 'TEAM' ? 'member' : 'vetted');
  await claimCard(services, before, { cardId });
  await saveDraft(services, before, {
    cardId,
    note: 'As far as I came',
    links: [{ url: 'https://a.example' }],
  });
  await aFile(services, before, cardId);
  await handBackCard(services, before, { cardId, note: 'Somebody else may be faster' });
}

/** A card that a review sent back, with a comment that was removed, and files that a coordinator did not get onto it. */
export async function sentBack(world: World, sensitivity: Sensitivity): Promise<void> {
  const { services } = world;
  const cardId = await aCard(world, { sensitivity, status: 'IN_REVIEW' });
  const organizer = idOf(world, 'organizer');
  await requestChanges(services, organizer, { cardId, note: 'Shorter, please' });
  const { result } = await addComment(services, organizer, { cardId, text: 'A mistake' });
  await removeComment(services, organizer, { commentId: result?.comment.id ?? '' });
  const coordinator = idOf(world, 'coordinator');
  await aFile(services, coordinator, cardId, { use: 'CARD', bytes: Buffer.from('no picture') });
  await beginFile(services, coordinator, {
    ...{ cardId, use: 'CARD', name: 'half.jpg', mediaType: 'image/jpeg', bytes: 4_711 },
  });
}

/** One change that touches several cards, of which not everybody may read each. */
export async function severalAtOnce(world: World): Promise<void> {
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
