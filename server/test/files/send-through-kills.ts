import { readFile } from 'node:fs/promises';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { aVideo, TELLTALES } from '../support/a-video.ts';
import { aCard, aHandle, localOnStrike } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { createTestServices } from '../support/services.ts';
import { type ServerProcess, startServer } from '../support/start-server.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { Services } from '../../src/platform/services.ts';
import { begin, offsetOf, type Place, send } from '../support/uploads.ts';

const PIECE = 512 * 1024;

export interface SentThroughKills {
  kills: number;
  /** Bytes that had to be sent again, of all. */
  sentAgain: number;
  /** Whether what came back is what was sent, but for what tells. */
  same: boolean;
  telltales: string[];
  /** The most memory that a server ever had, beyond what it had when it was ready (MB); 0 where nobody says. */
  memoryMb: number;
}

/**
 * Sends a video of so many bytes in pieces while its server is killed again and again in the middle of one, goes on each
 * time where the next server says, and fetches it. It goes to a card, unless `placeOf` makes another place for it.
 */
export async function sendThroughKills(
  size: number,
  kills: number,
  placeOf: (services: Services) => Promise<{ token: string; place: Place }> = aHeldCard,
): Promise<SentThroughKills> {
  const database = await createTestDatabase();
  const services = await createTestServices(database.url);
  const environment = {
    ...{ DATABASE_URL: database.url, DEMO: 'off' as const },
    APP_SECRET: 'a secret for tests, thirty-two characters',
  };
  let server: ServerProcess = await startServer(environment);
  try {
    const { token, place } = await placeOf(services);
    const cookie = `strikeboard=${token}`;
    const sender = () => ({ url: server.url, cookie });
    const { bytes, pictures } = aVideo({ filler: size });
    const begun = await begin(sender(), {
      ...place,
      name: 'march.mp4',
      type: 'video/mp4',
      bytes: bytes.length,
    });
    const address = begun.headers.get('location') ?? '';
    let atFirst = await memoryOf(server.pid);
    let memoryMb = 0;
    let sentAgain = 0;
    let killed = 0;
    let offset = 0;
    while (offset < bytes.length) {
      const isNext = offset > ((killed + 1) * bytes.length) / (kills + 1) && killed < kills;
      const sending = send(sender(), address, offset, bytes.subarray(offset, offset + PIECE)).catch(
        () => null,
      );
      if (!isNext) {
        const answer = await sending;
        if (answer?.status !== 204) throw new Error(`A piece was answered with ${answer?.status}.`);
        offset += Math.min(PIECE, bytes.length - offset);
        continue;
      }
      memoryMb = Math.max(memoryMb, (await memoryOf(server.pid)) - atFirst);
      process.kill(server.pid, 'SIGKILL');
      await Promise.all([server.ended, sending]);
      killed += 1;
      server = await startServer(environment);
      atFirst = await memoryOf(server.pid);
      const before = Math.min(offset + PIECE, bytes.length);
      offset = await offsetOf(sender(), address);
      sentAgain += Math.max(0, before - offset);
    }
    const path = `/files/${toGlobalId('File', address.split('/').at(-1)!)}`;
    const answer = await fetch(`${server.url}${path}`, { headers: { cookie } });
    const come = Buffer.from(await answer.arrayBuffer());
    memoryMb = Math.max(memoryMb, (await memoryOf(server.pid)) - atFirst);
    const { from, to } = pictures;
    return {
      ...{ kills: killed, sentAgain, memoryMb: Math.round(memoryMb) },
      same: come.length === bytes.length && come.subarray(from, to).equals(bytes.subarray(from, to)),
      telltales: TELLTALES.filter((word) => come.includes(word)),
    };
  } finally {
    await server.stop();
    await services.close();
    await database.drop();
  }
}

async function aHeldCard(services: Services): Promise<{ token: string; place: Place }> {
  const strike = await localOnStrike(services);
  const { token, viewer } = await joinAs(services, aHandle());
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  await claimCard(services, viewer.personId, { cardId });
  return { token, place: { cardId } };
}

/** The most that a process has had so far, where the system tells (MB). */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
