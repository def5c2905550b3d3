import { Board, BoardEvent } from '../board/board.entity.ts';
import { Card } from '../board/card.entity.ts';
import { Claim, Comment, Draft, HandIn } from '../board/work.entity.ts';
import { Campaign } from '../campaign/campaign.entity.ts';
import { Membership, Organization } from '../organization/organization.entity.ts';
import { Person, Session } from '../person/person.entity.ts';

/** Every table of ours, in one list, for the ORM, the migrations and the types of hand-written queries. */
export const entities = [
  Person,
  Session,
  Organization,
  Membership,
  Campaign,
  Board,
  BoardEvent,
  Card,
  Claim,
  HandIn,
  Draft,
  Comment,
] as const;
