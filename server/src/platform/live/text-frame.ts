/** First byte: the only frame of its message (FIN), and of type text. */
const WHOLE_TEXT = 0x81;

/**
 * A text message as a server writes it to the wire: RFC 6455, section 5.2. Frames of a server are not masked, so
 * one frame serves every socket.
 */
export function textFrame(...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([frameHead(length), ...parts]);
}

function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.of(WHOLE_TEXT, length);
  if (length < 65_536) return Buffer.of(WHOLE_TEXT, 126, length >> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head.set([WHOLE_TEXT, 127]);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
