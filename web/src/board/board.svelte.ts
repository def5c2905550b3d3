import { goto } from '$app/navigation';
import { personName } from '#web/person/person-name.ts';
import { statementBefore, statementFor } from '#web/card/statement.ts';
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { FileSending } from '#web/file/file-sending.svelte.ts';
import * as gql from '#web/gql/graphql.ts';
import type { CardFace } from './board-card.ts';
import type { Outcome } from './board-requests.ts';
import type { BulkMove } from './chosen-cards.svelte.ts';
import { Undoing } from './undoing.svelte.ts';
import { LiveBoard, type Showing } from './live-board.svelte.ts';

/** Unfinished work as the server keeps it. */
export interface WorkDraft {
  readonly note: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly savedAt: string;
}

export type { BoardPage, EventLine } from './live-board.svelte.ts';

/**
 * What a person does on a board. The actions are named as the mutations; each shows itself as a wish at once
 * and resolves with what came of it, in words.
 */
export class BoardStore extends LiveBoard {
  /** Drafts of the person, by card, as this page saved them: no change of the board tells of them. */
  readonly drafts = new SvelteMap<string, WorkDraft>();

  /** Files that the person sends, by card and use: they go on while the board is there, whatever is open on it. */
  readonly sendings = new Map<string, FileSending>();

  async claim(card: CardFace, options: { moved?: boolean } = {}): Promise<Outcome<CardFace>> {
    const outcome = await this.change(gql.ClaimCardDocument, { cardId: card.id }, (data) => data.claimCard, {
      cardId: card.id,
      doing: this.t('board:doing.claim'),
      // By a button it stays where it is until it is ours; a drop stays where it fell.
      look: options.moved ? (was) => ({ ...was, status: 'CLAIMED' }) : undefined,
    });
    if (!outcome.ok && outcome.errors.some(({ code }) => code === 'STATEMENT_NEEDED')) {
      const next = `/c/${this.campaign.slug}/board?card=${card.number}`;
      void goto(statementFor(card.id, next));
    }
    if (outcome.ok) {
      this.toasts.show(this.t('board:toast.claimed', { title: card.title }), {
        links: [{ number: card.number, text: this.t('board:move.look') }],
      });
    }
    return outcome;
  }

  /** Holds a card together with its holder. */
  async join(card: CardFace): Promise<Outcome<CardFace>> {
    const who = card.holder ? personName(this.t, card.holder) : '';
    const outcome = await this.change(gql.JoinCardDocument, { cardId: card.id }, (data) => data.joinCard, {
      cardId: card.id,
      doing: this.t('board:doing.join'),
    });
    if (!outcome.ok && outcome.errors.some(({ code }) => code === 'STATEMENT_NEEDED')) {
      void goto(statementBefore(`/c/${this.campaign.slug}/board?card=${card.number}`));
    }
    if (outcome.ok) {
      this.toasts.show(this.t('board:toast.joined', { title: card.title, who }), {
        links: [{ number: card.number, text: this.t('board:move.look') }],
      });
    }
    return outcome;
  }

  handBack(card: CardFace, note: string): Promise<Outcome> {
    const input = { cardId: card.id, note: note || null };
    return this.change(
      gql.HandBackCardDocument,
      input,
      (data) => data.handBackCard,
      this.#quietly(card, 'handBack'),
    );
  }

  extend(card: CardFace): Promise<Outcome> {
    return this.change(gql.ExtendClaimDocument, { cardId: card.id }, (data) => data.extendClaim, {
      cardId: card.id,
      doing: this.t('board:doing.extend'),
    });
  }

  /** The holder of a first lease is on it. */
  confirm(card: CardFace): Promise<Outcome> {
    return this.change(gql.ConfirmClaimDocument, { cardId: card.id }, (data) => data.confirmClaim, {
      cardId: card.id,
      doing: this.t('board:doing.confirm'),
    });
  }

  handIn(
    card: CardFace,
    { note, links, fileIds }: { note: string; links: gql.LinkInput[]; fileIds: string[] },
  ): Promise<Outcome> {
    const input = { cardId: card.id, note, links, fileIds };
    return this.change(
      gql.HandInCardDocument,
      input,
      (data) => data.handInCard,
      this.#quietly(card, 'handIn'),
    );
  }

  /** Other work in place of what was handed in; `handInId` is the one that was read. */
  correct(card: CardFace, handInId: string, note: string, links: gql.LinkInput[]): Promise<Outcome> {
    const input = { cardId: card.id, handInId, note, links };
    return this.change(
      gql.CorrectHandInDocument,
      input,
      (data) => data.correctHandIn,
      this.#quietly(card, 'correct'),
    );
  }

  withdraw(card: CardFace): Promise<Outcome> {
    return this.change(gql.WithdrawHandInDocument, { cardId: card.id }, (data) => data.withdrawHandIn, {
      cardId: card.id,
      doing: this.t('board:doing.withdraw'),
    });
  }

  /**
   * Keeps the hand-in so far with the server, so that it survives this device. Silent: it is done while typing.
   * Returns why it was refused, and throws where it could not be asked.
   */
  async saveDraft(
    card: Pick<CardFace, 'id'>,
    work: Omit<gql.SaveDraftInput, 'cardId'>,
  ): Promise<readonly gql.ErrorWordsFragment[]> {
    const { saveDraft } = await this.api.ask(gql.SaveDraftDocument, { input: { cardId: card.id, ...work } });
    if (saveDraft.draft) this.drafts.set(card.id, saveDraft.draft);
    return saveDraft.errors;
  }

  block(card: CardFace, reason: string): Promise<Outcome> {
    const input = { cardId: card.id, reason };
    return this.change(gql.BlockCardDocument, input, (data) => data.blockCard, this.#quietly(card, 'block'));
  }

  unblock(card: CardFace, answer: string): Promise<Outcome> {
    const input = { cardId: card.id, answer: answer || null };
    return this.change(
      gql.UnblockCardDocument,
      input,
      (data) => data.unblockCard,
      this.#quietly(card, 'unblock'),
    );
  }

  /** Of two who hold it `personId` names the one it is taken from. */
  takeBack(card: CardFace, reason: string, personId: string | null = null): Promise<Outcome> {
    const input = { cardId: card.id, reason, personId };
    return this.change(
      gql.TakeBackCardDocument,
      input,
      (data) => data.takeBackCard,
      this.#quietly(card, 'takeBack'),
    );
  }

  /** Every card on this board of whoever holds this one. */
  takeBackAll(card: CardFace, reason: string): Promise<Outcome> {
    const input = { boardId: this.id, personId: card.holder?.id ?? '', reason };
    return this.change(
      gql.TakeBackAllCardsDocument,
      input,
      (data) => data.takeBackAllCards,
      this.#quietly(card, 'takeBackAll'),
    );
  }

  requestChanges(card: CardFace, note: string, handInId?: string): Promise<Outcome> {
    const input = { cardId: card.id, note, handInId };
    return this.change(
      gql.RequestChangesDocument,
      input,
      (data) => data.requestChanges,
      this.#quietly(card, 'requestChanges'),
    );
  }

  passCraftReview(card: CardFace, note: string, handInId?: string): Promise<Outcome> {
    const input = { cardId: card.id, note: note || null, handInId };
    return this.change(
      gql.PassCraftReviewDocument,
      input,
      (data) => data.passCraftReview,
      this.#quietly(card, 'passCraftReview'),
    );
  }

  approve(card: CardFace, thanks: string, handInId?: string): Promise<Outcome> {
    const input = { cardId: card.id, thanks, handInId };
    return this.change(
      gql.ApproveCardDocument,
      input,
      (data) => data.approveCard,
      this.#quietly(card, 'approve'),
    );
  }

  async cancel(card: CardFace, reason: string): Promise<Outcome> {
    const input = { cardId: card.id, reason };
    const outcome = await this.change(
      gql.CancelCardDocument,
      input,
      (data) => data.cancelCard,
      this.#quietly(card, 'cancel'),
    );
    return this.#undoable(outcome, this.t('board:undo.cancelledOne', { title: card.title }));
  }

  /** The holder asks people who know the craft for a look. */
  askForLook(card: CardFace): Promise<Outcome> {
    return this.change(gql.AskForLookDocument, { cardId: card.id }, (data) => data.askForLook, {
      cardId: card.id,
      doing: this.t('board:doing.askForLook'),
    });
  }

  /** The holder says that what the card asks for by now is still fine, as they have read it. */
  confirmBrief(card: Pick<CardFace, 'id' | 'version'>): Promise<Outcome> {
    const input = { cardId: card.id, version: card.version };
    return this.change(gql.ConfirmBriefDocument, input, (data) => data.confirmBrief, {
      cardId: card.id,
      doing: this.t('board:doing.confirmBrief'),
    });
  }

  /** A cancelled card is a draft again. */
  bringBack(card: CardFace): Promise<Outcome> {
    return this.change(gql.BringBackCardDocument, { cardId: card.id }, (data) => data.bringBackCard, {
      cardId: card.id,
      doing: this.t('board:doing.bringBack'),
    });
  }

  create(input: Omit<gql.CreateCardInput, 'boardId' | 'requestId'>): Promise<Outcome<CardFace>> {
    return this.change(gql.CreateCardDocument, { ...input, boardId: this.id }, (data) => data.createCard);
  }

  async createFromTemplates(
    templateKeys: string[],
    status: 'DRAFT' | 'OPEN',
    language: string,
  ): Promise<Outcome> {
    const input = { boardId: this.id, templateKeys, status, language } as const;
    const outcome = await this.change(
      gql.CreateCardsFromTemplatesDocument,
      input,
      (data) => data.createCardsFromTemplates,
    );
    return this.#undoable(outcome, this.t('board:new.createdMany', { count: templateKeys.length }));
  }

  /** Opens many drafts, puts open cards back, or moves cards to an end of their columns. */
  async moveMany(cards: readonly CardFace[], move: BulkMove): Promise<Outcome> {
    const to = {
      open: { status: 'OPEN' },
      returnToDraft: { status: 'DRAFT' },
      top: { place: 'TOP' },
      bottom: { place: 'BOTTOM' },
    } as const;
    const input = { boardId: this.id, cardIds: cards.map(({ id }) => id), ...to[move] };
    const outcome = await this.change(gql.MoveCardsDocument, input, (data) => data.moveCards);
    return this.#undoable(outcome, this.t(`board:undo.${move}`, { count: cards.length }));
  }

  async cancelMany(cards: readonly CardFace[], reason: string): Promise<Outcome> {
    const input = { boardId: this.id, cardIds: cards.map(({ id }) => id), reason };
    const outcome = await this.change(gql.CancelCardsDocument, input, (data) => data.cancelCards);
    return this.#undoable(outcome, this.t('board:undo.cancelled', { count: cards.length }));
  }

  /** Writes the same into many cards, as they were read. */
  async updateMany(
    cards: readonly Pick<CardFace, 'id' | 'version'>[],
    words: Omit<gql.UpdateCardsInput, 'boardId' | 'cards' | 'requestId'>,
  ): Promise<Outcome> {
    const read = cards.map(({ id, version }) => ({ cardId: id, version }));
    const input = { boardId: this.id, cards: read, ...words };
    const outcome = await this.change(gql.UpdateCardsDocument, input, (data) => data.updateCards);
    return this.#undoable(outcome, this.t('board:undo.edited', { count: cards.length }));
  }

  /** The way back from what was done last. */
  readonly undoing = new Undoing(
    (revision) =>
      this.change(
        gql.UndoBoardChangeDocument,
        { boardId: this.id, revision },
        (data) => data.undoBoardChange,
      ),
    () => this.t('board:undo.done'),
  );

  /** Offers to undo what was done, and says so to those who listen. */
  #undoable(outcome: Outcome<CardFace>, said: string, commentId?: string): Outcome<CardFace> {
    if (outcome.ok && outcome.undo) {
      this.undoing.offer({ ...outcome.undo, said, commentId });
      this.announcer.say(this.t('board:undo.announce', { said }));
    }
    return outcome;
  }

  update(input: Omit<gql.UpdateCardInput, 'requestId'>): Promise<Outcome<CardFace>> {
    return this.change(gql.UpdateCardDocument, input, (data) => data.updateCard);
  }

  /** Opens a draft, takes an open card back to draft, or puts it between two others of its column. */
  move(
    card: CardFace,
    to: { status?: 'DRAFT' | 'OPEN'; after?: CardFace; before?: CardFace; position?: string },
  ): Promise<Outcome> {
    const input = {
      cardId: card.id,
      status: to.status,
      afterCardId: to.after?.id,
      beforeCardId: to.before?.id,
    };
    return this.change(gql.MoveCardDocument, input, (data) => data.moveCard, {
      cardId: card.id,
      doing: this.t('board:doing.move'),
      look: (was) => ({ ...was, status: to.status ?? was.status, position: to.position ?? was.position }),
    });
  }

  /** An organizer says that what the caution asks for is seen to. */
  clearCaution(card: Pick<CardFace, 'id'>): Promise<Outcome> {
    return this.change(gql.ClearCautionDocument, { cardId: card.id }, (data) => data.clearCaution);
  }

  tick(card: Pick<CardFace, 'id'>, itemId: string, done: boolean): Promise<Outcome> {
    return this.change(
      gql.TickChecklistItemDocument,
      { cardId: card.id, itemId, done },
      (d) => d.tickChecklistItem,
    );
  }

  comment(card: Pick<CardFace, 'id'>, text: string): Promise<Outcome> {
    return this.change(gql.AddCommentDocument, { cardId: card.id, text }, (data) => data.addComment);
  }

  editComment(commentId: string, text: string): Promise<Outcome> {
    return this.change(gql.EditCommentDocument, { commentId, text }, (data) => data.editComment);
  }

  async removeComment(commentId: string): Promise<Outcome> {
    const outcome = await this.change(gql.RemoveCommentDocument, { commentId }, (d) => d.removeComment);
    return this.#undoable(outcome, this.t('board:undo.comment'), commentId);
  }

  #quietly(
    card: CardFace,
    action:
      | 'handBack'
      | 'handIn'
      | 'correct'
      | 'block'
      | 'unblock'
      | 'takeBack'
      | 'takeBackAll'
      | 'requestChanges'
      | 'passCraftReview'
      | 'approve'
      | 'cancel',
  ): Showing {
    return { cardId: card.id, doing: this.t(`board:doing.${action}`), quiet: true };
  }
}

/** `useBoard()` gives a component the board of its page. */
export const [useBoard, setBoard] = createContext<BoardStore>();
