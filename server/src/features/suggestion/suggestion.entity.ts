import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card } from '../../core/board/card.entity.ts';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

export const SuggestionKind = { QUESTION: 'QUESTION', SUGGESTION: 'SUGGESTION' } as const;
export type SuggestionKind = keyof typeof SuggestionKind;

export const SuggestionState = {
  /** For moderators and whoever made it. */
  WAITING: 'WAITING',
  SHOWN: 'SHOWN',
  ANSWERED: 'ANSWERED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  HIDDEN: 'HIDDEN',
} as const;
export type SuggestionState = keyof typeof SuggestionState;

/** What somebody asks or suggests about the programme, or about a campaign. Whoever does needs no account. */
export const Suggestion = defineEntity({
  name: 'Suggestion',
  tableName: 'suggestion',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** The row id of the campaign, or `programme`. The same words about one thing are one row that everybody reads. */
    about: p.text(),
    campaign: () => p.manyToOne(Campaign).mapToPk().nullable().deleteRule('cascade'),
    kind: p.enum(Object.values(SuggestionKind)),
    text: p.text(),
    /** In which language its words are, as a tag (BCP 47). */
    language: p.text().default('en'),
    /** SHA-256 of its words without case and marks. */
    sameHash: p.blob().$type<Buffer>(),
    state: p.enum(Object.values(SuggestionState)).default(SuggestionState.WAITING),
    /** What it was before it was hidden. */
    stateBefore: p.enum(Object.values(SuggestionState)).nullable(),
    /** As many as there are in `suggestion_vote`, changed in the same statement. */
    votes: p.integer().default(0),
    /** As in `suggestion_vote.voter`; empty once it is forgotten. */
    asker: p.text(),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    handleShown: p.boolean().default(false),
    /** How somebody without an account wants to be thanked. */
    thankAs: p.text().nullable(),
    /** SHA-256 of the secret of a receipt; of strangers alone. */
    linkHash: p.blob().$type<Buffer>().nullable().unique(),
    /** On which page it was made. */
    page: p.text().nullable(),
    /** A program may have written it: a hint for who looks, and no more. */
    doubtful: p.boolean().default(false),
    madeAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** When it became what it is. */
    changedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    answer: p.text().nullable(),
    answeredAt: p.datetime(3).nullable(),
    answeredBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    /** What it became. */
    card: () => p.manyToOne(Card).mapToPk().nullable().deleteRule('set null'),
    /** When that card was done. */
    doneAt: p.datetime(3).nullable(),
  }),
  indexes: [
    { properties: ['about', 'sameHash'] },
    { properties: ['about', 'state', 'votes'] },
    { properties: ['campaign'] },
    { properties: ['person'] },
    { properties: ['card'] },
  ],
});

export type Suggestion = InferEntity<typeof Suggestion>;

/** Who wants it too: one row for each person and each stranger's browser. */
export const SuggestionVote = defineEntity({
  name: 'SuggestionVote',
  tableName: 'suggestion_vote',
  properties: (p) => ({
    suggestion: () => p.manyToOne(Suggestion).mapToPk().primary().deleteRule('cascade'),
    /** The row id of a person, or the keyed hash of a stranger's browser. */
    voter: p.text().primary(),
    person: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('cascade'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type SuggestionVote = InferEntity<typeof SuggestionVote>;

/** Which campaign is the programme's own: one row, or none while no suggestion was accepted. */
export const ProgrammeCampaign = defineEntity({
  name: 'ProgrammeCampaign',
  tableName: 'programme_campaign',
  properties: (p) => ({
    campaign: () => p.manyToOne(Campaign).mapToPk().primary().deleteRule('cascade'),
    since: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
});

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Suggestion: typeof Suggestion;
    SuggestionVote: typeof SuggestionVote;
    ProgrammeCampaign: typeof ProgrammeCampaign;
  }
}
