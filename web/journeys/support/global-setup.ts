import { unpackChromium } from './browser.ts';

/** Unpacks the browser before the first journey, so that no journey's time pays for it. */
export default async function setUp(): Promise<void> {
  if (!process.env.CHROMIUM) await unpackChromium();
}
