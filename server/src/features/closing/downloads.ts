import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { mayManage, rightsOf } from '../../core/campaign/campaign-rights.ts';
import { readCampaignBySlug } from '../../core/campaign/read-campaigns.ts';
import { readCaller } from '../../core/access/bearer.ts';
import { readerOf } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import { exportCampaign } from './export-campaign.ts';
import { exportBoardAsCsv, exportBoardAsJson } from './export-board.ts';
import { exportPerson, exportPersonAsCsv } from './export-person.ts';
import type { MadeFile } from '../../platform/db/exports.ts';
import type { Door } from '../../platform/http/door.ts';

/** Files that one person takes at once. */
const MOST_OF_ONE = 2;
/** How long one may take, however slow the line (ms). */
const LONGEST_MS = 15 * 60_000;

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8';

const OWN: ReadonlyMap<
  string,
  { type: string; name: string; make(services: Services, personId: string): Promise<string> }
> = new Map([
  ['/export/me.json', { type: JSON_TYPE, name: 'strikeboard-me.json', make: exportPerson }],
  ['/export/me.csv', { type: CSV_TYPE, name: 'strikeboard-me.csv', make: exportPersonAsCsv }],
]);

const OF_CAMPAIGN = {
  zip: { type: 'application/zip', make: exportCampaign },
  json: { type: JSON_TYPE, make: exportBoardAsJson },
  csv: { type: CSV_TYPE, make: exportBoardAsCsv },
};

/**
 * `/export/me.json` and `.csv` for whoever is signed in; `/export/campaign/<slug>.zip`, `.json` and `.csv` for organizers
 * of the local and coordinators. A campaign that one may not read is answered like one that is not there.
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
    const viewer = await readCaller(services, request).catch(nullIfRefused);
    const [, slug, form] = /^\/export\/campaign\/([a-z0-9-]{1,100})\.(zip|json|csv)$/.exec(path) ?? [];
    const own = OWN.get(path);
    if (!own && slug === undefined) return say(response, 404, 'There is nothing here.');
    if (!viewer) return say(response, 401, 'Sign in first.');
    const { token } = viewer;
    if (token && (own || !token.scopes.has('READ_CAMPAIGN')))
      return say(response, 403, 'This token was not made for that.');
    if (own) {
      const text = await own.make(services, viewer.personId);
      offer(response, own.type, own.name, Buffer.byteLength(text));
      return void response.end(text);
    }
    const campaign = await readCampaignBySlug(services.orm.em.fork(), readerOf(viewer), slug!);
    if (!campaign) return say(response, 404, 'We cannot find this campaign, or you may not see it.');
    const place = { organizationId: campaign.organizationId, campaignId: campaign.id };
    const rights = await rightsOf(services.orm.em.fork(), viewer, place).catch(nullIfRefused);
    if (!rights || !mayManage(rights))
      return say(response, 403, 'Only organizers of this local can do this.');
    const held = holdOne(viewer.personId);
    if (!held) return say(response, 429, 'Two downloads of yours are under way: let one end first.');
    try {
      const { type, make } = OF_CAMPAIGN[form as keyof typeof OF_CAMPAIGN];
      await send(await make(services, campaign.id), response, { type, name: `${slug}.${form}` });
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
async function send(
  file: MadeFile,
  response: ServerResponse,
  { type, name }: { type: string; name: string },
): Promise<void> {
  try {
    offer(response, type, name, file.size);
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
