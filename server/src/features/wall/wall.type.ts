import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CardStatus } from '../../core/board/card.entity.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';

@ObjectType('WallCard', { description: 'A card as a big screen names it.' })
export class WallCardType {
  @Field(() => Int, { description: 'What people call it: card 12 of this board.' })
  number!: number;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it came to its column.' })
  since!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who finished it, where the link shows handles; else null.',
  })
  handle!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who finished it with them, where the link shows handles; else null.',
  })
  partner!: string | null;
}

@ObjectType('WallColumn', { description: 'A column of the wall.' })
export class WallColumnType {
  @Field(() => CardStatus, { description: 'Which: OPEN, CLAIMED, IN_REVIEW or DONE.' })
  status!: CardStatus;

  @Field(() => Int, { description: 'Cards in it that the wall may show.' })
  count!: number;

  @Field(() => [WallCardType], { description: 'Those that came there last, last first; a few.' })
  cards!: WallCardType[];
}

@ObjectType('WallThanks', { description: "The local's words for a finished card." })
export class WallThanksType {
  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => String, { description: 'Title of the card.' })
  cardTitle!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When the card was finished.' })
  at!: Date;
}

@ObjectType('Wall', {
  description:
    'The wall of a campaign: all that a big screen shows, from one moment. Names are on it only where an organizer ' +
    'switched them on for this screen.',
})
export class WallType {
  @Field(() => Int, { description: 'The revision of the board it shows.' })
  revision!: number;

  @Field(() => String, { description: 'Name of the campaign.' })
  campaignTitle!: string;

  @Field(() => String, { description: 'Who runs it.' })
  organizationName!: string;

  @Field(() => CampaignKind, { description: 'What sort of fight it is.' })
  kind!: CampaignKind;

  @Field(() => String, { description: 'Where the clock on the wall hangs: an IANA time zone.' })
  timeZone!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'T-0; null when not set, or hidden from those who may read such cards.',
  })
  startsAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it ended; null while it runs.' })
  endedAt!: Date | null;

  @Field(() => Float, { description: 'Hours of work in the cards done.' })
  hoursGiven!: number;

  @Field(() => [WallColumnType], { description: 'Open, claimed, in review, done.' })
  columns!: WallColumnType[];

  @Field(() => [WallThanksType], {
    description: 'The last words of thanks, where the link shows them; else empty.',
  })
  thanks!: WallThanksType[];
}

@ObjectType('WallChange', { description: 'A message of `wallChanges`.' })
export class WallChangeType {
  @Field(() => WallType, {
    nullable: true,
    description:
      'The whole wall. Null in a sign of life: what was sent last was read again and is still true.',
  })
  wall!: WallType | null;

  @Field(() => GraphQLDateTimeISO, {
    description:
      'When the wall was read, by the clock of the server. Silence of half a minute is no good sign.',
  })
  at!: Date;
}
