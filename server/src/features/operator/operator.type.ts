import { Field, ObjectType } from 'type-graphql';

@ObjectType('Operator', {
  description: 'Who runs this server, as far as they say: what stands at the foot of every page.',
})
export class OperatorType {
  @Field(() => String, { nullable: true, description: 'Who they are; null where they do not say.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where they are reached: an address that begins with mailto: or https:; null where they do not say.',
  })
  contactUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the source of this very version is had, as the AGPL asks; null where they do not say.',
  })
  sourceUrl!: string | null;
}
