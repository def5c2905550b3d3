import { statusOfList } from './guess.ts';
import { emptyCard, refuseHuge, type SourceBoard, type SourceCard } from './source-board.ts';

/** `- `, `• `, `3.`, `[x]`: what begins a line of a list, each at most once and in this order. */
const MARKS = /^(?:[-*+•‣◦–—·]\s+)?(?:\d{1,3}[.)]\s+)?(?:(\[[ xX✓✔]?\]|[☐☑✅✔])\s*)?/u;
/** As messengers put time and name before what was said: `[12:03, 3/4/2026] Ana: `, `12/4/26, 9:30 - Ana: `. */
const SAID =
  /^(?:\[[\d:,./\s apm]{5,40}\]|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?: ?[ap]m)? [-–])\s*(?:[^:\n]{1,40}:\s+)?/iu;

/**
 * Reads a list as it is pasted from a message: a line is a card, what is indented below it are its steps, a line that ends
 * in a colon begins a list of that name. Ticked lines are finished.
 */
export function readList(text: string): SourceBoard {
  const cards: SourceCard[] = [];
  const lists = new Map<string, string>();
  let list = '';
  let last: { card: SourceCard; indent: number } | undefined;
  for (const line of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    const spread = line.replace(/\t/g, '    ');
    const indent = spread.length - spread.trimStart().length;
    const bare = spread.trim().replace(SAID, '');
    const [marks = '', tick = ''] = MARKS.exec(bare) ?? [];
    const words = bare.slice(marks.length).trim();
    if (!words) continue;
    const isTicked = /[xX✓✔☑✅]/u.test(tick);
    if (last && indent > last.indent) {
      last.card.checklist.push({ text: words, done: isTicked });
    } else if (/[:：]$/.test(words) && !tick) {
      list = words.slice(0, -1).trim();
      last = undefined;
    } else {
      lists.set(list, list);
      const card = { ...emptyCard(), title: words, list, isFinished: isTicked };
      card.links = [...words.matchAll(/https?:\/\/[^\s<>"]+/g)]
        .slice(0, 12)
        .map(([url]) => ({ url, label: '' }));
      cards.push(card);
      refuseHuge({ cards });
      last = { card, indent };
    }
  }
  return {
    ...{ format: 'LIST', cards, columns: [], isOurs: false },
    lists: [...lists.keys()].map((key) => ({ key, name: key, proposed: statusOfList(key) })),
  };
}
