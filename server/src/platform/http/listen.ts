import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCode, StartupError } from '../startup/startup-error.ts';

/**
 * Connections that may wait until they are taken, as far as the system allows (Linux: `net.core.somaxconn`, 4096). With
 * Node's own 511 a thousand that come in one moment push others out, who knock again after one, three and seven seconds.
 */
const BACKLOG = 8_192;

interface Place {
  port: number;
  host: string;
  /** The settings they came from, for whoever has to mend them. */
  portSetting?: string;
  hostSetting?: string;
}

/** Takes a port, 0 any free one, and returns it. Refuses, with a StartupError, what cannot be had. */
export function listen(server: Server, place: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, place)));
    server.listen(place.port, place.host, BACKLOG, () => resolve((server.address() as AddressInfo).port));
  });
}

function explainListenError(
  error: Error,
  { port, host, portSetting = 'PORT', hostSetting = 'HOST' }: Place,
): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use: stop what listens there, or choose another one with ${portSetting}.`,
    EACCES: `Port ${port} is not allowed for this account: choose one above 1023 with ${portSetting}.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: correct ${hostSetting}.`,
    ENOTFOUND: `This machine has no address ${host}: correct ${hostSetting}.`,
  };
  const sentence = sentences[errorCode(error)];
  return sentence === undefined ? error : new StartupError(sentence);
}
