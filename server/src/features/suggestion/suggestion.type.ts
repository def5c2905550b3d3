import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Counted, countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { type SuggestionRow, SuggestionShow } from './read-suggestions.ts';
import { SuggestionKind, SuggestionState } from './suggestion.entity.ts';
import type { About } from './suggestion-rights.ts';

registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: 'What somebody wants.',
  valuesConfig: {
    QUESTION: { description: 'To know something.' },
    SUGGESTION: { description: 'That something becomes better.' },
  },
});
registerEnumType(SuggestionState, {
  name: 'SuggestionState',
  description: 'Where a suggestion or question stands.',
  valuesConfig: {
    WAITING: { description: 'Nobody looked at it yet: those who are asked read it, and who made it.' },
    SHOWN: { description: 'To be read, and voted for.' },
    ANSWERED: { description: 'Answered, on the same page.' },
    ACCEPTED: { description: 'It became a card.' },
    DECLINED: { description: 'Not now, with the reason.' },
    HIDDEN: { description: 'Taken out of sight by those who are asked.' },
  },
});
registerEnumType(SuggestionShow, {
  name: 'SuggestionShow',
  description: 'A part of the list of suggestions and questions.',
  valuesConfig: {
    OPEN: { description: 'Shown, and nobody answered yet.' },
    ANSWERED: { description: 'Answered.' },
    ACCEPTED: { description: 'A card by now, which is not done yet.' },
    DONE: { description: 'Its card is done.' },
    DECLINED: { description: 'Declined, with the reason.' },
    WAITING: { description: 'Nobody looked at it yet: one’s own, or all for those who are asked.' },
    HIDDEN: { description: 'Taken out of sight: one’s own, or all for those who are asked.' },
    MINE: { description: 'What you, or this browser, made; the newest first.' },
  },
});

@ObjectType('Suggestion', {
  implements: Node,
  description:
    'What somebody suggests or asks about the programme or a campaign. Anybody may, also without an account.',
})
export class SuggestionType extends Node {
  @Field(() => SuggestionKind, { description: 'What they want.' })
  kind!: SuggestionKind;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => String, { description: 'In which language its words are, as a tag (BCP 47).' })
  language!: string;

  @Field(() => SuggestionState, { description: 'Where it stands.' })
  state!: SuggestionState;

  @Field(() => Int, { description: 'How many want it, whoever made it among them.' })
  votes!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when an answer was promised.' })
  answerBy!: Date;

  @Field(() => Boolean, { description: 'Whether nobody answered in that time, and nobody has.' })
  late!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The answer, or the reason; null while there is none.',
  })
  answer!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was answered, accepted or declined.',
  })
  answeredAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When its card was done.' })
  doneAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'How somebody without an account wants to be thanked; null where they do not say.',
  })
  thankAs!: string | null;

  row!: SuggestionRow;
}

/** One as outsiders see it; who may see it at all is asked before. */
export function toSuggestion(row: SuggestionRow): SuggestionType {
  const { kind, text, language, state, votes, madeAt, answerBy, late, answer, answeredAt, doneAt, thankAs } =
    row;
  return Object.assign(new SuggestionType(), {
    ...{
      kind,
      text,
      language,
      state,
      votes,
      madeAt,
      answerBy,
      late,
      answer,
      answeredAt,
      doneAt,
      thankAs,
      row,
    },
    id: toGlobalId('Suggestion', row.id),
  });
}

export const SuggestionConnection = countedConnection('Suggestion', () => SuggestionType);

/** A page of them, and what they are about. */
export type SuggestionsOf = Counted<SuggestionType> & { about: About };

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Suggestion: true;
  }
}
