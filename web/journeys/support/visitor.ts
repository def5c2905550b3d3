import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { JoinDocument, type Skill, type TypedDocumentString } from '../../src/gql/graphql.ts';
import { ask } from './ask.ts';
import { becomeDemoPerson, type DemoPart } from './demo-person.ts';

/** Generous, since a loaded machine is slow; a promise about time has its own limit in its journey. */
const PATIENCE_MS = 12_000;

/** One person at one browser window. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The server's address. */
  readonly url: string;
  readonly #problems: string[];
  readonly #allowed: RegExp[] = [];

  /** Opens the window's first page and listens for whatever goes wrong in any of its pages. */
  static async enter(context: BrowserContext, url: string): Promise<Visitor> {
    context.setDefaultTimeout(PATIENCE_MS);
    await delayAnswers(context);
    const problems: string[] = [];
    context.on('page', (page) => {
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        // A violation of the content security policy is one of these, too.
        if (message.type() !== 'error') return;
        // Now and then a browser looks by itself for a newer worker, and says so where a server is restarting.
        if (message.text() === 'An unknown error occurred when fetching the script.') return;
        const { url } = message.location();
        problems.push(`${page.url()}: ${message.text()} (${url})`);
      });
    });
    return new Visitor(context, await context.newPage(), url, problems);
  }

  private constructor(context: BrowserContext, page: Page, url: string, problems: string[]) {
    this.url = url;
    this.context = context;
    this.page = page;
    this.#problems = problems;
  }

  /** What went wrong in this window, apart from what the journey brought about itself. */
  problems(): string[] {
    return this.#problems.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)));
  }

  /** The journey breaks something on purpose, and the browser logs it. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Runs one operation as this person without the page, as the seed of a story; refusals throw. */
  ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    return ask(this.context.request, document, variables);
  }

  /** Joins without the page, for stories that begin later. Returns the recovery code. */
  async join(handle: string, skills: Skill[] = ['WRITING'], languages = ['en']): Promise<string> {
    const { join } = await this.ask(JoinDocument, { input: { handle, skills, languages } });
    return join.recoveryCode ?? '';
  }

  /** Becomes somebody of the demo, without the page. */
  async tryAs(part: DemoPart): Promise<void> {
    await becomeDemoPerson(this.context.request, part);
  }

  /** A button, link, field or other element as this person would name it. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }
  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Waits until these words are in sight. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Waits for an answer of few words, as "Saved": exactly these, since longer texts that stood before hold them too. */
  async isTold(words: string): Promise<void> {
    await this.page.getByText(words, { exact: true }).filter({ visible: true }).first().waitFor();
  }

  /** Waits until these words are nowhere in sight. */
  async seesNoMore(text: string | RegExp): Promise<void> {
    await expect
      .poll(() => this.page.getByText(text).filter({ visible: true }).count(), { timeout: PATIENCE_MS })
      .toBe(0);
  }
}

/**
 * With `JOURNEY_DELAY_MS` every question to the API and every form waits so long before it leaves: a journey that goes
 * on before it was answered fails then by its own fault, and not once a week on a loaded machine.
 */
async function delayAnswers(context: BrowserContext): Promise<void> {
  const delay = Number(process.env.JOURNEY_DELAY_MS ?? 0);
  if (!delay) return;
  await context.route(
    ({ pathname, search }) => pathname === '/graphql' || search.startsWith('?/'),
    async (route) => {
      await new Promise((done) => setTimeout(done, delay));
      await route.continue().catch(() => undefined);
    },
  );
}
