import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Answers, ErrorType } from '../../platform/graphql/refusal.type.ts';
import { ApprovalLinkInvalid, LinkProblem } from './review-refusals.ts';

registerEnumType(LinkProblem, {
  name: 'LinkProblem',
  description: 'Why a link for approving without an account leads nowhere.',
  valuesConfig: {
    WRONG: { description: 'It is not complete, or not ours.' },
    EXPIRED: { description: 'It has run out.' },
    REVOKED: { description: 'Whoever made it took it back.' },
    DECIDED: { description: 'The work was decided on: with it, or by somebody else.' },
    WITHDRAWN: { description: 'Its author took the work back, to go on with it.' },
  },
});

@Answers(ApprovalLinkInvalid)
@ObjectType('ApprovalLinkInvalid', {
  implements: ErrorType,
  description: 'The link for approving without an account leads nowhere.',
})
export class ApprovalLinkInvalidType extends ErrorType {
  @Field(() => LinkProblem, { description: 'Why.' })
  problem!: LinkProblem;
}
