import axe from 'axe-core';
import { expect, test } from 'vitest';
import { SetRoleDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// A local looks at how it asks for help: two of it, on a phone and a laptop; and one whose browser runs no script.

const stage = useStage();

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Takes the answer at a place, and goes on. */
async function answer({ page }: Visitor, place: number): Promise<void> {
  await page
    .getByRole('radio')
    .nth(place - 1)
    .check();
}

const QUESTIONS = 10;

test('two of a local answer on a phone and a laptop, see where they differ, and follow a next step', async () => {
  const ana = await looked({ size: { width: 320, height: 640 }, touch: true });
  await ana.join('assess-ana');
  const ben = await looked();
  await ben.join('assess-ben');
  const strike = await callStrike(ana, 'assess-ana', 'assess');
  await ana.page.goto('/assessment');
  await ana.sees('No round has been opened yet.');
  await expectNothing(ana, 'a local without a round');
  await ana.ask(SetRoleDocument, {
    input: { organizationId: strike.organizationId, handle: 'assess-ben', role: 'APPROVER' },
  });

  await ana.button('Open a round').click();
  await ana.sees('Question 1 of 10');
  await expectNothing(ana, 'a question');
  expect(await noSidewaysScroll(ana)).toBe(true);
  // What was typed is there on another device of hers.
  await answer(ana, 2);
  await ana.field('A line for yourself').fill('The nurses of Local 7');
  const saved = ana.page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('"SaveAssessment"')),
  );
  await ana.button('Next').click();
  await saved;
  await ana.sees('Question 2 of 10');
  const laptop = await looked();
  await laptop.context.addCookies(await ana.context.cookies());
  await laptop.page.goto('/assessment');
  await laptop.link('Go on').click();
  await laptop.sees('Question 1 of 10');
  await expect.poll(() => laptop.page.getByRole('radio').nth(1).isChecked()).toBe(true);
  expect(await laptop.field('A line for yourself').inputValue()).toBe('The nurses of Local 7');

  for (let number = 2; number <= QUESTIONS; number++) {
    await ana.sees(`Question ${number} of 10`);
    await answer(ana, number === 6 ? 1 : 4);
    await ana.button('Next').click();
  }
  await ana.sees('Your answers');
  await expectNothing(ana, 'all answers before they are sent');
  expect(await noSidewaysScroll(ana)).toBe(true);
  await ana.button('Send my answers').click();
  await ana.sees('You are the first. When another one has answered you see here where you differ.');
  // Worst answered first: nobody knows who has the passwords.
  const steps = ana.page.locator('.steps li');
  expect(await steps.count()).toBe(3);
  expect(await steps.first().textContent()).toContain(
    'Do you know who can get into your pages and accounts?',
  );

  // The other one hears of it, and sends from the last question with one left out.
  await ben.page.goto('/me/notices');
  await ben.link('Your local looks at itself: ten questions wait for your answers').click();
  await ben.link('Begin').click();
  for (let number = 1; number <= QUESTIONS; number++) {
    await ben.sees(`Question ${number} of 10`);
    if (number !== 3) await answer(ben, number === 6 ? 3 : 4);
    await ben.button('Next').click();
  }
  await ben.sees('1 question has no answer yet.');
  await ben.button('Send my answers').click();
  await ben.sees('Question 3 of 10');
  await answer(ben, 4);
  await ben.button('To the end').click();
  await ben.button('Send my answers').click();
  await ben.sees('One other has answered. You see whether you agree, not what they answered.');
  const differ = ben.page.locator('.questions li');
  expect(await differ.getByText('You see it differently.').count()).toBe(2);
  expect(await differ.getByText('You see it alike.').count()).toBe(8);
  expect(await ben.page.getByText('No, or somebody who left can').count()).toBe(0);
  await expectNothing(ben, 'where two differ');

  await ana.page.goto('/me/notices');
  await ana.link(/^From Strikeboard/).click();
  await ana.link('Everybody in your local has answered the self-assessment').click();
  await ana.link('See where you differ').click();
  await ana.sees('One other has answered.');
  await expectNothing(ana, 'where two differ, on a phone');
  expect(await noSidewaysScroll(ana)).toBe(true);
  // The step leads to the board, with the one template picked.
  await ana.link(/^Open the card/).click();
  await ana.page.waitForURL(`**${strike.board}?template=account-audit`);
  await ana.page.getByRole('dialog').waitFor();
  await ana.page.getByRole('checkbox', { checked: true }).first().waitFor();
  expect(await ana.page.getByRole('dialog').getByRole('checkbox', { checked: true }).count()).toBe(1);
});

test('without a script it is a plain form, in Spanish and in the dark too; what was answered stays', async () => {
  const ana = await stage.visitor();
  await ana.join('assess-plain');
  await callStrike(ana, 'assess-plain', 'assess-plain');
  const plain = await stage.visitor({ size: phone, script: false, language: 'es-MX', theme: 'dark' });
  await plain.context.addCookies(await ana.context.cookies());
  await plain.page.goto('/assessment');
  await plain.button('Abrir una ronda').click();
  for (let number = 1; number <= QUESTIONS; number++) {
    await plain.sees(`Pregunta ${number} de 10`);
    await answer(plain, 1 + (number % 4));
    await plain.button('Siguiente').click();
  }
  await plain.button('Enviar mis respuestas').click();
  await plain.sees('Tres cosas para hacer ya');
  await plain.sees('Eres la primera persona.');
  expect(await plain.page.locator('svg[role=img]').count()).toBe(5);
});

test('somebody of no local reads what it is and how to begin', async () => {
  const zoe = await looked({ size: phone, touch: true });
  await zoe.join('assess-zoe');
  await zoe.page.goto('/assessment');
  await zoe.sees('You are not of a local here yet');
  await expectNothing(zoe, 'the page of somebody without a local');
  await zoe.link('Ask for help for your local').click();
  await zoe.page.waitForURL('**/need-help*');
});
