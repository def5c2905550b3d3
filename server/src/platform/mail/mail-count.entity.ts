import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';

/** How many mails left the house in an hour: all, codes, and codes to one domain. Kept for two days. */
export const MailCount = defineEntity({
  name: 'MailCount',
  tableName: 'mail_count',
  properties: (p) => ({
    /** `all`, `codes`, or the keyed hash of a domain. */
    scope: p.text().primary(),
    hour: p.datetime(3).primary(),
    count: p.integer(),
  }),
  indexes: [{ properties: ['hour'] }],
});

export type MailCount = InferEntity<typeof MailCount>;

declare module '../db/orm.ts' {
  interface Entities {
    MailCount: typeof MailCount;
  }
}
