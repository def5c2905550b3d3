import { parser, rules } from '@graphql-eslint/eslint-plugin';
import { Linter } from 'eslint';
import { ANNOUNCED, SCHEMA } from './contract-changes.mjs';

/** What holds everywhere in the contract. The roots are described by the language itself. */
const rulesOfContract = {
  'contract/require-description': [
    'error',
    {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      ignoredSelectors: ['ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]'],
    },
  ],
  'contract/naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
    },
  ],
  'contract/relay-connection-types': 'error',
  'contract/relay-edge-types': [
    'error',
    // An edge of a person's own list may stand in a plain list.
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
  'contract/relay-page-info': 'error',
  'contract/relay-arguments': ['error', { includeBoth: false }],
  'contract/require-deprecation-reason': 'error',
  'contract/unique-enum-value-names': 'error',
  'contract/no-hashtag-description': 'error',
};

/** What is wrong with a schema as text, by the rules that matter; a line for each. */
export function mistakesIn(code) {
  const found = new Linter({ configType: 'flat' }).verify(
    code,
    [
      {
        files: ['**/*.graphql'],
        languageOptions: { parser, parserOptions: { graphQLConfig: { schema: code } } },
        plugins: { contract: { rules } },
        rules: rulesOfContract,
      },
    ],
    { filename: SCHEMA },
  );
  return [
    ...found.map(({ line, message, ruleId }) => `${SCHEMA}:${line} ${message} (${ruleId ?? 'unreadable'})`),
    ...undated(code),
  ];
}

/** Deprecations that do not say since when, and what to use instead. */
function undated(code) {
  return [...code.matchAll(/@deprecated\(reason: "((?:[^"\\]|\\.)*)"\)/g)]
    .filter(([, reason]) => !ANNOUNCED.test(reason))
    .map(([text]) => `${SCHEMA}: ${text} says no day, as in “Since 2026-11-30: ask for url.”`);
}
