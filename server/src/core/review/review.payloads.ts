import { ObjectType, Field } from 'type-graphql';
import { cardPayload } from '../card/card.payloads.ts';
import { DraftType } from './work.type.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

export const HandInCardPayload = cardPayload('handInCard');
export const CorrectHandInPayload = cardPayload('correctHandIn');
export const WithdrawHandInPayload = cardPayload('withdrawHandIn');
export const PassCraftReviewPayload = cardPayload('passCraftReview');
export const RequestChangesPayload = cardPayload('requestChanges');
export const ApproveCardPayload = cardPayload('approveCard');
@ObjectType('SaveDraftPayload', { description: 'Answer to saveDraft.' })
export class SaveDraftPayload extends RefusedPayload {
  @Field(() => DraftType, { nullable: true, description: 'The draft as it is kept.' })
  draft?: DraftType | null;
}
