import { Field, InputType, ObjectType } from 'type-graphql';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@InputType('AskWayBackInput', { description: 'Where the way back is sent.' })
export class AskWayBackInput {
  @Field(() => String, { description: 'The e-mail address that was confirmed before.' })
  address!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the mail, `en` or `es`, where the person chose none.',
  })
  language?: string | null;
}

@ObjectType('AskWayBackPayload', { description: 'The answer to `askWayBack`.' })
export class AskWayBackPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for every address, whether or not anybody has it; null when refused.',
  })
  asked!: boolean | null;
}

@InputType('ComeBackByLinkInput', { description: 'The link that came by mail.' })
export class ComeBackByLinkInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  token!: string;
}

@InputType('ComeBackByCodeInput', { description: 'The digits that came by mail.' })
export class ComeBackByCodeInput {
  @Field(() => String, { description: 'The address they came to.' })
  address!: string;

  @Field(() => String, { description: 'The six digits; spaces do not matter.' })
  code!: string;
}

@ObjectType({ description: 'Back in. The session comes as a cookie; all others have ended.' })
abstract class BackIn extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'The person, signed in; null when refused.' })
  viewer!: ViewerType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new recovery code: the one before is void. Shown once. Null when refused.',
  })
  recoveryCode!: string | null;
}

@ObjectType('ComeBackByLinkPayload', { description: 'The answer to `comeBackByLink`.' })
export class ComeBackByLinkPayload extends BackIn {}

@ObjectType('ComeBackByCodePayload', { description: 'The answer to `comeBackByCode`.' })
export class ComeBackByCodePayload extends BackIn {}
