import { expect, test } from 'vitest';
import {
  AddCommentDocument,
  BlockCardDocument,
  ClaimCardDocument,
  UpdateCampaignDocument,
} from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
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

async function callStrikeInArabic(organizer: Visitor, handle: string, slug: string): Promise<Strike> {
  const strike = await callStrike(organizer, handle, slug);
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
  const strike = await callStrikeInArabic(organizer, handle, 'right-to-left');
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

  for (const path of ['/', '/me', '/me/notices', `${strike.page}/settings`]) await fits(organizer, path);
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
