import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';
import { type FittedCard, skillOfLabel } from './fit-cards.ts';
import type { ImportReport } from './import-board.ts';
import { ImportField, ImportFormat, ImportNoteKind, importNoteKinds, ImportStatus } from './import-kinds.ts';

registerEnumType(ImportNoteKind, {
  name: 'ImportNoteKind',
  description: 'What did not come along as it was there. Names are added, never renamed.',
  valuesConfig: Object.fromEntries(
    Object.entries(importNoteKinds).map(([kind, description]) => [kind, { description }]),
  ),
});

/** How long the lists of a report are at most. */
export const REPORTED = { lists: 100, labels: 100, columns: 60, cards: 20, notes: 30, examples: 3 };

@ObjectType('ImportNote', { description: 'Something that did not come along as it was there.' })
export class ImportNoteType {
  @Field(() => ImportNoteKind, { description: 'What.' })
  kind!: ImportNoteKind;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => [String], { description: 'Three of them at most, by name.' })
  examples!: string[];
}

@ObjectType('ImportList', { description: 'A list of what is imported.' })
export class ImportListType {
  @Field(() => String, { description: 'Names it in a mapping.' })
  key!: string;

  @Field(() => String, { description: 'As it is called there; empty where it has no name.' })
  name!: string;

  @Field(() => Int, { description: 'How many cards it has there.' })
  cards!: number;

  @Field(() => ImportStatus, { description: 'What they become.' })
  status!: ImportStatus;
}

@ObjectType('ImportLabel', { description: 'A label of what is imported.' })
export class ImportLabelType {
  @Field(() => String, { description: 'As it is called there.' })
  name!: string;

  @Field(() => Int, { description: 'How many cards have it.' })
  cards!: number;

  @Field(() => Skill, { nullable: true, description: 'The skill for which it stands; null for none.' })
  skill!: Skill | null;
}

@ObjectType('ImportColumn', { description: 'A column of a table that is imported.' })
export class ImportColumnType {
  @Field(() => String, { description: 'As it is called there.' })
  name!: string;

  @Field(() => String, { description: 'What stands in it, from the first row that has something.' })
  example!: string;

  @Field(() => ImportField, { description: 'What it is taken for.' })
  field!: ImportField;
}

@ObjectType('ImportedCard', { description: 'A card that an import makes.' })
export class ImportedCardType {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Its list there; empty where it has none.' })
  list!: string;

  @Field(() => ImportStatus, { description: 'What it becomes.' })
  status!: ImportStatus;

  @Field(() => Skill, { description: 'The skill it asks for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Its estimate.' })
  hours!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it is due; null for never, and where it counts from T-0.',
  })
  dueAt!: Date | null;

  @Field(() => Int, { description: 'How many steps it has.' })
  steps!: number;

  @Field(() => Int, { description: 'How many comments come with it.' })
  comments!: number;
}

@ObjectType('ImportReport', { description: 'What an import makes, or would make, and what it leaves out.' })
export class ImportReportType {
  @Field(() => ImportFormat, { description: 'As what it was read.' })
  format!: ImportFormat;

  @Field(() => Int, { description: 'How many cards.' })
  cardCount!: number;

  @Field(() => Int, { description: 'How many comments.' })
  commentCount!: number;

  @Field(() => Int, { description: 'For how many cards the board had room.' })
  room!: number;

  @Field(() => [ImportListType], { description: 'Its lists, in their order; the first hundred.' })
  lists!: ImportListType[];

  @Field(() => [ImportLabelType], {
    description: 'Its labels, those of most cards first; a hundred at most.',
  })
  labels!: ImportLabelType[];

  @Field(() => [ImportColumnType], { description: 'Of a table: its columns.' })
  columns!: ImportColumnType[];

  @Field(() => [ImportedCardType], { description: 'The first twenty cards.' })
  cards!: ImportedCardType[];

  @Field(() => [ImportNoteType], { description: 'What does not come along as it is there.' })
  notes!: ImportNoteType[];
}

@ObjectType('LastImport', { description: 'An import of yours that you can still undo.' })
export class LastImportType {
  @Field(() => Int, { description: 'The revision it made, by which `undoImport` knows it.' })
  boardRevision!: number;

  @Field(() => ImportFormat, { description: 'From what.' })
  format!: ImportFormat;

  @Field(() => Int, { description: 'How many cards it made.' })
  cardCount!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  @Field(() => GraphQLDateTimeISO, {
    description: 'Until when you can undo it, while nobody does anything with its cards.',
  })
  undoUntil!: Date;
}

@ObjectType('ImportBoardPayload', { description: 'Answer to importBoard.' })
export class ImportBoardPayload extends RefusedPayload {
  @Field(() => ImportReportType, {
    nullable: true,
    description:
      'What was made, or with `dryRun` would be; null when refused, and for a repeated request whose file is gone.',
  })
  report?: ImportReportType | null;

  @Field(() => Int, { nullable: true, description: 'The revision it made; null when refused or not made.' })
  boardRevision?: number | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Until when you can undo it by `undoImport`; null when refused or not made.',
  })
  undoUntil?: Date | null;
}

@ObjectType('UndoImportPayload', { description: 'Answer to undoImport.' })
export class UndoImportPayload extends RefusedPayload {
  @Field(() => Int, { nullable: true, description: 'How many cards are there no more; null when refused.' })
  removedCards?: number | null;

  @Field(() => Int, { nullable: true, description: 'The revision that undoing it made.' })
  boardRevision?: number | null;
}

/** A report as outsiders see it. */
export function toReport({ source, cards, choices, notes, room }: ImportReport): ImportReportType {
  const inList = countBy(source.cards.map(({ list }) => list));
  const labels = countBy(source.cards.flatMap((card) => [...new Set(card.labels)]));
  return {
    format: source.format,
    cardCount: cards.length,
    commentCount: cards.reduce((sum, card) => sum + card.comments.length, 0),
    room,
    lists: source.lists.slice(0, REPORTED.lists).map(({ key, name, proposed }) => ({
      ...{ key, name, cards: inList.get(key) ?? 0 },
      status: choices.statuses.get(key) ?? proposed,
    })),
    labels: [...labels]
      .sort(([, one], [, other]) => other - one)
      .slice(0, REPORTED.labels)
      .map(([name, count]) => ({ name, cards: count, skill: skillOfLabel(name, choices) })),
    columns: source.columns,
    cards: cards.slice(0, REPORTED.cards).map(toImportedCard),
    notes,
  };
}

const toImportedCard = ({ words, status, list, comments }: FittedCard): ImportedCardType => ({
  ...{ title: words.title, list, status, skill: words.skill, hours: words.hours, dueAt: words.dueAt },
  ...{ steps: words.checklist.length, comments: comments.length },
});

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
