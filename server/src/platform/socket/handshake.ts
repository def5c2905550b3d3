import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { handleProtocols } from 'graphql-ws';

/** How a socket begins. */
export interface Handshake {
  /** The subprotocol both speak; empty where the other end asked for none that we do. */
  protocol: string;
  /** Whether the other end reads messages that are compressed, and may send such. */
  compresses: boolean;
  /** The answer after which the line is a socket. */
  answer: string;
}

/** What RFC 6455, section 4.2.2 adds to a key. */
const ADDED_TO_KEYS = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const KEY = /^[+/0-9A-Za-z]{22}==$/;
const VERSIONS = new Set(['13', '8']);

const TOKEN = String.raw`[!#$%&'*+.^_\x60|~0-9A-Za-z-]+`;
const PARAMETER = String.raw`\s*;\s*${TOKEN}(?:\s*=\s*(?:${TOKEN}|"${TOKEN}"))?`;
const EXTENSION = new RegExp(String.raw`^\s*(${TOKEN})((?:${PARAMETER})*)\s*$`);

/** Reads a request to become a socket: RFC 6455, section 4.2. Returns the status of a refusal where it is none. */
export function readHandshake(request: IncomingMessage): Handshake | 400 | 405 {
  const { method, headers } = request;
  const key = headers['sec-websocket-key'] ?? '';
  if (method !== 'GET') return 405;
  if (headers.upgrade?.toLowerCase() !== 'websocket' || !KEY.test(key)) return 400;
  if (!VERSIONS.has(headers['sec-websocket-version'] ?? '')) return 400;
  const compresses = mayCompress(headers['sec-websocket-extensions']);
  if (compresses === undefined) return 400;
  const asked = headers['sec-websocket-protocol'];
  const protocol = (asked !== undefined && handleProtocols(asked)) || '';
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${createHash('sha1')
      .update(key + ADDED_TO_KEYS)
      .digest('base64')}`,
    ...(protocol === '' ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
    ...(compresses ? [`Sec-WebSocket-Extensions: ${COMPRESSION}`] : []),
  ];
  return { protocol, compresses, answer: `${lines.join('\r\n')}\r\n\r\n` };
}

/** Nothing is remembered from one message to the next: so one message serves all, and no socket holds a window. */
const COMPRESSION = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover';

/**
 * Whether one of the offers of RFC 7692 fits: ours is a window of 32 kB, which an offer may not limit, and what is not
 * in that standard we do not know. Undefined for a header that cannot be read.
 */
function mayCompress(header: string | undefined): boolean | undefined {
  if (header === undefined || header.trim() === '') return false;
  let fits = false;
  for (const offer of header.split(',')) {
    const [, name, parameters = ''] = EXTENSION.exec(offer) ?? [];
    if (name === undefined) return undefined;
    fits ||= name === 'permessage-deflate' && isOurs(parameters);
  }
  return fits;
}

function isOurs(parameters: string): boolean {
  const names = new Set<string>();
  return parameters
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .every((each) => {
      const [name = '', value] = each.split('=').map((part) => part.trim().replaceAll('"', ''));
      const isNew = !names.has(name);
      names.add(name);
      switch (name) {
        case 'server_no_context_takeover':
        case 'client_no_context_takeover':
          return isNew && value === undefined;
        case 'client_max_window_bits':
          return isNew && (value === undefined || /^(?:[89]|1[0-5])$/.test(value));
        case 'server_max_window_bits':
          return isNew && value === '15';
        default:
          return false;
      }
    });
}
