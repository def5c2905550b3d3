import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_CARDS } from '../core/card/create-card.ts';
import { REQUEST_KEPT_DAYS } from '../core/board/request-mark.ts';
import { projectDir } from '../platform/startup/project-dir.ts';
import { BODY_LIMIT_BYTES, MESSAGE_LIMIT_BYTES } from '../platform/http/graphql-door.ts';
import { MAX_ANSWER_BYTES } from '../platform/graphql/answer-bytes.ts';
import { MAX_PAGE } from '../platform/graphql/connection.ts';
import {
  MAX_ALIASES,
  MAX_CARD_COST,
  MAX_COST,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_TOKENS,
} from '../platform/graphql/limits.ts';
import { MOST_BOARD_BYTES } from '../features/import/import-board.ts';
import { MOST_SOURCE_BYTES, SOURCE_KEPT_HOURS } from '../features/import/import-source.ts';
import { MOST_PARTS } from '../features/import/json-value.ts';
import { usualBudgets as budgets } from '../platform/budget/budget-settings.ts';
import { PRESET_PAGE } from '../platform/graphql/reckon.ts';

test.each([
  `${BODY_LIMIT_BYTES / 1024} kB a request (\`BODY_TOO_LARGE\`), ${MESSAGE_LIMIT_BYTES / 1024} kB a message of a socket`,
  `${MAX_TOKENS} tokens, depth ${MAX_DEPTH}, ${MAX_ALIASES} aliases, ${MAX_DIRECTIVES} directives`,
  `\`first\` up to ${MAX_PAGE},`,
  `${MAX_COST} fields an operation`,
  `a page by its \`first\` (${PRESET_PAGE} when you do not say)`,
  `${MAX_CARD_COST} fields of each of its cards, of which a board holds up to ${MAX_CARDS}`,
  `weighs at most ${MAX_ANSWER_BYTES / 1024 / 1024} MB`,
  `as its body, ${MOST_SOURCE_BYTES / 1024 / 1024} MB at most`,
  `"keptHours": ${SOURCE_KEPT_HOURS} }`,
  `would weigh more than ${MOST_BOARD_BYTES / 1_000_000} MB`,
  `more than ${MOST_PARTS.toLocaleString('en')} parts`,
  `an address has ${budgets.sockets} sockets at each server, and ${budgets.strangeSockets} without a session`,
  `a person has ${budgets.socketsOfPerson}. One too many`,
  `All sockets of an address run ${budgets.operationsOfAddress} operations`,
  `A board takes ${budgets.questionsOfBoard} different questions`,
  `of strangers at once, ${budgets.questionsOfAsker} of one address`,
  `Of one address ${budgets.atOnce} operations are carried out at once`,
  `${budgets.operationsOfSocket} operations a socket`,
  `Ids are kept for ${REQUEST_KEPT_DAYS} days`,
])('the page for partners says what the code does: %s', (words) => {
  expect(readFileSync(join(projectDir(), 'schema/README.md'), 'utf8')).toContain(words);
});

test.each([
  ['address', `${budgets.address} fields`],
  ['person', `${budgets.person} fields`],
  ['network', `${budgets.network} fields`],
  ['token', `${budgets.token} fields`],
  ['pages', `${budgets.pages} operations`],
  ['pages-person', `${budgets.pagesOfPerson} operations`],
])('the budget of %s on the page for partners is what the code counts: %s', (policy, figure) => {
  const page = readFileSync(join(projectDir(), 'schema/README.md'), 'utf8');
  const row = page.split('\n').find((line) => line.startsWith(`| \`${policy}\` `));
  expect(row?.split('|').at(-2)?.trim()).toBe(figure);
});
