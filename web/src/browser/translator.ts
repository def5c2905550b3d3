interface Worn {
  /** The element that shows the translated words in the place of our text. */
  readonly shown: Element;
  /** Our own words, which the text does not hold while something else shows them. */
  readonly words: string;
}

/**
 * Keeps a page true while a translator of the browser works on it. Translators put an element of their own (`font`) in
 * the place of each text, and what we write into the text from then on is seen by nobody: the board would say "Live"
 * and show old words. So each text goes back to where it was, empty, before the words that stand for it. When it gets
 * new words, those that stood for the old ones go, and the translator meets a new text; when it goes, they go with it.
 *
 * Watches everything below `root` until the returned function is called.
 */
export function surviveTranslator(root: Node): () => void {
  const worn = new Map<Text, Worn>();
  const inserted = new WeakMap<Node, Element>();

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'childList') moved(record);
      // Into one that stood empty: what a translator wrote before it did is not new.
      else if (record.oldValue === '') wrote(record.target as Text);
    }
    for (const [text, { shown }] of worn) settle(text, shown);
    // What we did ourselves is no news.
    observer.takeRecords();
  });

  function wrote(text: Text): void {
    const standIn = worn.get(text);
    if (!standIn) return;
    worn.delete(text);
    standIn.shown.remove();
  }

  function moved({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    for (const node of addedNodes) {
      if (!isStandIn(node)) continue;
      // Put beside the text first, which goes in the next step.
      for (const beside of [previousSibling, nextSibling]) if (isWords(beside)) inserted.set(beside, node);
    }
    for (const node of removedNodes) {
      if (!isWords(node)) continue;
      const standIn = [...addedNodes].find(isStandIn) ?? inserted.get(node);
      if (standIn?.parentNode && !worn.has(node)) stand(node, standIn);
    }
  }

  /** Has `shown` stand for `text`, which may itself have been moved into it. */
  function stand(text: Text, shown: Element): void {
    const words = text.data;
    if (shown.contains(text)) text.before(document.createTextNode(words));
    text.data = '';
    shown.before(text);
    worn.set(text, { shown, words });
    observer.observe(text, { characterData: true, characterDataOldValue: true });
  }

  /** Follows a text and what stands for it to where either of them went. */
  function settle(text: Text, shown: Element): void {
    if (!text.isConnected) {
      worn.delete(text);
      shown.remove();
    } else if (!shown.isConnected) {
      // The translator gave the page back: what it left in that place says the same.
      const { words } = worn.get(text)!;
      worn.delete(text);
      const { nextSibling } = text;
      if (nextSibling instanceof Text && nextSibling.data === words) nextSibling.remove();
      if (text.data === '') text.data = words;
    } else if (text.nextSibling !== shown) text.after(shown);
  }

  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function isStandIn(node: Node | null): node is Element {
  return node instanceof Element && node.localName === 'font';
}

function isWords(node: Node | null): node is Text {
  return node instanceof Text && node.data.trim() !== '';
}

/**
 * Forgets what came with the page if a translator was there before our scripts: which text is whose cannot be told any
 * more. The page is then drawn from its data alone.
 */
export function forgetTranslated(root: Element): void {
  if (root.querySelector('font')) root.replaceChildren();
}
