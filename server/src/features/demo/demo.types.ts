import { InputType, Field, ID, ObjectType } from 'type-graphql';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@InputType('TryAsInput', { description: 'Whom to try the demo as.' })
export class TryAsInput {
  @Field(() => ID, { description: 'One of `demoPeople`.' })
  personId!: string;
}

@ObjectType('TryAsPayload', { description: 'The answer to `tryAs`. The session comes as a cookie.' })
export class TryAsPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'The demo person, signed in; null when refused.' })
  viewer!: ViewerType | null;
}
