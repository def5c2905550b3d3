import { build } from '../../../server/test/support/build.ts';
import { unpackChromium } from './browser.ts';

/** Builds what the journeys run and unpacks the browser, so that no journey's time pays for it. */
export default async function setUp(): Promise<void> {
  await build();
  if (!process.env.CHROMIUM) await unpackChromium();
}
