import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { fromGlobalId, rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { agreePlan } from './agree-plan.ts';
import { answerPlan } from './answer-plan.ts';
import { becomeOrganizer } from './become-organizer.ts';
import { offerPlan } from './offer-plan.ts';
import {
  AgreePlanInput,
  AgreePlanPayload,
  AnswerPlanInput,
  AnswerPlanPayload,
  BecomeOrganizerInput,
  BecomeOrganizerPayload,
  OfferPlanInput,
  OfferPlanPayload,
  ProposePlanInput,
  ProposePlanPayload,
  UpdatePlanInput,
  UpdatePlanPayload,
} from './plan.inputs.ts';
import { PlanType, toPlan } from './plan.type.ts';
import { proposePlan } from './propose-plan.ts';
import { readPlan, readPlanByLink, readPlanOfAsk } from './read-plan.ts';
import { updatePlan } from './update-plan.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => PlanType)
export class PlanResolver {
  @Query(() => PlanType, {
    nullable: true,
    description:
      'The plan behind the link of a request, once it is offered. Ask by POST: the link is a secret.',
  })
  async planByLink(
    @Arg('token', () => String, { description: 'The secret in the link.' }) token: string,
    @Ctx() { em, services }: Context,
  ): Promise<PlanType | null> {
    const plan = await readPlanByLink(services, em, token);
    return plan && toPlan(plan, { forLocal: true });
  }

  @Query(() => PlanType, {
    nullable: true,
    description: 'The plan for a request; null while there is none. For coordinators.',
  })
  async planOfAsk(
    @Arg('askId', () => ID, { description: 'The request.' }) askId: string,
    @Ctx() context: Context,
  ): Promise<PlanType | null> {
    const id = askForCoordinators(context, askId);
    const plan = id && (await readPlanOfAsk(context.services, context.em, id));
    return plan ? toPlan(plan) : null;
  }

  @Mutation(() => ProposePlanPayload, {
    description: 'Makes the plan for a request that a person has, by the rules. For coordinators.',
  })
  proposePlan(
    @Arg('input', () => ProposePlanInput, input) given: ProposePlanInput,
    @Ctx() context: Context,
  ): Promise<ProposePlanPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const askId = rowId('Ask', given.askId);
      const { planId } = await proposePlan(context.services, viewer, { askId });
      return { plan: toPlan(await readPlan(context.services, context.em, planId)) };
    });
  }

  @Mutation(() => UpdatePlanPayload, {
    description:
      'Ticks cards of a plan, moves when they are due, changes its language and the word to the local. For coordinators.',
  })
  updatePlan(
    @Arg('input', () => UpdatePlanInput, input) given: UpdatePlanInput,
    @Ctx() context: Context,
  ): Promise<UpdatePlanPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const planId = rowId('Plan', given.planId);
      await updatePlan(context.services, viewer, { ...given, planId });
      return { plan: toPlan(await readPlan(context.services, context.em, planId)) };
    });
  }

  @Mutation(() => OfferPlanPayload, {
    description: 'Lays the plan before the local, with what the campaign will be called. For coordinators.',
  })
  offerPlan(
    @Arg('input', () => OfferPlanInput, input) given: OfferPlanInput,
    @Ctx() context: Context,
  ): Promise<OfferPlanPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const planId = rowId('Plan', given.planId);
      const organizationId = given.organizationId ? rowId('Organization', given.organizationId) : null;
      await offerPlan(context.services, viewer, { ...given, planId, organizationId });
      return { plan: toPlan(await readPlan(context.services, context.em, planId)) };
    });
  }

  @Mutation(() => AgreePlanPayload, {
    description: 'The local says go, by the link of its request: campaign, board and cards are there.',
  })
  agreePlan(
    @Arg('input', () => AgreePlanInput, input) given: AgreePlanInput,
    @Ctx() { services, em }: Context,
  ): Promise<AgreePlanPayload> {
    return answer(async () => {
      const { planId } = await agreePlan(services, given);
      return { plan: toPlan(await readPlan(services, em, planId), { forLocal: true }) };
    });
  }

  @Mutation(() => AnswerPlanPayload, {
    description:
      'The local writes back instead of saying go, by the link of its request: cards it does not want, a name, a word. ' +
      'Whoever offered the plan is told.',
  })
  answerPlan(
    @Arg('input', () => AnswerPlanInput, input) given: AnswerPlanInput,
    @Ctx() { services, em }: Context,
  ): Promise<AnswerPlanPayload> {
    return answer(async () => {
      const { planId } = await answerPlan(services, given);
      return { plan: toPlan(await readPlan(services, em, planId), { forLocal: true }) };
    });
  }

  @Mutation(() => BecomeOrganizerPayload, {
    description:
      'Whoever has the link leads the board once the plan is agreed. One person for each request; an organization ' +
      'that was here before says yes first.',
  })
  becomeOrganizer(
    @Arg('input', () => BecomeOrganizerInput, input) given: BecomeOrganizerInput,
    @Ctx() context: Context,
  ): Promise<BecomeOrganizerPayload> {
    return answer(async () => {
      const { campaignSlug, waits } = await becomeOrganizer(context.services, signedIn(context), given);
      return { campaignSlug, waits };
    });
  }
}

/** The row id of a request, for those who read requests; null for all others, and for what names none. */
function askForCoordinators({ reader }: Context, askId: string): string | null {
  const id = fromGlobalId(askId);
  return reader.teamOf === 'EVERY' && id?.name === 'Ask' ? id.uuid : null;
}
