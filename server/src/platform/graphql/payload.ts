import { Field, ObjectType } from 'type-graphql';
import { ErrorType } from './refusal.type.ts';

/** What every mutation answers beside what it made. */
@ObjectType({ description: 'What a mutation answers.' })
export abstract class Payload {
  @Field(() => [ErrorType], { description: 'Why nothing was changed; empty when it was done.' })
  errors!: ErrorType[];
}

/** The same in the words that other types of the contract have. */
@ObjectType({ description: 'What a mutation answers, or why not.' })
export abstract class RefusedPayload {
  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}
