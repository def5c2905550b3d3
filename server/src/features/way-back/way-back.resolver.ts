import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { letIn, visitorOf } from '../../core/person/entrance.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { countedAddress } from '../../platform/http/client-address.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import { askWayBack } from './ask-way-back.ts';
import { comeBackByCode, comeBackByLink } from './come-back.ts';
import {
  AskWayBackInput,
  AskWayBackPayload,
  ComeBackByCodeInput,
  ComeBackByCodePayload,
  ComeBackByLinkInput,
  ComeBackByLinkPayload,
} from './way-back.type.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class WayBackMutations {
  @Mutation(() => AskWayBackPayload, {
    description:
      'Have a way back sent to a confirmed e-mail address: a link and six digits, for ten minutes. The answer is the ' +
      'same whether or not anybody has the address.',
  })
  askWayBack(
    @Arg('input', () => AskWayBackInput, input) { address, language }: AskWayBackInput,
    @Ctx() { services, http }: Context,
  ): Promise<AskWayBackPayload> {
    return answer(async () => {
      if (!http) throw notAllowed('BY_POST', 'Do this by POST: who asks for a mail comes from somewhere.');
      const from = countedAddress(http.request, services.config.trustedProxies);
      const asked = { address, language: language === 'es' ? 'es' : 'en' } as const;
      await askWayBack(services, asked, () => services.codeShare.take(from));
      return { asked: true };
    });
  }

  @Mutation(() => ComeBackByLinkPayload, {
    description:
      'Come back by the link of that mail. All other sessions end; a new recovery code is answered.',
  })
  comeBackByLink(
    @Arg('input', () => ComeBackByLinkInput, input) given: ComeBackByLinkInput,
    @Ctx() context: Context,
  ): Promise<ComeBackByLinkPayload> {
    return answer(async () => {
      const visitor = await visitorOf(context, context.services.entryLimits.signIn);
      const joined = await comeBackByLink(context.services, given, visitor);
      return { viewer: letIn(context, joined), recoveryCode: joined.recoveryCode };
    });
  }

  @Mutation(() => ComeBackByCodePayload, {
    description: 'Come back by the digits of that mail, on another device than the one it is read on.',
  })
  comeBackByCode(
    @Arg('input', () => ComeBackByCodeInput, input) given: ComeBackByCodeInput,
    @Ctx() context: Context,
  ): Promise<ComeBackByCodePayload> {
    return answer(async () => {
      const visitor = await visitorOf(context, context.services.entryLimits.signIn);
      const joined = await comeBackByCode(context.services, given, visitor);
      return { viewer: letIn(context, joined), recoveryCode: joined.recoveryCode };
    });
  }
}
