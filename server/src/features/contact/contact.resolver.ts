import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { countedAddress } from '../../platform/http/client-address.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import { createCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts';
import { confirmEmail } from './confirm-email.ts';
import {
  AddPushSubscriptionInput,
  AddPushSubscriptionPayload,
  ConfirmEmailInput,
  ConfirmEmailPayload,
  CreateCalendarFeedPayload,
  RemoveEmailPayload,
  RemovePushSubscriptionInput,
  RemovePushSubscriptionPayload,
  RevokeCalendarFeedPayload,
  SetEmailInput,
  SetEmailPayload,
  ViewerContactType,
} from './contact.type.ts';
import { readPushKeys } from '../../platform/push/push-keys.ts';
import { addPushSubscription, removePushSubscription } from './push-subscriptions.ts';
import { readContact } from './read-contact.ts';
import { removeEmail } from './remove-email.ts';
import { setEmail } from './set-email.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => ViewerType)
export class ContactResolver {
  @FieldResolver(() => ViewerContactType, { description: 'How they can be reached.' })
  contact(@Root() { viewer }: ViewerType, @Ctx() context: Context): Promise<ViewerContactType> {
    return contactOf(context, viewer.personId);
  }

  @FieldResolver(() => String, {
    description: "This server's key for push subscriptions (VAPID), as browsers take it.",
  })
  async pushKey(@Ctx() { services, em }: Context): Promise<string> {
    return (await readPushKeys(services, em)).publicKey;
  }

  @Mutation(() => SetEmailPayload, {
    description: 'Give an e-mail address. A code is sent there; until it came back, nothing else is.',
  })
  setEmail(
    @Arg('input', () => SetEmailInput, input) given: SetEmailInput,
    @Ctx() context: Context,
  ): Promise<SetEmailPayload> {
    return answer(() => {
      const { services, http } = context;
      if (!http) throw notAllowed('BY_POST', 'Do this by POST: who asks for a code comes from somewhere.');
      const address = countedAddress(http.request, services.config.trustedProxies);
      const hasRoom = () => services.codeShare.take(address);
      return withContact(context, (viewer) => setEmail(services, viewer, given, hasRoom));
    });
  }

  @Mutation(() => ConfirmEmailPayload, {
    description: 'Show that the address is yours: messages go there now.',
  })
  confirmEmail(
    @Arg('input', () => ConfirmEmailInput, input) { code }: ConfirmEmailInput,
    @Ctx() context: Context,
  ): Promise<ConfirmEmailPayload> {
    return answer(() => withContact(context, (viewer) => confirmEmail(context.services, viewer, code)));
  }

  @Mutation(() => RemoveEmailPayload, { description: 'Have the e-mail address forgotten.' })
  removeEmail(@Ctx() context: Context): Promise<RemoveEmailPayload> {
    return answer(() => withContact(context, (viewer) => removeEmail(context.services, viewer)));
  }

  @Mutation(() => AddPushSubscriptionPayload, {
    description: 'Have a browser told when there is news. The message has no content.',
  })
  addPushSubscription(
    @Arg('input', () => AddPushSubscriptionInput, input) { endpoint }: AddPushSubscriptionInput,
    @Ctx() context: Context,
  ): Promise<AddPushSubscriptionPayload> {
    return answer(() =>
      withContact(context, (viewer) => addPushSubscription(context.services, viewer, endpoint)),
    );
  }

  @Mutation(() => RemovePushSubscriptionPayload, { description: 'Have a browser told nothing more.' })
  removePushSubscription(
    @Arg('input', () => RemovePushSubscriptionInput, input) { endpoint }: RemovePushSubscriptionInput,
    @Ctx() context: Context,
  ): Promise<RemovePushSubscriptionPayload> {
    return answer(() =>
      withContact(context, (viewer) => removePushSubscription(context.services, viewer, endpoint)),
    );
  }

  @Mutation(() => CreateCalendarFeedPayload, {
    description:
      'Get an address at which a calendar program finds when your cards are due. The one before is void.',
  })
  createCalendarFeed(@Ctx() context: Context): Promise<CreateCalendarFeedPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const address = addressHere(context, await createCalendarFeed(context.services, viewer));
      return { address, contact: await contactOf(context, viewer.personId) };
    });
  }

  @Mutation(() => RevokeCalendarFeedPayload, { description: "Make the calendar's address lead nowhere." })
  revokeCalendarFeed(@Ctx() context: Context): Promise<RevokeCalendarFeedPayload> {
    return answer(() => withContact(context, (viewer) => revokeCalendarFeed(context.services, viewer)));
  }
}

async function withContact(
  context: Context,
  change: (viewer: ReturnType<typeof signedIn>) => Promise<void>,
): Promise<{ contact: ViewerContactType }> {
  const viewer = signedIn(context);
  await change(viewer);
  return { contact: await contactOf(context, viewer.personId) };
}

async function contactOf({ services, em }: Context, personId: string): Promise<ViewerContactType> {
  return Object.assign(new ViewerContactType(), await readContact(services, em, personId));
}

/** A path of ours as a full address, as the request came in; the HTTP server has made sure of these headers. */
function addressHere({ http, services }: Context, path: string): string {
  const headers = http?.request.headers;
  const asked = headers && `${String(headers['x-forwarded-proto'])}://${String(headers['x-forwarded-host'])}`;
  return `${services.config.publicUrl ?? asked ?? ''}${path}`;
}
