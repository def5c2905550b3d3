import { Ask } from '../ask/ask.entity.ts';
import { ErasedAsk } from '../ask/erased-ask.entity.ts';
import { ApprovalLink } from '../board/approval-link.entity.ts';
import { Board, BoardEvent } from '../board/board.entity.ts';
import { History } from '../board/history.entity.ts';
import { Card } from '../board/card.entity.ts';
import { Claim, Comment, Draft, HandIn } from '../board/work.entity.ts';
import { Campaign } from '../campaign/campaign.entity.ts';
import { Closing } from '../closing/closing.entity.ts';
import { CalendarFeed, CodeBrake, Contact, PushKey, PushSubscription } from '../contact/contact.entity.ts';
import { Invitation } from '../invitation/invitation.entity.ts';
import { MailCount } from '../notification/mail-count.entity.ts';
import { Delivery, Notification, NotificationChoice } from '../notification/notification.entity.ts';
import { Membership, Organization } from '../organization/organization.entity.ts';
import { Availability } from '../person/availability.entity.ts';
import { EntryCount } from '../person/entry-count.entity.ts';
import { Person, Session } from '../person/person.entity.ts';
import { PublicPage } from '../person/public-page.entity.ts';
import { CampaignBlock, ConductStatement, StandingChange, Vouch } from '../person/trust.entity.ts';
import { LeadRequest } from '../plan/lead-request.entity.ts';
import { Plan } from '../plan/plan.entity.ts';
import { TemplateEdition } from '../template/template-edition.entity.ts';
import { WatchLink } from '../wall/watch-link.entity.ts';

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
