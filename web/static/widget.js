/*
 * <strikeboard-widget>: open work of a Strikeboard on the page of somebody else. Served as it is written, so that whoever
 * puts it on their site can read what it does. It sets no cookie and keeps nothing, asks nobody but the server it came
 * from, and builds its elements one by one: no style attribute, no text that becomes HTML or code, so that it works
 * under a strict content security policy. Either
 *
 *   <script src="https://board.example/widget.js" data-campaign="hold-the-line" async></script>
 *
 * or the script once, and an element wherever one is wanted: <strikeboard-widget campaign="hold-the-line">.
 * Attributes: campaign, skill, language, event, most, lang, level. See schema/README.md.
 */
(() => {
  'use strict';
  const script = document.currentScript;
  const home = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;
  const ASKED = ['campaign', 'skill', 'language', 'event', 'most', 'lang'];
  /** Between two questions while nobody says that something changed (ms); an unchanged answer is a 304. */
  const EVERY = 60_000;
  /** So long after the first of some changes it asks, by chance: all pages hear of them at once. */
  const SOON = 2_000;

  const STYLE = `
    :host { display: block; container-type: inline-size;
      --ink: var(--strikeboard-ink, #14110f); --paper: var(--strikeboard-paper, #fffdf8);
      --accent: var(--strikeboard-accent, #b3121d); --on-accent: var(--strikeboard-on-accent, #ffffff);
      color-scheme: var(--strikeboard-scheme, inherit);
      color: var(--ink); font-family: var(--strikeboard-font, system-ui, sans-serif); line-height: 1.4; }
    /* Dark where the page is: it says so by its color-scheme, or here by --strikeboard-scheme. */
    @supports (color: light-dark(#000, #fff)) { :host {
      --ink: var(--strikeboard-ink, light-dark(#14110f, #f6f1e7));
      --paper: var(--strikeboard-paper, light-dark(#fffdf8, #1b1815));
      --accent: var(--strikeboard-accent, light-dark(#b3121d, #ff9c92));
      --on-accent: var(--strikeboard-on-accent, light-dark(#ffffff, #14110f)); } }
    section { background: var(--paper); border: 2px solid var(--ink); border-radius: var(--strikeboard-radius, 0);
      padding: 1rem; overflow-wrap: anywhere; }
    h1, h2, h3, h4, h5, h6 { font-size: 1.25rem; line-height: 1.15; margin: 0; }
    p { margin: 0.5rem 0 0; }
    ul { list-style: none; margin: 0.75rem 0 0; padding: 0; }
    li { border-block-start: 1px solid var(--ink); padding: 0.6rem 0; }
    a { color: var(--accent); }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    li a { display: inline-block; font-weight: 700; min-block-size: 24px; }
    small { display: block; font-size: 0.875rem; }
    .go { background: var(--accent); color: var(--on-accent); display: inline-block; font-weight: 700;
      padding: 0.6rem 1rem; text-decoration: none; }
    @media (forced-colors: active) { .go { border: 2px solid; } }`;

  /** @param {string} name @param {string} [text] @param {Record<string, string>} [attributes] */
  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** A way to the board, beside the page it stands on. @param {string} text @param {string} href */
  const link = (text, href, more = {}) =>
    element('a', text, { href, target: '_blank', rel: 'noopener', ...more });

  class StrikeboardWidget extends HTMLElement {
    static observedAttributes = [...ASKED, 'level'];
    #root = this.attachShadow({ mode: 'open' });
    /** @type {string | null} */
    #tag = null;
    /** @type {any} */
    #state = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    /** @type {EventSource | undefined} */
    #source;
    #asked = '';

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      this.#root.adoptedStyleSheets = [sheet];
      // Until the first answer, and where there is none, what the page put within.
      this.#root.append(document.createElement('slot'));
    }

    connectedCallback() {
      document.addEventListener('visibilitychange', this);
      this.#begin();
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this);
      this.#end();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#begin();
    }

    handleEvent() {
      if (document.hidden) this.#end();
      else this.#begin();
    }

    #end() {
      clearTimeout(this.#timer);
      this.#source?.close();
      this.#source = undefined;
    }

    #begin() {
      this.#end();
      const query = new URLSearchParams();
      for (const name of ASKED) {
        const value = this.getAttribute(name);
        if (value) query.set(name, value);
      }
      if (!query.has('lang'))
        query.set('lang', this.closest('[lang]')?.getAttribute('lang') || navigator.language);
      if (String(query) !== this.#asked) this.#tag = null;
      this.#asked = String(query);
      void this.#ask();
    }

    async #ask() {
      const asked = this.#asked;
      clearTimeout(this.#timer);
      try {
        const answer = await fetch(`${home}/widget/state.json?${asked}`, {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          headers: this.#tag ? { 'if-none-match': this.#tag } : {},
        });
        if (asked !== this.#asked) return;
        if (answer.ok) {
          this.#tag = answer.headers.get('etag');
          this.#state = await answer.json();
          if (asked === this.#asked) this.#show();
        }
      } catch {
        // No network, or a policy that forbids it: what is shown stays, and it asks again.
      }
      if (asked !== this.#asked || !this.isConnected || document.hidden) return;
      this.#askIn(EVERY * (1 + Math.random() / 4));
      this.#follow();
    }

    /** @param {number} ms */
    #askIn(ms) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(), ms);
    }

    /** Hears at once of what opens and closes, where the server says it; else asking now and then has to do. */
    #follow() {
      const { follow } = this.#state ?? {};
      if (!follow || this.#source || typeof EventSource === 'undefined') return;
      const source = new EventSource(`${home}${follow}`);
      this.#source = source;
      source.addEventListener('next', ({ data }) => {
        if (!String(data).includes('HEARTBEAT')) this.#askIn(Math.random() * SOON);
      });
      source.addEventListener('error', () => {
        // The browser comes again by itself, unless it was refused.
        if (source.readyState === EventSource.CLOSED && this.#source === source) this.#source = undefined;
      });
    }

    #show() {
      const state = this.#state;
      const level = /^[1-6]$/.test(this.getAttribute('level') ?? '') ? this.getAttribute('level') : '2';
      const focused = this.#root.activeElement?.getAttribute('href');
      const section = element('section', undefined, { lang: state.lang, 'aria-labelledby': 'heading' });
      section.append(element(`h${level}`, state.heading, { id: 'heading' }));
      if (state.finished) section.append(element('p', state.finished));
      if (state.cards.length > 0) {
        const list = element('ul');
        for (const card of state.cards) {
          const item = element('li');
          item.append(link(card.title, card.url, { lang: card.language }), element('small', card.meta));
          list.append(item);
        }
        section.append(list);
      } else section.append(element('p', state.none));
      if (state.event) {
        const { title, when, url, register } = state.event;
        const about = element('p');
        about.append(element('strong', title), element('small', when));
        const way = element('p');
        way.append(link(register, url, { class: 'go' }));
        section.append(about, way);
      }
      const foot = element('p');
      foot.append(link(state.more.text, state.more.url));
      section.append(foot);
      this.#root.replaceChildren(section);
      if (focused)
        for (const each of section.querySelectorAll('a'))
          if (each.getAttribute('href') === focused) return each.focus({ preventScroll: true });
    }
  }

  /** A frame is as high as what is in it, where the page around it has this script too: one tells, the other listens. */
  const [LEAST, MOST] = [80, 4_000];
  if (location.origin === home && location.pathname === '/widget' && parent !== window) {
    const tell = () => {
      const { marginTop, marginBottom } = getComputedStyle(document.body);
      const margins = parseFloat(marginTop) + parseFloat(marginBottom);
      parent.postMessage({ strikeboardHeight: Math.ceil(document.body.offsetHeight + margins) }, '*');
    };
    addEventListener('load', () => new ResizeObserver(tell).observe(document.body));
  } else {
    addEventListener('message', ({ origin, data, source }) => {
      const height = data?.strikeboardHeight;
      if (origin !== home || !(height >= LEAST && height <= MOST)) return;
      for (const frame of document.querySelectorAll('iframe'))
        if (frame.contentWindow === source) frame.height = String(height);
    });
  }

  if (!customElements.get('strikeboard-widget'))
    customElements.define('strikeboard-widget', StrikeboardWidget);
  if (
    script instanceof HTMLScriptElement &&
    Object.keys(script.dataset).some((name) => ASKED.includes(name))
  ) {
    const made = document.createElement('strikeboard-widget');
    for (const [name, value] of Object.entries(script.dataset)) if (value) made.setAttribute(name, value);
    script.after(made);
  }
})();
