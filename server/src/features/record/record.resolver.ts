import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { toViewer, ViewerType } from '../../core/person/viewer.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { PublicPageType } from '../difference/difference.type.ts';
import { createCertificate, listCertificates, readByCode, revokeCertificate } from './certificates.ts';
import {
  countReviewed,
  countThanked,
  type Practised,
  readParts,
  readPractised,
  readTrained,
  type Trained,
} from './read-record.ts';
import { shownRecordLoader } from './record.loader.ts';
import {
  CertificateType,
  CreateCertificateInput,
  CreateCertificatePayload,
  PublicRecordType,
  RecordPracticeType,
  RecordTrainingType,
  RecordType,
  RevokeCertificateInput,
  RevokeCertificatePayload,
  ShowRecordInput,
  ShowRecordPayload,
  toCertificate,
  toPublicRecord,
  toVerified,
  VerifiedCertificateType,
} from './record.type.ts';
import { showRecord } from './show-record.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => RecordType)
export class RecordResolver {
  @FieldResolver(() => [RecordTrainingType], { description: 'Trainings you came to, newest first.' })
  trainedIn(@Root() { personId }: RecordType, @Ctx() { em, reader }: Context): Promise<Trained[]> {
    return readTrained(em.getKysely(), reader, [personId]);
  }

  @FieldResolver(() => [RecordPracticeType], {
    description: 'What you practised and finished, newest first.',
  })
  practised(@Root() { personId }: RecordType, @Ctx() { em, reader }: Context): Promise<Practised[]> {
    return readPractised(em.getKysely(), reader, [personId]);
  }

  @FieldResolver(() => Int, { description: 'For how many finished cards you were thanked.' })
  thanked(@Root() { personId }: RecordType, @Ctx() { em }: Context): Promise<number> {
    return countThanked(em.getKysely(), personId);
  }

  @FieldResolver(() => Int, { description: 'On how many cards you looked at the work of others.' })
  async reviewed(@Root() { personId }: RecordType, @Ctx() { em, reader }: Context): Promise<number> {
    return (await countReviewed(em.getKysely(), reader, [personId])).get(personId) ?? 0;
  }
}

@Resolver(() => ViewerType)
export class ViewerRecord {
  @FieldResolver(() => RecordType, { description: 'What you learnt, practised and did for others.' })
  async ownRecord(@Root() { viewer: { personId } }: ViewerType, @Ctx() { em }: Context): Promise<RecordType> {
    const shown = (await readParts(em.getKysely(), [personId])).get(personId) ?? [];
    return Object.assign(new RecordType(), { personId, shown });
  }

  @FieldResolver(() => [CertificateType], { description: 'Certificates of yours that stand, newest first.' })
  async certificates(
    @Root() { viewer: { personId } }: ViewerType,
    @Ctx() { em }: Context,
  ): Promise<CertificateType[]> {
    return (await listCertificates(em.getKysely(), personId)).map(toCertificate);
  }

  @Mutation(() => ShowRecordPayload, {
    description:
      'Choose what of your record your public page shows. Nothing is shown that you did not choose.',
  })
  showRecord(
    @Arg('input', () => ShowRecordInput, input) { parts }: ShowRecordInput,
    @Ctx() context: Context,
  ): Promise<ShowRecordPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await showRecord(context.services, viewer, parts);
      context.loaders.of(shownRecordLoader).clear(viewer.personId);
      return { viewer: toViewer(viewer) };
    });
  }

  @Mutation(() => CreateCertificatePayload, {
    description: 'Write down the hours you gave until now, to be shown to others.',
  })
  createCertificate(
    @Arg('input', () => CreateCertificateInput, input) { name, campaignId }: CreateCertificateInput,
    @Ctx() context: Context,
  ): Promise<CreateCertificatePayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const of = campaignId == null ? null : rowId('Campaign', campaignId);
      const id = await createCertificate(context.services, viewer, { name, campaignId: of });
      const made = (await listCertificates(context.em.getKysely(), viewer.personId)).find(
        (row) => row.id === id,
      );
      return { certificate: toCertificate(made!) };
    });
  }

  @Mutation(() => RevokeCertificatePayload, {
    description: 'Take a certificate of yours back: its link proves nothing from then on.',
  })
  revokeCertificate(
    @Arg('input', () => RevokeCertificateInput, input) { certificateId }: RevokeCertificateInput,
    @Ctx() context: Context,
  ): Promise<RevokeCertificatePayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await revokeCertificate(context.services, viewer, rowId('Certificate', certificateId));
      return { viewer: toViewer(viewer) };
    });
  }
}

@Resolver(() => CertificateType)
export class CertificateResolver {
  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'Of which campaign alone; null for all, and where you may not read it any more.',
  })
  campaign(
    @Root() { row }: CertificateType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType | null> | null {
    return row.campaignId ? loaders.of(campaignLoader).load(row.campaignId).catch(nullIfRefused) : null;
  }

  @Query(() => VerifiedCertificateType, {
    nullable: true,
    description:
      'What the certificate with that code says; null for one that was never made or was taken back.',
  })
  async certificate(
    @Arg('code', () => String, { description: 'What stands in its address.' }) code: string,
    @Ctx() { em }: Context,
  ): Promise<VerifiedCertificateType | null> {
    const found = await readByCode(em.getKysely(), code);
    return found ? toVerified(found) : null;
  }
}

@Resolver(() => PublicPageType)
export class PublicPageRecord {
  @FieldResolver(() => PublicRecordType, { description: 'What they chose to show of their record.' })
  async record(@Root() { personId }: PublicPageType, @Ctx() { loaders }: Context): Promise<PublicRecordType> {
    return toPublicRecord(await loaders.of(shownRecordLoader).load(personId));
  }
}
