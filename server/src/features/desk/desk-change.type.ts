import { ObjectType, Field, Int } from 'type-graphql';
import { DeskSection } from './desk-sections.ts';

@ObjectType('DeskChange', {
  description: 'Lists of the desk that are not up to date any more; ask for those you show again.',
})
export class DeskChangeType {
  @Field(() => Int, {
    description:
      'Grows by one with each message of the server you are connected to; it begins again with it.',
  })
  revision!: number;

  @Field(() => [DeskSection], { description: 'Which lists, and their counts.' })
  stale!: DeskSection[];
}
