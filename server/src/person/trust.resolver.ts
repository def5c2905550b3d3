import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CardType } from '../board/card.type.ts';
import type { Context } from '../graphql/context.ts';
import { answer } from '../graphql/refusal.type.ts';
import { agreeToConduct, readAgreement } from './agree-to-conduct.ts';
import { CONDUCT_VERSION } from './conduct.ts';
import { signedIn } from './entrance.ts';
import { mayReadProfile } from './person.resolver.ts';
import { PersonType } from './person.type.ts';
import {
  AgreeToConductInput,
  AgreeToConductPayload,
  ConductType,
  StandingChangeType,
} from './trust.types.ts';
import { toViewer, ViewerType } from './viewer.type.ts';
import { nullIfRefused } from '../refusal.ts';

@Resolver(() => PersonType)
export class PersonTrust {
  @FieldResolver(() => [StandingChangeType], {
    nullable: true,
    description:
      'Why their standing is what it is, last change first; at most 50. Null for those who may not see the profile.',
  })
  standingHistory(@Root() person: PersonType, @Ctx() context: Context): Promise<StandingChangeType[]> | null {
    return mayReadProfile(context, person) ? context.loaders.standingHistory.load(person.uuid) : null;
  }
}

@Resolver(() => StandingChangeType)
export class StandingChangeResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who changed it; null where it was earned by work.',
  })
  by(@Root() { byId }: StandingChangeType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return byId ? loaders.person.load(byId) : null;
  }

  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card whose approval earned it; null for other reasons, and where you may not read it.',
  })
  async card(@Root() { cardId }: StandingChangeType, @Ctx() { loaders }: Context): Promise<CardType | null> {
    return cardId ? loaders.card.load(cardId).catch(nullIfRefused) : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerTrust {
  @FieldResolver(() => ConductType, { description: 'The code of conduct, and whether you agreed to it.' })
  async conduct(@Root() { viewer }: ViewerType, @Ctx() { services }: Context): Promise<ConductType> {
    return { version: CONDUCT_VERSION, agreedAt: await readAgreement(services, viewer.personId) };
  }

  @Mutation(() => AgreeToConductPayload, {
    description:
      'Agree to the code of conduct, and say that there is no conflict of interest. Asked for before the first card ' +
      'that is not public.',
  })
  agreeToConduct(
    @Arg('input', () => AgreeToConductInput, { description: 'What the mutation takes.' })
    given: AgreeToConductInput,
    @Ctx() context: Context,
  ): Promise<AgreeToConductPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await agreeToConduct(context.services, viewer, given);
      return { viewer: toViewer(viewer) };
    });
  }
}
