import { Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { PersonType, toPerson } from '../../core/person/person.type.ts';
import { DemoPart } from '../../core/person/demo-part.ts';

registerEnumType(DemoPart, {
  name: 'DemoPart',
  description: 'The part a person plays in the demo.',
  valuesConfig: {
    ORGANIZER: { description: 'Runs the board of the local.' },
    VOLUNTEER: { description: 'Claims cards and does the work.' },
    COORDINATOR: { description: 'Looks after the whole programme.' },
  },
});

@ObjectType('DemoPerson', { description: 'Somebody of the demo whom anyone may try the board as.' })
export class DemoPersonType {
  @Field(() => PersonType, { description: 'Who it is.' })
  person!: PersonType;

  @Field(() => DemoPart, { description: 'What they do in the demo.' })
  part!: DemoPart;
}

@Resolver()
export class DemoPeople {
  @Query(() => [DemoPersonType], {
    nullable: true,
    description:
      'People of the demo one may try the board as, in the order they were made; empty without demo data.',
  })
  async demoPeople(@Ctx() { em, services }: Context): Promise<DemoPersonType[]> {
    if (!services.config.demo) return [];
    const rows = await em
      .getKysely()
      .selectFrom('person')
      .select([
        'id',
        'handle',
        'skills',
        'languages',
        'standing',
        'created_at as createdAt',
        'erased_at as erasedAt',
        'demo_part as part',
      ])
      .where('demo_part', 'in', Object.values(DemoPart))
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ person: toPerson(row), part: row.part as DemoPart }));
  }
}
