import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { projectDir } from '../startup/project-dir.ts';
import { budgetNames, usualBudgets } from './budget-settings.ts';

const contract = readFileSync(join(projectDir(), 'schema/README.md'), 'utf8').replace(/\s+/g, ' ');

test('the contract tells the figures that are', () => {
  const usual = usualBudgets;
  for (const words of [
    `${usual.address} fields`,
    `${usual.person} fields`,
    `${usual.network} fields`,
    `${usual.token} fields`,
    `${usual.pages} operations`,
    `${usual.pagesOfPerson} operations`,
    `Of one address ${usual.atOnce} operations are carried out at once; ${usual.atOnce / 32} of one network`,
    `an address has ${usual.sockets} sockets at each server, and ${usual.strangeSockets} without a session`,
    `a person has ${usual.socketsOfPerson}.`,
    `${usual.operationsOfSocket} operations a socket`,
    `run ${usual.operationsOfAddress} operations`,
    `${usual.questionsOfBoard} different questions`,
    `${usual.questionsOfAsker} of one address`,
  ]) {
    expect(contract).toContain(words);
  }
});

test('each figure has a setting of its own, and BUDGETS=off counts nothing', () => {
  for (const [key, name] of Object.entries(budgetNames)) {
    expect(readConfig({ [name]: '7' }).budgets).toEqual({ ...usualBudgets, [key]: 7 });
  }
  expect(readConfig({ BUDGETS: 'off' }).budgets.counts).toBe(false);
  expect(Object.keys(budgetNames)).toHaveLength(Object.keys(usualBudgets).length - 1);
});
