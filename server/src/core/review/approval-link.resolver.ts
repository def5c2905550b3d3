import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { wasHere } from '../access/browser-marks.ts';
import { PersonType } from '../person/person.type.ts';
import { levelFor, requireViewer } from '../access/viewer.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import { createApprovalLink, revokeApprovalLink } from './approval-link.ts';
import {
  ApprovalByLinkPayload,
  ApprovalLinkType,
  ApprovalRequestType,
  ApproveByLinkInput,
  ApproveByLinkPayload,
  CreateApprovalLinkInput,
  CreateApprovalLinkPayload,
  RequestChangesByLinkInput,
  RequestChangesByLinkPayload,
  RevokeApprovalLinkInput,
  RevokeApprovalLinkPayload,
} from './approval-link.type.ts';
import { approveByLink, type Opener, openApprovalLink, requestChangesByLink } from './approve-by-link.ts';
import { CardType } from '../card/card.type.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import { cardLoader } from '../card/card.loader.ts';
import { personLoader } from '../person/person.loader.ts';
import { handInFilesLoader } from '../file/file.loader.ts';
import { FileType, toFileType } from '../file/file.type.ts';
import { LINK_FILES } from './link-file-door.ts';
import { writePass } from './link-pass.ts';
import { approvalLinksLoader } from './approval-link.loader.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => CardType)
export class CardApprovalLinks {
  @FieldResolver(() => [ApprovalLinkType], {
    nullable: true,
    description:
      'Links by which the local was asked for its answer, last first. For the team; null for others.',
  })
  approvalLinks(
    @Root() { row }: CardType,
    @Ctx() { reader, loaders }: Context,
  ): Promise<ApprovalLinkType[]> | null {
    return levelFor(reader, row) === Sensitivity.TEAM ? loaders.of(approvalLinksLoader).load(row.id) : null;
  }
}

@Resolver(() => ApprovalRequestType)
export class ApprovalRequestFiles {
  @FieldResolver(() => [FileType], {
    description:
      'What was handed in. Its addresses open without an account, while the link asks, for twelve hours.',
  })
  async files(
    @Root() { linkId, handInId }: ApprovalRequestType,
    @Ctx() { services, loaders }: Context,
  ): Promise<FileType[]> {
    const files = await loaders.of(handInFilesLoader).load(handInId);
    const below = `${LINK_FILES}/${writePass(services, linkId)}`;
    return files.map((file) => toFileType(file, below));
  }
}

@Resolver(() => ApprovalLinkType)
export class ApprovalLinkResolver {
  @FieldResolver(() => PersonType, { description: 'Who made it.' })
  createdBy(@Root() { createdById }: ApprovalLinkType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(createdById);
  }
}

@Resolver()
export class ApprovalLinkMutations {
  @Mutation(() => CreateApprovalLinkPayload, {
    description:
      "Make a link by which somebody without an account gives the local's answer. For organizers, approvers and " +
      'coordinators, never for the author.',
  })
  createApprovalLink(
    @Arg('input', () => CreateApprovalLinkInput, input) given: CreateApprovalLinkInput,
    @Ctx() context: Context,
  ): Promise<CreateApprovalLinkPayload> {
    return answer(async () => {
      const { personId } = requireViewer(context.viewer);
      const cardId = rowId('Card', given.cardId);
      const { token } = await createApprovalLink(context.services, personId, { ...given, cardId });
      const address = `${publicAddress(context)}/approve#${token}`;
      return { address, card: await readAgain(context, cardId) };
    });
  }

  @Mutation(() => RevokeApprovalLinkPayload, { description: 'Take such a link back.' })
  revokeApprovalLink(
    @Arg('input', () => RevokeApprovalLinkInput, input) given: RevokeApprovalLinkInput,
    @Ctx() context: Context,
  ): Promise<RevokeApprovalLinkPayload> {
    return answer(async () => {
      const { personId } = requireViewer(context.viewer);
      const linkId = rowId('ApprovalLink', given.linkId);
      const cardId = await revokeApprovalLink(context.services, personId, linkId);
      return { card: await readAgain(context, cardId) };
    });
  }

  @Query(() => ApprovalByLinkPayload, {
    description: 'The work that a link asks about. No account is needed, and opening it decides nothing.',
  })
  approvalByLink(
    @Arg('token', () => String, { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() context: Context,
  ): Promise<ApprovalByLinkPayload> {
    return answer(async () => {
      await brake(context);
      return { approval: await openApprovalLink(context.em, token, openerOf(context)) };
    });
  }

  @Mutation(() => ApproveByLinkPayload, {
    description: "Give the local's yes by a link, without an account.",
  })
  approveByLink(
    @Arg('input', () => ApproveByLinkInput, input) given: ApproveByLinkInput,
    @Ctx() context: Context,
  ): Promise<ApproveByLinkPayload> {
    return answer(async () => {
      await brake(context);
      await approveByLink(context.services, { ...given, ...openerOf(context) });
      return { outcome: 'APPROVED' as const };
    });
  }

  @Mutation(() => RequestChangesByLinkPayload, {
    description: 'Say by a link, without an account, what should be different.',
  })
  requestChangesByLink(
    @Arg('input', () => RequestChangesByLinkInput, input) given: RequestChangesByLinkInput,
    @Ctx() context: Context,
  ): Promise<RequestChangesByLinkPayload> {
    return answer(async () => {
      await brake(context);
      await requestChangesByLink(context.services, { ...given, ...openerOf(context) });
      return { outcome: 'CHANGES_REQUESTED' as const };
    });
  }
}

/** Who opens a link here: the one who is signed in, and those who were. */
export function openerOf({ viewer, http, services }: Context): Opener {
  return { viewerId: viewer?.personId ?? null, wasHere: http ? wasHere(services, http.request) : undefined };
}

/** Nobody tries many links from one address. */
export async function brake({ http, services }: Context): Promise<void> {
  if (!http) throw notAllowed('BY_POST', 'Do this by POST.');
  await services.entryLimits.approvalLink.count(visitorAddress(http.request));
}

function readAgain({ loaders }: Context, cardId: string): Promise<CardType> {
  loaders.of(approvalLinksLoader).clear(cardId);
  return loaders.of(cardLoader).load(cardId);
}
