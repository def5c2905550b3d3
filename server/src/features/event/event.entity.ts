import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

export const EventKind = {
  CONVERSATION: 'CONVERSATION',
  TRAINING: 'TRAINING',
  RALLY: 'RALLY',
  CALL: 'CALL',
} as const;
export type EventKind = keyof typeof EventKind;

export const EventPrice = { FREE: 'FREE', SUGGESTED: 'SUGGESTED', SCHOLARSHIP: 'SCHOLARSHIP' } as const;
export type EventPrice = keyof typeof EventPrice;

/** What others than the organizer are to an event. */
export const EventPart = { CO_HOST: 'CO_HOST', SUPPORTER: 'SUPPORTER', SPONSOR: 'SPONSOR' } as const;
export type EventPart = keyof typeof EventPart;

/** Who takes part beside the organizer: an organization of ours, or a group outside by its name. */
export interface EventParty {
  part: EventPart;
  name: string;
  /** Row id. */
  organizationId: string | null;
}

export interface EventSpeaker {
  name: string;
  role: string;
  line: string;
}

/** Where people come together for an hour or a day. Who comes, it does not know. */
export const Event = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: (p) => ({
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).mapToPk().deleteRule('cascade'),
    campaign: () => p.manyToOne(Campaign).mapToPk().nullable().deleteRule('cascade'),
    /** In the address: /e/<slug>. */
    slug: p.text().unique(),
    title: p.text(),
    kind: p.enum(Object.values(EventKind)),
    parties: p.json<EventParty[]>().defaultRaw(`'[]'`),
    chair: p.text().default(''),
    speakers: p.json<EventSpeaker[]>().defaultRaw(`'[]'`),
    /** Where the room is; empty for one that is online alone. */
    place: p.text().default(''),
    online: p.boolean().default(false),
    streamUrl: p.text().nullable(),
    hashtag: p.text().default(''),
    story: p.text().default(''),
    languages: p.array().$type<string[]>().default([]),
    accessibility: p.text().default(''),
    /** Places in the room and online; null for no limit. */
    roomCapacity: p.integer().nullable(),
    onlineCapacity: p.integer().nullable(),
    price: p.enum(Object.values(EventPrice)).default(EventPrice.FREE),
    priceWords: p.text().default(''),
    sensitivity: p.enum(Object.values(Sensitivity)).default(Sensitivity.PUBLIC),
    /** What clocks of `timeZone` show; the moments follow from it, by the rules of that zone. */
    startsWall: p.text(),
    endsWall: p.text(),
    timeZone: p.text(),
    startsAt: p.datetime(3),
    endsAt: p.datetime(3),
    /** Shared by all that one was repeated to, and the id of the first. */
    series: p.uuid().nullable(),
    cancelledAt: p.datetime(3).nullable(),
    cancelWords: p.text().default(''),
    /** When time or place were changed last. */
    movedAt: p.datetime(3).nullable(),
    /** Goes up with each change that calendars have to hear of. */
    sequence: p.integer().default(0),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    createdBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** Of the request that made it: sent again, it makes no other. */
    requestHash: p.blob().$type<Buffer>().nullable().unique(),
  }),
  indexes: [
    { properties: ['startsAt'] },
    { properties: ['organization'] },
    { properties: ['campaign'] },
    { properties: ['series'] },
  ],
  checks: [
    { name: 'event_order', expression: 'ends_at > starts_at' },
    {
      name: 'event_capacity',
      expression:
        '(room_capacity is null or room_capacity >= 0) and (online_capacity is null or online_capacity >= 0)',
    },
  ],
});

export type Event = InferEntity<typeof Event>;

/** A part of a training: one teaches something, at a time of its own. */
export const EventSession = defineEntity({
  name: 'EventSession',
  tableName: 'event_session',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    title: p.text(),
    presenter: p.text().default(''),
    skills: p.array().$type<Skill[]>().default([]),
    materials: p.json<{ label: string; url: string }[]>().defaultRaw(`'[]'`),
    startsWall: p.text(),
    startsAt: p.datetime(3),
    minutes: p.integer(),
  }),
  indexes: [{ properties: ['event', 'startsAt'] }],
});

export type EventSession = InferEntity<typeof EventSession>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Event: typeof Event;
    EventSession: typeof EventSession;
  }
}
