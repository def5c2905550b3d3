import { createContext } from 'svelte';
import type { BoardAddress } from './board-address.svelte.ts';
import type { BoardStore } from './board.svelte.ts';
import { ChosenCards } from './chosen-cards.svelte.ts';
import { needsTick, type CardFace } from './board-card.ts';
import type { CardText } from './dialog/card-text.ts';
import type { Move } from './legal-moves.ts';

export type Panel = 'activity' | 'help' | 'newCard' | 'templates' | 'cancelled' | 'chosen';

/** What the sheet for chosen cards shows. */
export type ChosenPart = 'all' | 'edit' | 'cancel';

/** What lies over the board on this screen: a panel, a menu, a form; and how a move is begun. */
export class BoardScreen {
  panel: Panel | null = $state(null);
  /** The card whose "Move to…" menu is open, and the button it hangs on. */
  menu: { readonly cardId: string; readonly anchor: HTMLElement } | null = $state.raw(null);
  /** The form to open in the card dialog. */
  intent: Move | null = $state(null);
  /** The words a new card begins with, when it is copied from another. */
  copied: CardText | null = $state.raw(null);
  /** Whether single keys act. People who dictate or use a switch can turn them off (WCAG 2.1.4). */
  keysOn = $state(true);

  /** Puts the focus on a card; the board that draws the cards brings it. */
  focusCard: (card: CardFace) => void = () => {};

  /** The cards that were chosen, to do one thing with all of them. */
  readonly chosen: ChosenCards;
  chosenPart: ChosenPart = $state('all');

  readonly #board: BoardStore;
  readonly #address: BoardAddress;

  constructor(board: BoardStore, address: BoardAddress) {
    this.#board = board;
    this.chosen = new ChosenCards(board);
    this.#address = address;
  }

  /** Opens the dialog of a card, at the form of a move where one is named. */
  open(card: Pick<CardFace, 'number'>, intent: Move | null = null): void {
    this.menu = null;
    this.intent = intent;
    this.#address.openCard(card.number);
  }

  /** Opens what can be done with the chosen cards. */
  actOnChosen(part: ChosenPart = 'all'): void {
    this.chosenPart = part;
    this.panel = 'chosen';
  }

  /** Begins a move: done at once where nothing has to be written, else its form is opened. */
  begin(move: Move, card: CardFace): void {
    this.menu = null;
    switch (move) {
      case 'claim':
        void this.#board.claim(card);
        break;
      case 'join':
        void this.#board.join(card);
        break;
      case 'confirm':
        void this.#board.confirm(card);
        break;
      case 'extend':
        void this.#board.extend(card);
        break;
      case 'bringBack':
        void this.#board.bringBack(card);
        break;
      case 'askForLook':
        void this.#board.askForLook(card);
        break;
      case 'withdraw':
        void this.#board.withdraw(card);
        break;
      case 'open':
        // What is still to be seen to comes first.
        if (needsTick(card)) this.open(card, 'open');
        else void this.#board.move(card, { status: 'OPEN' });
        break;
      case 'returnToDraft':
        void this.#board.move(card, { status: 'DRAFT' });
        break;
      default:
        this.open(card, move);
    }
  }
}

export const [useScreen, setScreen] = createContext<BoardScreen>();
