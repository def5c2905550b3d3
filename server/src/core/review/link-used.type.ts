import { ObjectType, Field } from 'type-graphql';

@ObjectType('LinkUsed', {
  description:
    'The link by which somebody without an account decided. For the team; others see that it was the local.',
})
export class LinkUsedType {
  @Field(() => String, { description: 'Whom it was made for, in the words of who made it.' })
  label!: string;

  madeById!: string;
}
