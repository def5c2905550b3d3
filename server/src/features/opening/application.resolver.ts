import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { answerApplication } from './answer-application.ts';
import {
  AnswerApplicationInput,
  AnswerApplicationPayload,
  ApplicationConnection,
  ApplicationsArgs,
  ApplicationType,
  ApplyForOpeningInput,
  ApplyForOpeningPayload,
  GivenRecordType,
  toApplication,
  toGivenRecord,
  WithdrawApplicationInput,
  WithdrawApplicationPayload,
} from './application.type.ts';
import { contactPlace } from '../notification/places.ts';
import { applyForOpening, withdrawApplication } from './apply.ts';
import { hires } from './hiring.ts';
import { OpeningType, toOpening } from './opening.type.ts';
import { readOwnRecord } from './own-record.ts';
import {
  applicationCountLoader,
  applicationLoader,
  applicationsLoader,
  countOwnApplications,
  listOwnApplications,
  placeOf,
  viewerApplicationLoader,
} from './read-applications.ts';
import { openingLoader } from './read-openings.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => OpeningType)
export class OpeningApplications {
  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description: 'Who answered: what waits longest comes first. Null for all but the hiring side.',
  })
  async applications(
    @Root() { row }: OpeningType,
    @Args(() => ApplicationsArgs) { state = null, ...page }: ApplicationsArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Counted<ApplicationType> | null> {
    if (!hires(viewer, row)) return null;
    const span = spanOf(page, 20);
    const rows = await loaders.of(applicationsLoader).load({ id: row.id, state, span });
    return {
      ...spanToConnection(rows, span, { keys: placeOf, node: toApplication }),
      count: () => loaders.of(applicationCountLoader).load({ id: row.id, state }),
    };
  }

  @FieldResolver(() => ApplicationType, {
    nullable: true,
    description: 'What you answered yourself; null for nothing.',
  })
  async viewerApplication(
    @Root() { row }: OpeningType,
    @Ctx() { loaders }: Context,
  ): Promise<ApplicationType | null> {
    const own = await loaders.of(viewerApplicationLoader).load(row.id);
    return own && toApplication(own);
  }
}

@Resolver(() => ViewerType)
export class ViewerApplications {
  @FieldResolver(() => GivenRecordType, {
    description: 'Your whole record, of which you may give a part when you answer an opening.',
  })
  async record(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<GivenRecordType> {
    return toGivenRecord((await readOwnRecord(em, viewer.personId)) ?? {});
  }

  @FieldResolver(() => ApplicationConnection, { description: 'The openings you answered, last first.' })
  async applications(
    @Root() { viewer }: ViewerType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { em }: Context,
  ): Promise<Counted<ApplicationType>> {
    const span = spanOf(page, 20);
    const rows = await listOwnApplications(em, viewer.personId, span);
    return {
      ...spanToConnection(rows, span, { keys: ({ id }) => [id], node: toApplication }),
      count: () => countOwnApplications(em.fork(), viewer.personId),
    };
  }
}

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  @FieldResolver(() => OpeningType, { description: 'What it answers.' })
  async opening(@Root() { row }: ApplicationType, @Ctx() { loaders }: Context): Promise<OpeningType> {
    return toOpening((await loaders.of(openingLoader).load(row.openingId))!);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How they may be reached beside this page; null where they did not say.',
  })
  contact(@Root() { row }: ApplicationType, @Ctx() { services }: Context): string | null {
    return row.contactSealed && services.vault.open(row.contactSealed, contactPlace(row.id));
  }

  @Mutation(() => ApplyForOpeningPayload, {
    description:
      'Answer an opening, with as much of your record as you name. It is copied as it is now. You may take it back.',
  })
  applyForOpening(
    @Arg('input', () => ApplyForOpeningInput, input) given: ApplyForOpeningInput,
    @Ctx() context: Context,
  ): Promise<ApplyForOpeningPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const openingId = rowId('Opening', given.openingId);
      const id = await applyForOpening(context.services, viewer, { ...given, openingId });
      return { application: await readAgain(context, id) };
    });
  }

  @Mutation(() => WithdrawApplicationPayload, {
    description: 'Take back your answer to an opening, with all that you gave.',
  })
  withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput, input) given: WithdrawApplicationInput,
    @Ctx() context: Context,
  ): Promise<WithdrawApplicationPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const id = rowId('Application', given.applicationId);
      await withdrawApplication(context.services, viewer, id);
      return { application: await readAgain(context, id) };
    });
  }

  @Mutation(() => AnswerApplicationPayload, {
    description: 'Say where an application stands, in words. For the hiring side; the person is told.',
  })
  answerApplication(
    @Arg('input', () => AnswerApplicationInput, input) given: AnswerApplicationInput,
    @Ctx() context: Context,
  ): Promise<AnswerApplicationPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const applicationId = rowId('Application', given.applicationId);
      await answerApplication(context.services, viewer, { ...given, applicationId });
      return { application: await readAgain(context, applicationId) };
    });
  }
}

/** An application by its row id, for whoever sent it and the hiring side; null for all others. */
export async function readableApplication(context: Context, id: string): Promise<ApplicationType | null> {
  const { viewer, loaders } = context;
  const row = viewer && (await loaders.of(applicationLoader).load(id));
  if (!row) return null;
  if (row.personId === viewer.personId) return toApplication(row);
  const opening = await loaders.of(openingLoader).load(row.openingId);
  return opening && hires(viewer, opening) ? toApplication(row) : null;
}

function readAgain(context: Context, id: string): Promise<ApplicationType | null> {
  context.loaders.of(applicationLoader).clear(id);
  return readableApplication(context, id);
}
