import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { Skill } from '../../core/access/skill.ts';
import { Phase } from '../../core/board/card.entity.ts';
import { Repeatable } from '../../core/card/card.inputs.ts';
import { DateOrder, ImportField, ImportFormat, ImportStatus } from './import-kinds.ts';

registerEnumType(ImportFormat, {
  name: 'ImportFormat',
  description: 'What a board is filled from.',
  valuesConfig: {
    TRELLO: { description: 'What Trello exports as JSON: a board, or one card.' },
    STRIKEBOARD: { description: 'What `/export/campaign/<slug>.json` gives.' },
    CSV: { description: 'A table, with commas, semicolons or tabs.' },
    LIST: { description: 'A list as it is pasted from a message: a line is a card.' },
  },
});
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'What becomes of cards that are imported. None comes held, in review or done.',
  valuesConfig: {
    DRAFT: { description: 'Drafts, for the team.' },
    OPEN: { description: 'Open; with a caution that is not ticked, drafts.' },
    CANCELLED: { description: 'Off the board, for the team to see.' },
    LEAVE_OUT: { description: 'They are not imported.' },
  },
});
registerEnumType(ImportField, {
  name: 'ImportField',
  description: 'What a column of a table holds.',
  valuesConfig: {
    TITLE: { description: 'The task in a few words.' },
    DELIVERABLE: { description: 'What there will be when it is done, or all that is said of it.' },
    LIST: { description: 'In which list or status it is.' },
    LABELS: { description: 'Labels, between commas or semicolons.' },
    SKILL: { description: 'The one skill it asks for.' },
    HOURS: { description: 'Estimate in hours.' },
    PHASE: { description: 'The part of the campaign.' },
    SENSITIVITY: { description: 'Who may read it.' },
    DUE: { description: 'When it is due: a day, or a moment.' },
    FINISHED: { description: 'Whether it is finished there: anything but nothing, no, false and 0.' },
    PEOPLE: { description: 'Whose it is there: names, which stand in a comment.' },
    LOCAL_SUPPLIES: { description: 'What the local gives to start with.' },
    OUT_OF_SCOPE: { description: 'What is not part of it.' },
    CAUTION: { description: 'A warning.' },
    LANGUAGE: { description: 'In which language its words are, as a BCP 47 tag.' },
    CHECKLIST: { description: 'Steps: one a line, or between semicolons; `[x]` ticks one.' },
    LINKS: { description: 'Web addresses, between spaces.' },
    NOTE: { description: 'Words that become a comment.' },
    LEAVE_OUT: { description: 'Not imported.' },
  },
});
registerEnumType(DateOrder, {
  name: 'DateOrder',
  description: 'How a table writes the fifth of June 2026 with numbers.',
  valuesConfig: {
    DAY_FIRST: { description: '5/6/2026.' },
    MONTH_FIRST: { description: '6/5/2026.' },
  },
});

@InputType('ImportListInput', { description: 'What becomes of the cards of a list.' })
export class ImportListInput {
  @Field(() => String, { description: 'Which list: its `key`.' })
  key!: string;

  @Field(() => ImportStatus, { description: 'What they become.' })
  status!: ImportStatus;
}

@InputType('ImportLabelInput', { description: 'For which skill a label stands.' })
export class ImportLabelInput {
  @Field(() => String, { description: 'The label, as it is called there.' })
  name!: string;

  @Field(() => Skill, { nullable: true, description: 'The skill; null for none.' })
  skill?: Skill | null;
}

@InputType('ImportColumnInput', { description: 'What a column holds.' })
export class ImportColumnInput {
  @Field(() => String, { description: 'The column, as it is called; A, B, C where columns have no names.' })
  name!: string;

  @Field(() => ImportField, { description: 'What it holds.' })
  field!: ImportField;
}

@InputType('ImportMappingInput', {
  description: 'How a source becomes cards. Whatever is left out is as `ImportReport` proposes.',
})
export class ImportMappingInput {
  @Field(() => [ImportListInput], { nullable: true, description: 'What becomes of lists.' })
  lists?: ImportListInput[] | null;

  @Field(() => [ImportLabelInput], { nullable: true, description: 'For which skills labels stand.' })
  labels?: ImportLabelInput[] | null;

  @Field(() => [ImportColumnInput], { nullable: true, description: 'Of a table: what its columns hold.' })
  columns?: ImportColumnInput[] | null;

  @Field(() => DateOrder, {
    nullable: true,
    description:
      'Of a table: which comes first in 5/6/2026. Without it such a date is left out, and told of.',
  })
  dateOrder?: DateOrder | null;

  @Field(() => Skill, {
    nullable: true,
    description: 'The skill of cards that name none; STRATEGY when left out.',
  })
  skill?: Skill | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours of cards that name none, from 0.25 to 40; 2 when left out.',
  })
  hours?: number | null;

  @Field(() => Phase, {
    nullable: true,
    description: 'The phase of cards that name none; ONGOING when left out.',
  })
  phase?: Phase | null;

  @Field(() => Sensitivity, {
    nullable: true,
    description: 'Who may read cards that do not say; who may read the campaign when left out.',
  })
  sensitivity?: Sensitivity | null;

  @Field(() => String, {
    nullable: true,
    description:
      'In which language the words are, as a BCP 47 tag; the first of the campaign’s when left out.',
  })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether archived cards come too.' })
  withArchived?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether cards that are finished there come too.' })
  withFinished?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Say that what cautions ask for is seen to, where the source says so. Without it such cards are drafts.',
  })
  cautionCleared?: boolean | null;
}

@InputType('ImportBoardInput', { description: 'What to import, and how.' })
export class ImportBoardInput extends Repeatable {
  @Field(() => ID, { description: 'Onto the board of which campaign.' })
  campaignId!: string;

  @Field(() => ImportFormat, { nullable: true, description: 'What it is; found out when left out.' })
  format?: ImportFormat | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What to import, where it fits into a request. Else send it to `/imports` and give `sourceId`.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'The file: `source` of the answer of `/imports`.' })
  sourceId?: string | null;

  @Field(() => ImportMappingInput, { nullable: true, description: 'How it becomes cards.' })
  mapping?: ImportMappingInput | null;

  @Field(() => Boolean, { description: 'Only say what would be made and what left out; change nothing.' })
  dryRun!: boolean;
}

@InputType('UndoImportInput', { description: 'Which import to undo.' })
export class UndoImportInput extends Repeatable {
  @Field(() => ID, { description: 'Of which campaign.' })
  campaignId!: string;

  @Field(() => Int, { description: 'The `boardRevision` that the import made.' })
  boardRevision!: number;
}
