import { InputType, Field, ID, ObjectType } from 'type-graphql';
import { ErrorType } from '../../platform/graphql/refusal.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { errors } from '../../core/person/person.payload.ts';

@InputType('TryAsInput', { description: 'Whom to try the demo as.' })
export class TryAsInput {
  @Field(() => ID, { description: 'One of `demoPeople`.' })
  personId!: string;
}

@ObjectType('TryAsPayload', { description: 'The answer to `tryAs`. The session comes as a cookie.' })
export class TryAsPayload {
  @Field(() => ViewerType, { nullable: true, description: 'The demo person, signed in; null when refused.' })
  viewer!: ViewerType | null;

  @Field(() => [ErrorType], errors)
  errors!: ErrorType[];
}
