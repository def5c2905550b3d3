import { expect, test } from 'vitest';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();
const CARD = 'Leaflet for the morning shift';

test('two browsers agree on every step from claim to thanks, without a reload', async () => {
  const organizer = await stage.visitor();
  await organizer.join('rosa-runs', ['STRATEGY']);
  const strike = await callStrike(organizer, 'rosa-runs', 'night-bakers');
  await strike.card(CARD);
  await strike.card('Poster with the demands', { skill: 'GRAPHIC_DESIGN' });
  const reviewer = await stage.visitor();
  await reviewer.join('keen-eye');
  await strike.vouchFor('keen-eye');
  const volunteer = await stage.visitor();
  await volunteer.join('ink-and-paper');

  const [theirs, locals, reviewers] = await Promise.all([
    openBoard(volunteer, strike.board),
    openBoard(organizer, strike.board),
    openBoard(reviewer, strike.board),
  ]);

  // The volunteer takes it; the local sees who has it.
  await theirs
    .card(CARD)
    .getByRole('button', { name: /^Take it/ })
    .click();
  await theirs.shows(CARD, 'CLAIMED', 'You have this card');
  await locals.shows(CARD, 'CLAIMED', 'ink-and-paper');

  // Something is missing, and both see since when.
  await theirs.chooseMove(CARD, 'Waiting on the local');
  await volunteer.field('What is missing').fill('The time of the march');
  await volunteer.button('Mark as waiting').click();
  await theirs.closeDialog();
  await theirs.shows(CARD, 'CLAIMED', /Waiting on the local since .*: The time of the march/);
  await locals.shows(CARD, 'CLAIMED', /Waiting for you since .*: The time of the march/);
  await locals.chooseMove(CARD, 'Not waiting any more');
  await organizer.field('Answer (if you like)').fill('Six in the morning');
  await organizer.button('Go on').click();
  await locals.closeDialog();
  await expect
    .poll(() =>
      theirs
        .card(CARD)
        .getByText(/Waiting on the local/)
        .count(),
    )
    .toBe(0);

  // The work goes in, with a link.
  await theirs
    .card(CARD)
    .getByRole('button', { name: /^Hand in/ })
    .click();
  await volunteer.field('What you made').fill('Two pages, both languages.');
  await volunteer.field('Link 1').fill('files.example.org/leaflet');
  await volunteer.page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
  await volunteer.sees('Handed in. Thank you.');
  await theirs.closeDialog();
  await reviewers.shows(CARD, 'IN_REVIEW', 'needs a craft review');

  // A third person looks at the craft.
  const atReview = await reviewers.open(CARD);
  await atReview.getByText('Two pages, both languages.').waitFor();
  expect(await atReview.getByRole('link', { name: /files\.example\.org/ }).getAttribute('href')).toBe(
    'https://files.example.org/leaflet',
  );
  await atReview.getByRole('button', { name: 'Review it' }).click();
  await reviewer.field('A note (if you like)').fill('Clear and short.');
  await reviewer.button('Pass craft review').click();
  await reviewers.closeDialog();
  await locals.shows(CARD, 'IN_REVIEW', /waits for the local’s yes/);

  // The local wants one thing changed; it is back with its volunteer at once.
  await locals.chooseMove(CARD, /^Ask for changes/);
  await organizer.field('What to change').fill('Please name the gate.');
  await organizer.page.getByRole('dialog').getByRole('button', { name: 'Ask for changes' }).click();
  await locals.closeDialog();
  await theirs.shows(CARD, 'CLAIMED', /Changes asked for/);
  const again = await theirs.open(CARD);
  await again.getByText('Please name the gate.').first().waitFor();
  await again.getByRole('button', { name: 'Hand in', exact: true }).click();
  await volunteer.field('What you made').fill('Now with the north gate.');
  await again.getByRole('button', { name: 'Hand in', exact: true }).click();
  await volunteer.sees('Handed in. Thank you.');
  await theirs.closeDialog();

  // The second version is looked at anew, and then the local says yes, with thanks.
  await reviewers.shows(CARD, 'IN_REVIEW', 'needs a craft review');
  await reviewers
    .card(CARD)
    .getByRole('button', { name: /^Review it/ })
    .click();
  await reviewer.button('Pass craft review').click();
  await reviewers.closeDialog();
  await locals.shows(CARD, 'IN_REVIEW', /waits for the local’s yes/);
  await locals
    .card(CARD)
    .getByRole('button', { name: /^Say yes/ })
    .click();
  await organizer.field('Thanks').fill('Everybody at the gate had one in hand.');
  await organizer.button('Say yes and thank').click();
  await locals.closeDialog();
  await theirs.shows(CARD, 'DONE', /Everybody at the gate had one in hand/);

  for (const board of [theirs, locals, reviewers]) await board.equalsFreshLoad();
  expect(await theirs.titles('DONE')).toEqual(await locals.titles('DONE'));

  // The thanks stand where people look for them.
  await volunteer.page.goto('/me');
  await volunteer.sees(/Everybody at the gate had one in hand/);
  const passerBy = await stage.visitor();
  await passerBy.page.goto(strike.page);
  await passerBy.sees(/Everybody at the gate had one in hand/);
  await passerBy.sees(`to ink-and-paper for “${CARD}”`);
});
