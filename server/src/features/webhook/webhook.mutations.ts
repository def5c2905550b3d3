import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { createWebhook, deleteWebhook, updateWebhook } from './keep-webhook.ts';
import { redeliver } from './redeliver.ts';
import { testWebhook } from './test-webhook.ts';
import {
  CreateWebhookInput,
  CreateWebhookPayload,
  DeleteWebhookInput,
  DeleteWebhookPayload,
  RedeliverInput,
  RedeliverPayload,
  TestWebhookInput,
  TestWebhookPayload,
  UpdateWebhookInput,
  UpdateWebhookPayload,
} from './webhook.inputs.ts';
import { findDelivery, findWebhook } from './webhook.resolver.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class WebhookMutations {
  @Mutation(() => CreateWebhookPayload, {
    description:
      'Store a subscription of a board, or of several: what it says is posted to an address from now on.',
  })
  createWebhook(
    @Arg('input', () => CreateWebhookInput, input) given: CreateWebhookInput,
    @Ctx() context: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<CreateWebhookPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { boardId, boardIds, ...more } = given;
      const boards = boardIds ?? (boardId == null ? [] : [boardId]);
      const { id, secret } = await createWebhook(context.services, schema, viewer, {
        ...{ ...more, boardIds: boards.map((each) => rowId('Board', each)) },
      });
      return { webhook: await findWebhook(context, id), secret };
    });
  }

  @Mutation(() => UpdateWebhookPayload, {
    description: 'Change a webhook of yours, switch it off or on, or give it a new secret.',
  })
  updateWebhook(
    @Arg('input', () => UpdateWebhookInput, input) { webhookId, boardIds, ...edit }: UpdateWebhookInput,
    @Ctx() context: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<UpdateWebhookPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const id = rowId('Webhook', webhookId);
      const { secret } = await updateWebhook(context.services, schema, viewer, {
        ...{ ...edit, id, boardIds: boardIds?.map((each) => rowId('Board', each)) },
      });
      return { webhook: await findWebhook(context, id), secret };
    });
  }

  @Mutation(() => DeleteWebhookPayload, { description: 'Take a webhook of yours away.' })
  deleteWebhook(
    @Arg('input', () => DeleteWebhookInput, input) { webhookId }: DeleteWebhookInput,
    @Ctx() context: Context,
  ): Promise<DeleteWebhookPayload> {
    return answer(async () => {
      await deleteWebhook(context.services, signedIn(context), rowId('Webhook', webhookId));
      return { deletedWebhookId: webhookId };
    });
  }

  @Mutation(() => TestWebhookPayload, {
    description: 'Post a sign of life, made by the stored document, to the receiver. It is tried once.',
  })
  testWebhook(
    @Arg('input', () => TestWebhookInput, input) { webhookId }: TestWebhookInput,
    @Ctx() context: Context,
  ): Promise<TestWebhookPayload> {
    return answer(async () => {
      const id = await testWebhook(context.services, signedIn(context), rowId('Webhook', webhookId));
      return { delivery: await findDelivery(context, id) };
    });
  }

  @Mutation(() => RedeliverPayload, {
    description:
      'Deliver everything after a revision of a board again, in order, and go on from there. Messages that were made before have ' +
      'the ids they had. A webhook that was off is switched on.',
  })
  redeliver(
    @Arg('input', () => RedeliverInput, input) { webhookId, boardId, fromRevision }: RedeliverInput,
    @Ctx() context: Context,
  ): Promise<RedeliverPayload> {
    return answer(async () => {
      const id = rowId('Webhook', webhookId);
      const board = boardId == null ? null : rowId('Board', boardId);
      await redeliver(context.services, signedIn(context), { id, boardId: board, fromRevision });
      return { webhook: await findWebhook(context, id) };
    });
  }
}
