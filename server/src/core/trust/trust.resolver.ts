import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CardType } from '../card/card.type.ts';
import type { Context } from '../access/context.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { agreeToConduct, readAgreement } from './agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../person/conduct.ts';
import { signedIn } from '../person/entrance.ts';
import { OrganizationType } from '../organization/organization.type.ts';
import { mayReadProfile } from '../person/person.resolver.ts';
import { PersonType } from '../person/person.type.ts';
import {
  AgreeToConductInput,
  AgreeToConductPayload,
  ConductType,
  StandingChangeType,
  VouchType,
} from './trust.types.ts';
import { toViewer, ViewerType } from '../person/viewer.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { cardLoader } from '../card/card.loader.ts';
import { organizationLoader } from '../organization/organization.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { standingHistoryLoader } from './trust.loader.ts';
import { vouchesForLoader, vouchesOfLoader } from './vouch.loader.ts';

@Resolver(() => PersonType)
export class PersonTrust {
  @FieldResolver(() => [StandingChangeType], {
    nullable: true,
    description:
      'Why their standing is what it is, last change first; at most 50. Null for those who may not see the profile.',
  })
  standingHistory(@Root() person: PersonType, @Ctx() context: Context): Promise<StandingChangeType[]> | null {
    return mayReadProfile(context, person)
      ? context.loaders.of(standingHistoryLoader).load(person.uuid)
      : null;
  }

  @FieldResolver(() => [VouchType], {
    nullable: true,
    description:
      'Who vouches for them, last first; at most 100. All to themselves and to coordinators; to people of an organization ' +
      'the vouches given in its name. Null for those who may not see the profile.',
  })
  async vouches(@Root() person: PersonType, @Ctx() context: Context): Promise<VouchType[] | null> {
    if (!mayReadProfile(context, person)) return null;
    const vouches = await context.loaders.of(vouchesForLoader).load(person.uuid);
    return vouches.filter((vouch) => isOwn(context, vouch) || isOfTheirs(context, vouch));
  }
}

@Resolver(() => OrganizationType)
export class OrganizationVouches {
  @FieldResolver(() => [VouchType], {
    description:
      'For whom its people vouch, last first; at most 100. Empty for all but its own people and coordinators.',
  })
  async vouches(@Root() { uuid }: OrganizationType, @Ctx() context: Context): Promise<VouchType[]> {
    return isOfTheirs(context, { organizationId: uuid })
      ? context.loaders.of(vouchesOfLoader).load(uuid)
      : [];
  }
}

@Resolver(() => VouchType)
export class VouchResolver {
  @FieldResolver(() => PersonType, { description: 'For whom.' })
  person(@Root() { personId }: VouchType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => OrganizationType, { description: 'On whose campaigns it counts.' })
  organization(
    @Root() { organizationId }: VouchType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType> {
    return loaders.of(organizationLoader).load(organizationId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who vouches; null where they left.' })
  by(@Root() { byId }: VouchType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return byId ? loaders.of(personLoader).load(byId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'In the words of who vouches; may be empty. For them, the person, the organizers of the organization and ' +
      'coordinators; null for others.',
  })
  note(@Root() vouch: VouchType, @Ctx() context: Context): string | null {
    const { viewer } = context;
    const gave = viewer !== null && viewer.personId === vouch.byId;
    const organizes = viewer?.roles.get(vouch.organizationId) === 'ORGANIZER' && isOfTheirs(context, vouch);
    const decides = organizes || coordinates(context);
    return gave || decides || isOwn(context, vouch) ? vouch.words : null;
  }
}

const isOwn = ({ viewer }: Context, { personId }: Pick<VouchType, 'personId'>) =>
  viewer?.personId === personId;

const coordinates = ({ viewer, reader }: Context) => viewer !== null && reader.teamOf === 'EVERY';

function isOfTheirs({ reader }: Context, { organizationId }: Pick<VouchType, 'organizationId'>): boolean {
  return reader.teamOf === 'EVERY' || reader.teamOf.has(organizationId);
}

@Resolver(() => StandingChangeType)
export class StandingChangeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'In the words of who changed it; may be empty. For the person and for coordinators, who decide on it; null for others.',
  })
  note(@Root() change: StandingChangeType, @Ctx() context: Context): string | null {
    return isOwn(context, change) || coordinates(context) ? change.words : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who changed it; null where it was earned by work.',
  })
  by(@Root() { byId }: StandingChangeType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return byId ? loaders.of(personLoader).load(byId) : null;
  }

  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card whose approval earned it; null for other reasons, and where you may not read it.',
  })
  async card(@Root() { cardId }: StandingChangeType, @Ctx() { loaders }: Context): Promise<CardType | null> {
    return cardId ? loaders.of(cardLoader).load(cardId).catch(nullIfRefused) : null;
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
