import { expect, test } from 'vitest';
import {
  AddCommentDocument,
  AskToResumeDocument,
  BlockCardDocument,
  type CampaignSettingsInput,
  ClaimCardDocument,
  CreateApprovalLinkDocument,
  HandInCardDocument,
  ProposePlanDocument,
  OfferPlanDocument,
  SaveAskAnswersDocument,
  StartAskDocument,
  SubmitAskDocument,
  TakeAskDocument,
  UpdateCampaignDocument,
  VouchDocument,
} from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { known } from './support/known.ts';
import { useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();
/** The smallest screen that pages have to do with. */
const narrow = { width: 320, height: 640 };

const campaignTitle = 'إضراب عمال الميناء الكبير';
const story = 'ألغوا نوبة الليل، فخرجنا جميعًا. 14 ساعة بلا راحة.';
const cardTitle = 'ترجمة المنشور رقم 3 إلى العربية';
const comment = 'אפשר לסיים עד 18:00, נשארו 2 עמודים';
const reason = 'بانتظار الصور من 3 أعضاء';
/** A word without an end, as a paste brings it, and an address of 190 characters. */
const endless = 'Donaudampfschiff'.repeat(8).slice(0, 120);
const address = `https://files.example.org/${'a1b2c3d4e5'.repeat(17)}`.slice(0, 190);

const longTitle = `${cardTitle} ${endless}`.slice(0, 120);

async function callStrikeInArabic(
  organizer: Visitor,
  handle: string,
  slug: string,
  settings: CampaignSettingsInput = {},
): Promise<Strike> {
  const strike = await callStrike(organizer, handle, slug, settings);
  await organizer.ask(UpdateCampaignDocument, {
    input: {
      campaignId: strike.campaignId,
      title: campaignTitle,
      story: `${story}\n${address}`,
      demands: ['إعادة نوبة الليل', endless],
      employer: endless,
      howToHelp: `ساعدونا: ${endless}`,
    },
  });
  return strike;
}

test('what is written from right to left reads so, and is no wider than the narrowest phone', async () => {
  const organizer = await stage.visitor({ size: narrow, touch: true });
  const handle = 'نورة-من-الميناء-2026';
  await organizer.join(handle);
  const strike = await callStrikeInArabic(organizer, handle, 'right-to-left', {
    craftReviewRequired: false,
  });
  const card = await strike.card(cardTitle, {
    deliverable: `ملف واحد. ${endless}`,
    localSupplies: address,
    outOfScope: endless,
    caution: `لا أسماء ${endless}`,
    checklist: ['تدقيق الأسماء', endless],
    links: [{ url: address, label: endless }, { url: address }],
  });
  await strike.card(endless, { deliverable: 'نص قصير' });
  await organizer.ask(ClaimCardDocument, { input: { cardId: card.id } });
  await organizer.ask(BlockCardDocument, { input: { cardId: card.id, reason: `${reason} ${endless}` } });
  for (const text of [comment, `${endless} ${address}`]) {
    await organizer.ask(AddCommentDocument, { input: { cardId: card.id, text } });
  }
  const { page } = organizer;

  const helper = await stage.visitor({ size: narrow, touch: true });
  await helper.join('עוזרת-בנמל');
  const made = await strike.card(longTitle);
  await helper.ask(ClaimCardDocument, { input: { cardId: made.id } });
  const work = { cardId: made.id, note: `${comment} ${endless} ${address}`, links: [{ url: address }] };
  await helper.ask(HandInCardDocument, { input: work });
  await organizer.ask(VouchDocument, { input: { handle: 'עוזרת-בנמל', note: `${reason} ${endless}` } });
  const label = { cardId: made.id, label: endless.slice(0, 80) };
  const { createApprovalLink } = await organizer.ask(CreateApprovalLinkDocument, { input: label });

  for (const path of ['/', '/me', '/me/notices', '/me/leave', `${strike.page}/settings`]) {
    await fits(organizer, path);
  }
  await fits(organizer, `/campaigns/${strike.slug}/wall/links`);
  await fits(helper, '/me');
  await helper.sees(longTitle);
  await helper.page.goto(createApprovalLink.address ?? '');
  await helper.sees(comment);
  await fits(helper);
  expect(await directionOf(helper, comment)).toBe('rtl');
  await fits(organizer, strike.page);
  expect(await directionOf(organizer, campaignTitle)).toBe('rtl');
  expect(await directionOf(organizer, story)).toBe('rtl');
  await fits(organizer, `/campaigns/${strike.slug}/wall`);
  await organizer.sees(cardTitle);
  expect(await directionOf(organizer, cardTitle)).toBe('rtl');

  const board = await openBoard(organizer, strike.board);
  await fits(organizer);
  await page
    .getByRole('navigation', { name: 'Columns' })
    .getByRole('button', { name: /Claimed/ })
    .tap();
  await board.titleOf(cardTitle).waitFor();
  await fits(organizer);
  expect(await directionOf(organizer, cardTitle)).toBe('rtl');
  // A sentence of ours keeps its order around what it names.
  const waits = page.getByText(`\u2068${reason} ${endless}\u2069`).first();
  expect(await waits.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');

  await page.locator('[data-activity]').tap();
  await page.getByRole('dialog').getByText(`\u2068${cardTitle}\u2069`).first().waitFor();
  await fits(organizer);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();

  const dialog = await board.open(cardTitle);
  await dialog.getByText(comment).waitFor();
  await fits(organizer);
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
    0,
  );
  expect(await dialog.getByText(comment).evaluate((element) => getComputedStyle(element).direction)).toBe(
    'rtl',
  );
  await dialog.getByText(comment).scrollIntoViewIfNeeded();
  await dialog.getByLabel('Write a comment').fill(comment);
  expect(
    await dialog
      .locator('textarea')
      .last()
      .evaluate((element) => getComputedStyle(element).direction),
  ).toBe('rtl');
});

test('the desk of coordinators holds every direction and length on the narrowest phone', async () => {
  const organizer = await stage.visitor();
  await organizer.join('ليلى-2026');
  const strike = await callStrikeInArabic(organizer, 'ليلى-2026', 'desk-of-all');
  const { id: cardId } = await strike.card(longTitle);
  const newcomer = 'חדשה-בנמל';
  const helper = await stage.visitor();
  await helper.join(newcomer);
  await helper.ask(ClaimCardDocument, { input: { cardId } });
  await helper.ask(HandInCardDocument, { input: { cardId, note: `${comment} ${endless}`, links: [] } });
  const coordinator = await stage.visitor({ size: narrow, touch: true });
  await coordinator.tryAs('COORDINATOR');
  for (const [section, words, title] of [
    ['hand-ins', 'Donaudampfschiff', longTitle],
    ['newcomers', newcomer, newcomer],
    ['campaigns', campaignTitle, campaignTitle],
  ] as const) {
    await coordinator.page.goto(`/desk?show=${section}&q=${encodeURIComponent(words)}`);
    await coordinator.page.getByText('Live', { exact: true }).waitFor();
    await coordinator.sees(title);
    await fits(coordinator);
    expect(await directionOf(coordinator, title)).toBe('rtl');
  }
  for (const path of ['/desk', '/desk/programme', '/desk/templates']) await fits(coordinator, path);
});

test('so do the pages of a request, for whoever asks and for whoever answers', async () => {
  const local = await stage.visitor({ size: narrow, touch: true });
  const { startAsk } = await local.ask(StartAskDocument, { input: { language: 'en' } });
  const token = known(startAsk.token);
  const name = `عمال الميناء ${endless.slice(0, 100)}`;
  const answers = {
    ...{ organizationName: name, role: endless, happening: `${story} ${endless}`, kind: 'STRIKE' as const },
    ...{ lookHere: [{ url: address }], approver: endless, worries: ['RUMORS' as const], worryWords: comment },
    ...{ needWords: endless, employer: endless, unsaid: `${reason} ${endless}` },
  };
  await local.ask(SaveAskAnswersDocument, { input: { token, answers, contact: endless } });
  for (const question of [1, 2, 3, 9]) {
    await local.page.goto(`/need-help?q=${question}#${token}`);
    await local.sees(`${question} of 10`);
    await fits(local);
  }
  await local.button('To the end').click();
  await local.sees(story);
  await fits(local);
  expect(await directionOf(local, story)).toBe('rtl');
  await local.ask(SubmitAskDocument, { input: { token } });
  await local.page.goto(`/ask#${token}`);
  await local.page.getByRole('heading', { name: 'We have it' }).waitFor();
  await fits(local);

  const coordinator = await stage.visitor({ size: narrow, touch: true });
  await coordinator.tryAs('COORDINATOR');
  await coordinator.page.goto('/desk?show=asks');
  await coordinator.sees(name);
  await fits(coordinator);
  expect(await directionOf(coordinator, name)).toBe('rtl');
  const askId = known((await local.ask(AskToResumeDocument, { token })).askByLink).id;
  await coordinator.ask(TakeAskDocument, { input: { askId } });
  const { proposePlan } = await coordinator.ask(ProposePlanDocument, { input: { askId } });
  const planId = known(proposePlan.plan).id;
  await fits(coordinator, `/desk/asks/${askId}`);
  expect(await directionOf(coordinator, story)).toBe('rtl');
  const campaign = { title: `${campaignTitle} ${endless}`.slice(0, 100), kind: 'STRIKE' as const };
  await coordinator.ask(OfferPlanDocument, {
    input: {
      planId,
      version: 1,
      ...campaign,
      organizationName: name,
      organizationKind: 'UNION_LOCAL',
      slug: 'any-way',
    },
  });
  await local.page.goto(`/ask/plan#${token}`);
  await local.sees(campaignTitle);
  await fits(local);
  expect(await directionOf(local, campaignTitle)).toBe('rtl');
});

/** Opens a page, if one is named; nothing on it is cut off or to be pushed aside. Names what is, for every page. */
async function fits({ page }: Visitor, path?: string): Promise<void> {
  if (path) await page.goto(path);
  const { wide, beyond } = await page.evaluate((width) => {
    const elements = [...document.querySelectorAll<HTMLElement>('body *')];
    return {
      wide: document.scrollingElement?.scrollWidth,
      beyond: elements
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
        .map(({ tagName, className }) => `${tagName} ${className}`),
    };
  }, narrow.width);
  expect
    .soft(wide, `${path ?? page.url()}: ${beyond.slice(0, 12).join(', ')}`)
    .toBeLessThanOrEqual(narrow.width);
}

/** The direction of the first element in sight that says this. */
function directionOf({ page }: Visitor, text: string): Promise<string> {
  return page
    .getByText(text)
    .filter({ visible: true })
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
}
