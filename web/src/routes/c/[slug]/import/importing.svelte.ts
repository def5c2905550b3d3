import type { Api } from '#web/api/api.ts';
import { Latest } from '#web/api/latest.ts';
import { Sending } from '#web/form/sending.svelte.ts';
import {
  ImportBoardDocument,
  type DateOrder,
  type ImportField,
  type ImportMappingInput,
  type ImportSeenFragment,
  type ImportStatus,
  type Phase,
  type Sensitivity,
  type Skill,
  UndoImportDocument,
} from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';
import { MOST_BYTES, sendSource } from './send-source.ts';

/** What somebody chose; what they did not choose is as the server proposes. */
export interface Chosen {
  lists: Record<string, ImportStatus>;
  labels: Record<string, Skill | ''>;
  columns: Record<string, ImportField>;
  dateOrder: DateOrder | '';
  skill: Skill;
  hours: number | null;
  phase: Phase;
  sensitivity: Sensitivity;
  withArchived: boolean;
  withFinished: boolean;
}

/** The way of one file onto a board: sent once, looked at as often as one likes, then imported. */
export class Importing {
  /** What would be made; null until something was looked at. */
  seen = $state.raw<ImportSeenFragment | null>(null);
  chosen = $state() as Chosen;
  readonly looking: Sending;
  readonly bringing: Sending;
  readonly undoing: Sending;
  /** What it made, and until when that can be undone. */
  made = $state.raw<{ cardCount: number } | null>(null);
  isTooLarge = $state(false);
  #source = $state.raw<string | null>(null);
  readonly #latest = new Latest();
  readonly #api: Api;
  readonly #campaignId: string;
  readonly #usual: Chosen;

  constructor(api: Api, t: Translate, campaign: { id: string; sensitivity: Sensitivity }) {
    this.#api = api;
    this.#campaignId = campaign.id;
    this.#usual = {
      ...{ lists: {}, labels: {}, columns: {}, dateOrder: '', skill: 'STRATEGY', hours: 2, phase: 'ONGOING' },
      ...{ sensitivity: campaign.sensitivity, withArchived: false, withFinished: false },
    };
    this.chosen = structuredClone(this.#usual);
    this.looking = new Sending(t);
    this.bringing = new Sending(t);
    this.undoing = new Sending(t);
  }

  /** Takes another file or text: what was chosen for the one before is not meant for it. */
  async take(source: Blob): Promise<void> {
    this.seen = null;
    this.made = null;
    this.isTooLarge = source.size > MOST_BYTES;
    if (this.isTooLarge) return;
    this.chosen = structuredClone(this.#usual);
    const isWanted = this.#latest.begin();
    // The one before may be on its way still.
    if (!(await this.#isFree(isWanted))) return;
    await this.looking.send(async () => {
      const id = await sendSource(this.#campaignId, source);
      if (!isWanted()) return [];
      this.#source = id;
      return this.#look(isWanted);
    });
  }

  /** Looks again, after something else was chosen. */
  async lookAgain(): Promise<void> {
    const isWanted = this.#latest.begin();
    if (await this.#isFree(isWanted)) await this.looking.send(() => this.#look(isWanted));
  }

  /** Waits for an answer that is on its way; whether what was chosen meanwhile is still wanted then. */
  async #isFree(isWanted: () => boolean): Promise<boolean> {
    while (this.looking.step === 'sending') await new Promise((resolve) => setTimeout(resolve, 100));
    return isWanted();
  }

  async #look(isWanted: () => boolean) {
    const { importBoard } = await this.#api.ask(ImportBoardDocument, { input: this.#input(true) });
    if (isWanted() && importBoard.report) this.seen = importBoard.report;
    return isWanted() ? importBoard.errors : [];
  }

  /** Makes the cards; returns whether they are there. */
  bring(): Promise<boolean> {
    return this.bringing.send(async () => {
      const { importBoard } = await this.#api.ask(ImportBoardDocument, { input: this.#input(false) });
      if (importBoard.report) {
        this.made = { cardCount: importBoard.report.cardCount };
        this.seen = null;
      }
      return importBoard.errors;
    });
  }

  undo(boardRevision: number): Promise<boolean> {
    return this.undoing.send(async () => {
      const input = { campaignId: this.#campaignId, boardRevision };
      const { undoImport } = await this.#api.ask(UndoImportDocument, { input });
      if (undoImport.errors.length === 0) this.made = null;
      return undoImport.errors;
    });
  }

  #input(dryRun: boolean) {
    return { campaignId: this.#campaignId, sourceId: this.#source, dryRun, mapping: this.#mapping() };
  }

  #mapping(): ImportMappingInput {
    const { lists, labels, columns, dateOrder, ...rest } = this.chosen;
    return {
      ...rest,
      dateOrder: dateOrder || null,
      lists: Object.entries(lists).map(([key, status]) => ({ key, status })),
      labels: Object.entries(labels).map(([name, skill]) => ({ name, skill: skill || null })),
      columns: Object.entries(columns).map(([name, field]) => ({ name, field })),
    };
  }
}
