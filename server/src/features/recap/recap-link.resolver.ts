import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { brake, openerOf } from '../../core/review/approval-link.resolver.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { eventLoader } from '../event/event.loader.ts';
import { slugOf } from '../registration/event-slug.ts';
import { approveRecapByLink, openRecapLink, requestRecapChangesByLink } from './approve-recap-by-link.ts';
import { recapFilesBelow } from './recap-file-door.ts';
import { createRecapLink, readRecapChanges, readRecapLinks, revokeRecapLink } from './recap-link.ts';
import {
  ApproveRecapByLinkInput,
  ApproveRecapByLinkPayload,
  CreateRecapLinkInput,
  CreateRecapLinkPayload,
  RecapByLinkPayload,
  RecapChangeType,
  RecapLinkType,
  RequestRecapChangesByLinkInput,
  RequestRecapChangesByLinkPayload,
  RevokeRecapLinkInput,
  RevokeRecapLinkPayload,
  toRecapChange,
  toRecapLink,
  type RecapRequestType,
  toRecapRequest,
} from './recap-link.type.ts';
import { RecapDeskType } from './recap.type.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => RecapDeskType)
export class RecapDeskLinks {
  @FieldResolver(() => [RecapLinkType], {
    description: 'Links by which the local was asked for its yes, last first; 20 at most.',
  })
  async links(@Root() { event }: RecapDeskType, @Ctx() { em }: Context): Promise<RecapLinkType[]> {
    return (await readRecapLinks(em.getKysely(), event.id)).map(toRecapLink);
  }

  @FieldResolver(() => [RecapChangeType], {
    description:
      'What the local asked by links to be changed in what waits for its yes, last first; 20 at most.',
  })
  async changesAsked(@Root() { row }: RecapDeskType, @Ctx() { em }: Context): Promise<RecapChangeType[]> {
    return (await readRecapChanges(em.getKysely(), row)).map(toRecapChange);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether you may ask somebody without an account for the yes: not to what you prepared yourself.',
  })
  canSendLink(@Root() { row }: RecapDeskType, @Ctx() { viewer }: Context): boolean {
    return viewer !== null && row.prepared !== null && row.preparedById !== viewer.personId;
  }
}

@Resolver()
export class RecapLinkMutations {
  @Mutation(() => CreateRecapLinkPayload, {
    description:
      'Make a link by which somebody without an account says the local’s yes to a recap. For organizers, approvers and coordinators, and not for who prepared it.',
  })
  createRecapLink(
    @Arg('input', () => CreateRecapLinkInput, input) given: CreateRecapLinkInput,
    @Ctx() context: Context,
  ): Promise<CreateRecapLinkPayload> {
    return answer(async () => {
      const eventId = rowId('Event', given.eventId);
      const { token } = await createRecapLink(context.services, signedIn(context), { ...given, eventId });
      const address = `${publicAddress(context)}/approve?of=recap#${token}`;
      return { address, event: await context.loaders.of(eventLoader).load(eventId) };
    });
  }

  @Mutation(() => RevokeRecapLinkPayload, { description: 'Take such a link back.' })
  revokeRecapLink(
    @Arg('input', () => RevokeRecapLinkInput, input) { linkId }: RevokeRecapLinkInput,
    @Ctx() context: Context,
  ): Promise<RevokeRecapLinkPayload> {
    return answer(async () => {
      const id = rowId('RecapLink', linkId);
      const eventId = await revokeRecapLink(context.services, signedIn(context), id);
      return { event: await context.loaders.of(eventLoader).load(eventId) };
    });
  }

  @Query(() => RecapByLinkPayload, {
    description: 'The recap that a link asks about. No account is needed, and opening it decides nothing.',
  })
  recapByLink(
    @Arg('token', () => String, { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() context: Context,
  ): Promise<RecapByLinkPayload> {
    return answer(async () => {
      await brake(context);
      return { request: await opened(context, token) };
    });
  }

  @Mutation(() => ApproveRecapByLinkPayload, {
    description: 'Say the local’s yes to a recap by a link, without an account: it is public then.',
  })
  approveRecapByLink(
    @Arg('input', () => ApproveRecapByLinkInput, input) given: ApproveRecapByLinkInput,
    @Ctx() context: Context,
  ): Promise<ApproveRecapByLinkPayload> {
    return answer(async () => {
      await brake(context);
      const eventId = await approveRecapByLink(context.services, { ...given, ...openerOf(context) });
      return { path: `/e/${await slugOf(context.em, eventId)}` };
    });
  }

  @Mutation(() => RequestRecapChangesByLinkPayload, {
    description:
      'Say by a link, without an account, what should be different in a recap. Whoever prepared it is told; the link goes on for what they prepare next.',
  })
  requestRecapChangesByLink(
    @Arg('input', () => RequestRecapChangesByLinkInput, input) given: RequestRecapChangesByLinkInput,
    @Ctx() context: Context,
  ): Promise<RequestRecapChangesByLinkPayload> {
    return answer(async () => {
      await brake(context);
      await requestRecapChangesByLink(context.services, { ...given, ...openerOf(context) });
      return { request: await opened(context, given.token) };
    });
  }
}

async function opened(context: Context, token: string): Promise<RecapRequestType> {
  const request = await openRecapLink(context.em, token, openerOf(context));
  return toRecapRequest(request, recapFilesBelow(context.services, request.linkId));
}
