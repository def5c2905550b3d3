import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@ObjectType('WatchLink', {
  description:
    'A link by which a screen without an account shows the wall of a campaign. It opens nothing else, and ends ' +
    'when it runs out, is taken back, or whoever made it does not run the campaign any more.',
})
export class WatchLinkType {
  @Field(() => ID, { description: 'Opaque; `revokeWatchLink` takes it. It opens nothing.' })
  id!: string;

  @Field(() => String, { description: 'Where the screen hangs, in the words of who made it.' })
  label!: string;

  @Field(() => Sensitivity, { description: 'The most sensitive cards that it shows.' })
  sensitivity!: Sensitivity;

  @Field(() => Boolean, { description: 'Whether the handles of those who finished cards are on the wall.' })
  showsHandles!: boolean;

  @Field(() => Boolean, { description: 'Whether words of thanks, which may name people, are on the wall.' })
  showsThanks!: boolean;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it runs out.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;

  createdById!: string;
}

/** A link as those who run the campaign see it: never what opens it. */
export function toWatchLink({ id, ...row }: WatchLinkRow): WatchLinkType {
  return Object.assign(new WatchLinkType(), { ...row, id: toGlobalId('WatchLink', id) });
}

@InputType('CreateWatchLinkInput', { description: 'What a screen shows, and for how long.' })
export class CreateWatchLinkInput {
  @Field(() => ID, { description: 'The campaign whose wall it opens.' })
  campaignId!: string;

  @Field(() => String, {
    description: 'Where the screen hangs, such as "Strike office"; 80 characters at most.',
  })
  label!: string;

  @Field(() => Int, { description: 'For how many hours it opens the wall, from 1 to 168.' })
  hours!: number;

  @Field(() => Sensitivity, {
    defaultValue: Sensitivity.PUBLIC,
    description: 'The most sensitive cards it shows: titles, to whoever stands before the screen.',
  })
  sensitivity!: Sensitivity;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it shows the handles of those who finished cards.',
  })
  showsHandles!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it shows words of thanks, which may name people.',
  })
  showsThanks!: boolean;
}

@InputType('RevokeWatchLinkInput', { description: 'Which link to take back.' })
export class RevokeWatchLinkInput {
  @Field(() => ID, { description: 'One of `campaign.watchLinks`.' })
  linkId!: string;
}

@ObjectType('CreateWatchLinkPayload', { description: 'The answer to `createWatchLink`.' })
export class CreateWatchLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The address for the screen. Shown once: we keep no copy. Null when refused.',
  })
  address!: string | null;

  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign with its links; null when refused.',
  })
  campaign!: CampaignType | null;
}

@ObjectType('RevokeWatchLinkPayload', { description: 'The answer to `revokeWatchLink`.' })
export class RevokeWatchLinkPayload extends Payload {
  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign with its links; null when refused.',
  })
  campaign!: CampaignType | null;
}

/** A link without what opens it. */
export interface WatchLinkRow {
  id: string;
  label: string;
  sensitivity: Sensitivity;
  showsHandles: boolean;
  showsThanks: boolean;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    WatchLink: true;
  }
}
