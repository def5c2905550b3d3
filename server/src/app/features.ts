// Before any class that type-graphql reads.
import 'reflect-metadata';
import type { Feature } from '../platform/feature.ts';
import { person } from '../core/person/feature.ts';
import { organization } from '../core/organization/feature.ts';
import { campaign } from '../core/campaign/feature.ts';
import { board } from '../core/board/feature.ts';
import { card } from '../core/card/feature.ts';
import { chosen } from '../core/chosen/feature.ts';
import { file } from '../core/file/feature.ts';
import { openWork } from '../core/open-work/feature.ts';
import { stream } from '../core/stream/feature.ts';
import { trust } from '../core/trust/feature.ts';
import { review } from '../core/review/feature.ts';
import { assessment } from '../features/assessment/feature.ts';
import { ask } from '../features/ask/feature.ts';
import { bench } from '../features/bench/feature.ts';
import { closing } from '../features/closing/feature.ts';
import { contact } from '../features/contact/feature.ts';
import { demo } from '../features/demo/feature.ts';
import { feed } from '../features/feed/feature.ts';
import { widget } from '../features/widget/feature.ts';
import { calendar } from '../features/calendar/feature.ts';
import { desk } from '../features/desk/feature.ts';
import { difference } from '../features/difference/feature.ts';
import { boardImport } from '../features/import/feature.ts';
import { home } from '../features/home/feature.ts';
import { matching } from '../features/matching/feature.ts';
import { event } from '../features/event/feature.ts';
import { feedback } from '../features/feedback/feature.ts';
import { material } from '../features/material/feature.ts';
import { recap } from '../features/recap/feature.ts';
import { registration } from '../features/registration/feature.ts';
import { nextStep } from '../features/next-step/feature.ts';
import { record } from '../features/record/feature.ts';
import { practice } from '../features/practice/feature.ts';
import { notification } from '../features/notification/feature.ts';
import { opening } from '../features/opening/feature.ts';
import { operator } from '../features/operator/feature.ts';
import { plan } from '../features/plan/feature.ts';
import { question } from '../features/question/feature.ts';
import { room } from '../features/room/feature.ts';
import { suggestion } from '../features/suggestion/feature.ts';
import { token } from '../features/token/feature.ts';
import { roleLink } from '../features/role-link/feature.ts';
import { template } from '../features/template/feature.ts';
import { wall } from '../features/wall/feature.ts';
import { webhook } from '../features/webhook/feature.ts';
import { retention } from '../features/retention/feature.ts';
import { share } from '../features/share/feature.ts';
import { snapshot } from '../features/snapshot/feature.ts';
import { wayBack } from '../features/way-back/feature.ts';
import { EntryCount } from '../platform/entries/entry-count.entity.ts';
import { MailCount } from '../platform/mail/mail-count.entity.ts';
import { PushKey } from '../platform/push/push-key.entity.ts';
import { sql } from 'kysely';

/** Everything this house is made of, from below. A new noun is a folder and a line here. */
export const features: readonly Feature[] = [
  {
    name: 'platform',
    entities: [EntryCount, MailCount, PushKey],
    agesOut: [sql`delete from entry_count where full_at < clock_timestamp()`],
  },
  person,
  organization,
  campaign,
  board,
  card,
  chosen,
  file,
  stream,
  openWork,
  trust,
  review,
  // What answers for less of an address comes before what answers for all below it.
  feed,
  widget,
  calendar,
  ask,
  bench,
  assessment,
  closing,
  contact,
  demo,
  desk,
  difference,
  event,
  feedback,
  home,
  boardImport,
  matching,
  notification,
  opening,
  operator,
  plan,
  practice,
  nextStep,
  record,
  material,
  recap,
  registration,
  // Before the questions: of those who leave it tells while these are there.
  room,
  question,
  suggestion,
  share,
  roleLink,
  snapshot,
  retention,
  template,
  token,
  wall,
  wayBack,
  webhook,
];
