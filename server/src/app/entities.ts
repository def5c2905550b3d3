import { Ask } from '../features/ask/ask.entity.ts';
import { ErasedAsk } from '../features/ask/erased-ask.entity.ts';
import { ApprovalLink } from '../core/review/approval-link.entity.ts';
import { Board, BoardEvent } from '../core/board/board.entity.ts';
import { History } from '../core/board/history.entity.ts';
import { Card } from '../core/board/card.entity.ts';
import { Claim, Comment, Draft, HandIn } from '../core/review/work.entity.ts';
import { Campaign } from '../core/campaign/campaign.entity.ts';
import { Closing } from '../features/closing/closing.entity.ts';
import {
  CalendarFeed,
  CodeBrake,
  Contact,
  PushKey,
  PushSubscription,
} from '../features/contact/contact.entity.ts';
import { Invitation } from '../features/invitation/invitation.entity.ts';
import { MailCount } from '../platform/mail/mail-count.entity.ts';
import { Delivery, Notification, NotificationChoice } from '../features/notification/notification.entity.ts';
import { Membership, Organization } from '../core/organization/organization.entity.ts';
import { Availability } from '../features/matching/availability.entity.ts';
import { EntryCount } from '../platform/entries/entry-count.entity.ts';
import { Person, Session } from '../core/person/person.entity.ts';
import { PublicPage } from '../features/difference/public-page.entity.ts';
import { CampaignBlock, ConductStatement, StandingChange, Vouch } from '../core/trust/trust.entity.ts';
import { LeadRequest } from '../features/plan/lead-request.entity.ts';
import { Plan } from '../features/plan/plan.entity.ts';
import { TemplateEdition } from '../features/template/template-edition.entity.ts';
import { WatchLink } from '../features/wall/watch-link.entity.ts';

/** Every table of ours, in one list, for the ORM, the migrations and the types of hand-written queries. */
export const entities = [
  Person,
  Session,
  Organization,
  Membership,
  Campaign,
  Board,
  BoardEvent,
  History,
  Card,
  Claim,
  HandIn,
  Draft,
  Comment,
  ApprovalLink,
  Ask,
  ErasedAsk,
  Plan,
  LeadRequest,
  TemplateEdition,
  Availability,
  Invitation,
  StandingChange,
  ConductStatement,
  CampaignBlock,
  Vouch,
  Contact,
  PushSubscription,
  PushKey,
  CodeBrake,
  CalendarFeed,
  Notification,
  NotificationChoice,
  Delivery,
  MailCount,
  Closing,
  PublicPage,
  EntryCount,
  WatchLink,
] as const;
