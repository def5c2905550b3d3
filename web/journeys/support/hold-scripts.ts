import type { BrowserContext } from 'playwright-core';

/** The scripts of the next page are on their way until the function that is returned is called. */
export async function holdScripts(context: BrowserContext): Promise<() => void> {
  let come = () => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await context.route('**/_app/immutable/entry/**', async (route) => {
    await held;
    await route.continue();
  });
  return come;
}
