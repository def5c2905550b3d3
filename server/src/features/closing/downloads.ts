import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { mayManageCampaign } from '../../core/campaign/campaign-rights.ts';
import { readCampaignBySlug } from '../../core/campaign/read-campaigns.ts';
import { readSession } from '../../core/access/session-cookie.ts';
import { readerOf } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import { exportCampaign } from './export-campaign.ts';
import { exportPerson } from './export-person.ts';
import type { MadeFile } from '../../platform/db/exports.ts';
import type { Door } from '../../platform/http/door.ts';

/** Files that one person takes at once. */
const MOST_OF_ONE = 2;
/** How long one may take, however slow the line (ms). */
const LONGEST_MS = 15 * 60_000;

/**
 * `/export/me.json` for whoever is signed in, `/export/campaign/<slug>.zip` for organizers of the local and
 * coordinators. A campaign that one may not read is answered like one that is not there.
 */
export function createDownloads(services: Services): Door {
  /** How many downloads of files each person has under way. */
  const holding = new Map<string, number>();
  const holdOne = (personId: string): (() => void) | null => {
    const count = holding.get(personId) ?? 0;
    if (count >= MOST_OF_ONE) return null;
    holding.set(personId, count + 1);
    return () => {
      const left = (holding.get(personId) ?? 1) - 1;
      if (left > 0) holding.set(personId, left);
      else holding.delete(personId);
    };
  };
  const answer = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET') {
      response.setHeader('allow', 'GET');
      return say(response, 405, 'Ask by GET.');
    }
    const viewer = await readSession(services, request);
    const slug = /^\/export\/campaign\/([a-z0-9-]{1,100})\.zip$/.exec(path)?.[1];
    if (path !== '/export/me.json' && slug === undefined) return say(response, 404, 'There is nothing here.');
    if (!viewer) return say(response, 401, 'Sign in first.');
    if (slug === undefined) {
      const json = await exportPerson(services, viewer.personId);
      offer(response, 'application/json; charset=utf-8', 'strikeboard-me.json', Buffer.byteLength(json));
      return void response.end(json);
    }
    const campaign = await readCampaignBySlug(services.orm.em.fork(), readerOf(viewer), slug);
    if (!campaign) return say(response, 404, 'We cannot find this campaign, or you may not see it.');
    if (!mayManageCampaign(viewer, { organizationId: campaign.organizationId, campaignId: campaign.id }))
      return say(response, 403, 'Only organizers of this local can do this.');
    const held = holdOne(viewer.personId);
    if (!held) return say(response, 429, 'Two downloads of yours are under way: let one end first.');
    try {
      await send(await exportCampaign(services, campaign.id), response, `${slug}.zip`);
    } finally {
      held();
    }
  };
  return {
    below: '/export/',
    isCounted: true,
    isOwnOnly: true,
    answer: async (...asked) => {
      await answer(...asked);
      return true;
    },
  };
}

/** Sends a file, and gives it up whether or not somebody took all of it. */
async function send(file: MadeFile, response: ServerResponse, name: string): Promise<void> {
  try {
    offer(response, 'application/zip', name, file.size);
    await pipeline(file.reader, response, { signal: AbortSignal.timeout(LONGEST_MS) });
  } finally {
    file.drop();
  }
}

function offer(response: ServerResponse, type: string, name: string, size: number): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': size,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
