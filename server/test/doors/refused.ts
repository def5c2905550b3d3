import { id, type Operation } from './doors.ts';

const cursor = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
export const repeat = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_, i) => part(i)).join(' ');

/** Everything that is too much or wrong, and the code by which a program knows it. */
export const refused: [what: string, operation: Operation, code: string][] = [
  ['a syntax error', { query: '{ campaigns {' }, 'GRAPHQL_PARSE_FAILED'],
  ['too many tokens', { query: `{ ${repeat(2100, () => '__typename')} }` }, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', { query: '{ password }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'too deep',
    {
      query: `{ campaigns { edges { node { organization { campaigns { edges { node { organization { campaigns {
        edges { node { organization { campaigns { edges { node { title } } } } } } } } } } } } } } } }`,
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too deep behind fragments',
    {
      query: `{ campaigns { ...a } } fragment a on CampaignConnection { edges { node { organization { campaigns { ...b } } } } }
        fragment b on CampaignConnection { edges { node { organization { campaigns { ...c } } } } }
        fragment c on CampaignConnection { edges { node { organization { campaigns { edges { node { title } } } } } } }`,
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases',
    { query: `{ ${repeat(21, (i) => `a${i}: cardTemplates { key }`)} }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases of __typename',
    { query: `{ ${repeat(21, (i) => `a${i}: __typename`)} }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many directives',
    { query: `{ __typename ${repeat(21, () => '@include(if: true)')} }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments in a circle',
    { query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'introspection in circles',
    {
      query:
        '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too much at once',
    {
      query:
        '{ campaigns(first: 100) { edges { node { thanks(first: 100) { edges { node { title } } } } } } }',
    },
    'TOO_COSTLY',
  ],
  [
    'too much at once by a variable',
    {
      query: `query ($n: Int) { campaigns(first: $n) { edges { node { thanks(first: $n) { edges { node { title } } } } } } }`,
      variables: { n: 100 },
    },
    'TOO_COSTLY',
  ],
  [
    'boards in a list',
    { query: '{ campaigns { edges { node { board { snapshot { revision } } } } } }' },
    'TOO_COSTLY',
  ],
  ['a page of none', { query: '{ campaigns(first: 0) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['a page backwards', { query: '{ campaigns(first: -1) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['a page of 101', { query: '{ campaigns(first: 101) { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'a huge number',
    { query: '{ campaigns(first: 2147483648) { edges { cursor } } }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a huge number in a variable',
    { query: 'query ($n: Int) { campaigns(first: $n) { edges { cursor } } }', variables: { n: 1e300 } },
    'BAD_USER_INPUT',
  ],
  [
    'a missing variable',
    { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: {} },
    'BAD_USER_INPUT',
  ],
  [
    'an unknown operation',
    { query: 'query a { __typename } query b { __typename }', operationName: 'c' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'no choice between operations',
    { query: 'query a { __typename } query b { __typename }' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a cursor of nonsense', { query: '{ campaigns(after: "%%%") { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'a cursor of numbers',
    { query: `{ openCards(after: "${cursor(1, 2)}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a cursor of nothing',
    { query: `{ openCards(after: "${cursor()}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a cursor with a foreign date',
    { query: `{ openCards(after: "${cursor("2020' or true", 'x')}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a cursor with a year out of range',
    { query: `{ campaigns(after: "${cursor('0', '999999-01-01', 'x')}") { edges { cursor } } }` },
    'INVALID_INPUT',
  ],
  [
    'a NUL in a text',
    { query: 'query ($s: String!) { campaign(slug: $s) { id } }', variables: { s: 'a\u0000b' } },
    'INVALID_INPUT',
  ],
  [
    'a NUL in a list',
    {
      query: 'query ($l: [String!]) { openCards(filter: { languages: $l }) { edges { cursor } } }',
      variables: { l: ['\u0000'] },
    },
    'INVALID_INPUT',
  ],
  ['no skills', { query: '{ openCards(filter: { skills: [] }) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['no phases', { query: '{ openCards(filter: { phases: [] }) { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'no languages',
    { query: '{ openCards(filter: { languages: [] }) { edges { cursor } } }' },
    'INVALID_INPUT',
  ],
  [
    'an unknown language',
    { query: '{ openCards(filter: { languages: ["not one"] }) { edges { cursor } } }' },
    'INVALID_INPUT',
  ],
  ['no hours', { query: '{ openCards(filter: { maxHours: 0 }) { edges { cursor } } }' }, 'INVALID_INPUT'],
  ['no statuses', { query: '{ asks(statuses: []) { edges { cursor } } }' }, 'INVALID_INPUT'],
  [
    'cards of a campaign that is not there',
    { query: `{ openCards(filter: { campaignId: "${id('Campaign')}" }) { edges { cursor } } }` },
    'NOT_FOUND',
  ],
  [
    'the id of another noun',
    { query: `{ openCards(filter: { campaignId: "${id('Card')}" }) { edges { cursor } } }` },
    'NOT_FOUND',
  ],
];
