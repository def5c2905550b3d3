import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, fits, phases, skills, type BoardViewer, type CardFace } from './board-card.ts';
import { byPhase, toColumns } from './board-columns.ts';
import {
  CardTexts,
  cardFilter,
  everything,
  isFiltering,
  readFilter,
  rememberingFilter,
  writeFilter,
} from './board-filter.ts';
import type { BoardFilter } from './board-filter.ts';
import { outlivesDue } from './card-words.ts';
import { columnOf, legalMoves, moveToColumn } from './legal-moves.ts';
import { oneStep, placeAt, toEnd } from './reorder.ts';

const visitor: BoardViewer = {
  person: null,
  ended: false,
  craftFirst: true,
  isOfLocal: false,
  runsCampaign: false,
  canManage: false,
  canApprove: false,
  canReviewCraft: false,
  isTeam: false,
  claimLimit: 0,
};
const volunteer: BoardViewer = {
  ...visitor,
  claimLimit: 1,
  person: { id: 'me', handle: 'oleander', skills: ['WRITING'], languages: ['es'] },
};
const organizer: BoardViewer = { ...volunteer, canManage: true, canApprove: true, isTeam: true };

function aCard(part: Partial<CardFace> = {}): CardFace {
  return {
    id: 'a',
    number: 1,
    title: 'Traducción del volante',
    deliverable: 'One page',
    localSupplies: '',
    skill: 'WRITING',
    hours: 2,
    phase: 'BEFORE',
    languages: ['es'],
    language: 'es',
    sensitivity: 'PUBLIC',
    status: 'OPEN',
    position: 'a1',
    forTwo: false,
    version: 1,
    draftKept: false,
    commentCount: 0,
    ...part,
  };
}
const mine = { holder: { id: 'me', handle: 'oleander' } };
const theirs = { holder: { id: 'ana', handle: 'ana' } };

describe('what a viewer may do with a card', () => {
  it('offers a visitor nothing', () => {
    for (const status of columns) expect(legalMoves(aCard({ status }), visitor)).toEqual([]);
  });

  it('lets a volunteer take an open card and work on their own only', () => {
    expect(legalMoves(aCard(), volunteer)).toEqual(['claim']);
    expect(legalMoves(aCard({ status: 'CLAIMED', ...mine }), volunteer)).toEqual([
      'handIn',
      'handBack',
      'extend',
      'askForLook',
      'block',
    ]);
    expect(legalMoves(aCard({ status: 'CLAIMED', ...theirs }), volunteer)).toEqual([]);
    // What they handed in is theirs to correct until somebody has looked at it.
    expect(legalMoves(aCard({ status: 'IN_REVIEW', ...mine }), volunteer)).toEqual(['correct', 'withdraw']);
    const seen = { status: 'IN_REVIEW', craftReviewedAt: '2026-11-29T08:00:00Z', ...mine } as const;
    expect(legalMoves(aCard(seen), volunteer)).toEqual([]);
  });

  it('offers the local’s yes once the craft was looked at, or where nobody has to', () => {
    const local = { ...volunteer, canApprove: true, canManage: true, canReviewCraft: true };
    const handedIn = aCard({ status: 'IN_REVIEW', ...theirs });
    expect(legalMoves(handedIn, local)).toContain('passCraftReview');
    expect(legalMoves(handedIn, local)).not.toContain('approve');
    expect(moveToColumn(handedIn, 'DONE', local)).toBeUndefined();
    expect(legalMoves(handedIn, { ...local, craftFirst: false })[0]).toBe('approve');
    const reviewed = { ...handedIn, craftReviewedAt: '2026-11-24T10:00:00Z' };
    expect(legalMoves(reviewed, local)[0]).toBe('approve');
  });

  it('offers nothing on a board that has ended, to nobody', () => {
    const all = { ...volunteer, canManage: true, canApprove: true, canReviewCraft: true, ended: true };
    for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const) {
      for (const whose of [theirs, { holder: { id: 'me', handle: 'oleander' } }]) {
        expect(legalMoves(aCard({ status, ...whose }), all)).toEqual([]);
      }
    }
  });

  it('never lets anybody approve or review their own work', () => {
    const inReview = legalMoves(aCard({ status: 'IN_REVIEW', ...mine }), {
      ...organizer,
      canReviewCraft: true,
    });
    expect(inReview).not.toContain('approve');
    expect(inReview).not.toContain('passCraftReview');
    expect(inReview).not.toContain('requestChanges');
  });

  it('lets one more join a card for two, and both do what its holder may', () => {
    const two = { status: 'CLAIMED', forTwo: true, ...theirs } as const;
    expect(legalMoves(aCard(two), volunteer)).toEqual(['join']);
    expect(legalMoves(aCard({ ...two, forTwo: false }), volunteer)).toEqual([]);
    expect(legalMoves(aCard(two), { ...volunteer, claimLimit: 0 })).toEqual([]);
    expect(legalMoves(aCard({ ...two, partner: { id: 'ben', handle: 'ben' } }), volunteer)).toEqual([]);
    const together = aCard({ ...two, partner: mine.holder });
    expect(legalMoves(together, volunteer)).toEqual(legalMoves(aCard({ ...two, ...mine }), volunteer));
    // Who hands back leaves it with the other: it goes nowhere.
    expect(moveToColumn(together, 'OPEN', volunteer)).toBeUndefined();
    expect(columnOf('handBack', together)).toBeUndefined();
    const all = { ...organizer, canReviewCraft: true, craftFirst: false };
    const inReview = aCard({ ...two, status: 'IN_REVIEW', partner: mine.holder });
    for (const move of ['approve', 'passCraftReview', 'requestChanges'] as const)
      expect(legalMoves(inReview, all)).not.toContain(move);
    expect(legalMoves(inReview, all)).toEqual(expect.arrayContaining(['correct', 'withdraw']));
  });

  it('offers the yes of the local to nobody who looked at the craft of it', () => {
    const reviewed = { status: 'IN_REVIEW', ...theirs, craftReviewedAt: '2026-01-02T00:00:00Z' } as const;
    const all = { ...organizer, canReviewCraft: true };
    expect(legalMoves(aCard({ ...reviewed, craftReviewer: { id: 'ana' } }), all)).toContain('approve');
    const own = aCard({ ...reviewed, craftReviewer: { id: 'me' } });
    expect(legalMoves(own, all)).toContain('requestChanges');
    expect(legalMoves(own, all)).not.toContain('approve');
    expect(moveToColumn(own, 'DONE', all)).toBeUndefined();
  });

  it('offers no further extension after the third', () => {
    const claim = { claimedAt: '', expiresAt: '', leaseHours: 48, toConfirm: false, extensions: 3 };
    expect(legalMoves(aCard({ status: 'CLAIMED', ...mine, claim }), volunteer)).not.toContain('extend');
  });

  it('lets a card fall only where its move is legal', () => {
    expect(moveToColumn(aCard(), 'CLAIMED', volunteer)).toBe('claim');
    expect(moveToColumn(aCard(), 'OPEN', volunteer)).toBeUndefined();
    expect(moveToColumn(aCard(), 'DRAFT', organizer)).toBe('returnToDraft');
    expect(moveToColumn(aCard({ status: 'CLAIMED', ...mine }), 'IN_REVIEW', volunteer)).toBe('handIn');
    expect(
      moveToColumn(aCard({ status: 'IN_REVIEW', ...theirs }), 'DONE', { ...organizer, craftFirst: false }),
    ).toBe('approve');
    expect(moveToColumn(aCard({ status: 'DONE', ...theirs }), 'OPEN', organizer)).toBeUndefined();
  });
});

describe('the filter', () => {
  const anyFilter = fc.record({
    skills: fc.subarray([...skills]),
    phases: fc.subarray([...phases]),
    maxHours: fc.option(fc.constantFrom(1, 2, 4, 8)),
    language: fc.option(fc.constantFrom('en', 'es')),
    mine: fc.boolean(),
    fitsMe: fc.boolean(),
    text: fc.constantFrom('', 'press', 'két szó', 'a&b=c#d'),
    lanes: fc.boolean(),
  });

  it('comes back from the address as it went in, beside what else is there', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const params = writeFilter(filter, new URLSearchParams('card=12'));
        expect(readFilter(new URLSearchParams(params.toString()))).toEqual(filter);
        expect(params.get('card')).toBe('12');
      }),
    );
  });

  it('does not use the word that chooses the language of the page', () => {
    expect(writeFilter({ ...everything, language: 'es' }, new URLSearchParams()).has('lang')).toBe(false);
  });

  it('opens an old or broken link as the whole board', () => {
    const filter = readFilter(new URLSearchParams('skill=juggling&hours=soon&speaks=<b>&phase='));
    expect(isFiltering(filter)).toBe(false);
  });

  it('prepares the text of a card once for all letters, and anew when the card has changed', () => {
    let read = 0;
    const texts = new CardTexts();
    const counted = (title: string): CardFace =>
      Object.defineProperty(aCard(), 'title', { get: () => ((read += 1), title) });
    const finds = (card: CardFace, text: string) => cardFilter({ ...everything, text }, visitor, texts)(card);
    const before = counted('Volante');
    for (const text of ['v', 'vo', 'vol']) expect(finds(before, text)).toBe(true);
    expect(read).toBe(1);
    expect(finds(counted('Press list'), 'volante')).toBe(false);
    expect(read).toBe(2);
  });

  it('asks only what changed, and with a letter more only what was found before', () => {
    const asked: string[] = [];
    const cards = ['Volante', 'Vocero', 'Press list', 'Video'].map((title, index) =>
      Object.defineProperty(aCard({ id: title, title, number: index }), 'hours', {
        get: () => (asked.push(title), 1),
      }),
    );
    const texts = new CardTexts();
    const some = { ...everything, maxHours: 2 };
    const find = (filter: typeof everything, before?: ReturnType<typeof rememberingFilter>) => {
      const now = rememberingFilter(filter, visitor, { texts, before });
      const found = () => cards.filter(now.show).map(({ id }) => id);
      return { now, found };
    };
    const all = find(some);
    expect([all.found().length, asked.splice(0).length]).toEqual([4, 4]);
    // Somebody changed one card.
    cards[2] = Object.defineProperty(aCard({ id: 'Press kit', title: 'Press kit' }), 'hours', {
      get: () => (asked.push('kit'), 1),
    });
    expect([all.found().length, asked.splice(0)]).toEqual([4, ['kit']]);
    const v = find({ ...some, text: 'vo' }, all.now);
    expect(v.found()).toEqual(['Volante', 'Vocero']);
    asked.length = 0;
    expect(find({ ...some, text: 'vol' }, v.now).found()).toEqual(['Volante']);
    expect(asked).toEqual(['Volante', 'Vocero']);
  });

  it('remembers nothing wrong, whatever the filters that follow each other', () => {
    const cards = ['Volante', 'Vocero', 'Press list', 'Video', 'Volunteer list'].map((title, index) =>
      aCard({ id: title, title, skill: index % 2 ? 'ONLINE_VIDEO' : 'WRITING', hours: index }),
    );
    const filters = fc.array(
      fc.record({
        text: fc.constantFrom('', 'v', 'vo', 'vol', 'list', 'vol list', 'o'),
        skills: fc.constantFrom<BoardFilter['skills']>([], ['WRITING']),
        maxHours: fc.constantFrom(null, 2),
        lanes: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(filters, (wanted) => {
        const texts = new CardTexts();
        let before: ReturnType<typeof rememberingFilter> | undefined;
        for (const part of wanted) {
          const filter = { ...everything, ...part };
          before = rememberingFilter(filter, visitor, { texts, before });
          expect(cards.filter(before.show)).toEqual(cards.filter(cardFilter(filter, visitor)));
        }
      }),
    );
  });

  it('finds without accents and only when every word is there', () => {
    const find = (text: string) => cardFilter({ ...everything, text }, visitor)(aCard());
    expect(find('traduccion')).toBe(true);
    expect(find('VOLANTE page')).toBe(true);
    expect(find('volante press')).toBe(false);
    expect(find('#1')).toBe(true);
  });

  it('knows what fits: a skill and a language, or no language at all', () => {
    expect(fits(aCard(), volunteer)).toBe(true);
    expect(fits(aCard({ languages: ['en'] }), volunteer)).toBe(false);
    expect(fits(aCard({ languages: [] }), volunteer)).toBe(true);
    expect(fits(aCard({ skill: 'STRATEGY' }), volunteer)).toBe(false);
    expect(fits(aCard(), visitor)).toBe(false);
  });
});

describe('columns', () => {
  const all = () => true;

  it('puts every card but the cancelled in its column, by the key of the server and then by id', () => {
    const sorted = toColumns(
      [
        aCard({ id: 'c', position: 'a1' }),
        aCard({ id: 'b', position: 'Zz' }),
        aCard({ id: 'a', position: 'a1' }),
        aCard({ id: 'x', status: 'CANCELLED' }),
      ],
      all,
    );
    expect(sorted.OPEN.cards.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(columns.reduce((sum, status) => sum + sorted[status].cards.length, 0)).toBe(3);
    expect(sorted.OPEN.hours).toBe(6);
  });

  it('shows the newest work first, and the hand-in that waits longest', () => {
    const sorted = toColumns(
      [
        aCard({ id: 'old', status: 'DONE', finishedAt: '2026-01-01T00:00:00Z' }),
        aCard({ id: 'new', status: 'DONE', finishedAt: '2026-01-02T00:00:00Z' }),
        aCard({ id: 'r1', status: 'IN_REVIEW', handedInAt: '2026-01-03T00:00:00Z' }),
        aCard({ id: 'r2', status: 'IN_REVIEW', handedInAt: '2026-01-02T00:00:00Z' }),
      ],
      all,
    );
    expect(sorted.DONE.cards.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(sorted.IN_REVIEW.oldestHandIn).toBe('2026-01-02T00:00:00Z');
  });

  it('keeps the order within each lane', () => {
    const cards = [aCard({ id: 'a' }), aCard({ id: 'b', phase: 'AFTER' }), aCard({ id: 'c' })];
    expect(byPhase(cards).BEFORE.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('shows a card at its new place until the server has made the key', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[a-z][0-9A-Za-z]{0,5}$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(keys, fc.nat(), (positions, seed) => {
        const others = [...positions].sort().map((position, index) => aCard({ id: `o${index}`, position }));
        const index = seed % (others.length + 1);
        const { position, after, before } = placeAt(others, index);
        if (after) expect(position > after.position).toBe(true);
        // A key may be followed by one that only differs in a lower sign than any of ours; there are none.
        if (before) expect(position < before.position).toBe(true);
      }),
    );
  });

  it('knows the ends of a column', () => {
    const cards = [aCard({ id: 'a', position: 'a' }), aCard({ id: 'b', position: 'b' })];
    expect(oneStep(cards, cards[0]!, -1)).toBeUndefined();
    expect(oneStep(cards, cards[1]!, 1)).toBeUndefined();
    expect(oneStep(cards, cards[0]!, 1)?.after?.id).toBe('b');
    expect(toEnd(cards, cards[0]!, 'first')).toBeUndefined();
    expect(toEnd(cards, cards[1]!, 'last')).toBeUndefined();
    expect(toEnd(cards, cards[1]!, 'first')).toMatchObject({ after: undefined, before: { id: 'a' } });
    expect(toEnd(cards, cards[0]!, 'last')).toMatchObject({ after: { id: 'b' }, before: undefined });
  });
});

describe('the end of a lease and the due moment', () => {
  const claim = {
    claimedAt: '',
    expiresAt: '2026-11-30T09:00:00Z',
    leaseHours: 48,
    toConfirm: false,
    extensions: 0,
  };

  it('are told together where the card is held after it is due', () => {
    expect(outlivesDue({ claim, dueAt: '2026-11-29T18:00:00Z' })).toBe(true);
    expect(outlivesDue({ claim, dueAt: '2026-11-30T09:00:00.000Z' })).toBe(false);
    expect(outlivesDue({ claim, dueAt: '2026-12-02T18:00:00Z' })).toBe(false);
    expect(outlivesDue({ claim, dueAt: null })).toBe(false);
    expect(outlivesDue({ claim: null, dueAt: '2026-11-29T18:00:00Z' })).toBe(false);
  });
});
