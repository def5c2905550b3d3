import { connect, type Socket } from 'node:net';
import { type LoadOrder, type LoadReport, OWN_NUMBER } from './http-load.ts';
import { answerOrders } from './answer-orders.ts';

// A process of its own, which does as little as a client can: it writes the same request again as soon as the answer
// to the one before is whole, and reads of an answer its status and length.

const END_OF_HEAD = '\r\n\r\n';

/** One connection; resolves to what it got when the time is over. */
function keepAsking(order: LoadOrder, number: number, endsAt: number): Promise<LoadReport> {
  const { port } = order;
  const request = order.request.replace(OWN_NUMBER, String(number).padStart(OWN_NUMBER.length, '0'));
  const report: LoadReport = { answers: 0, failures: 0, bytes: 0 };
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setNoDelay(true);
    let head = Buffer.alloc(0);
    let missing = -1;
    socket.on('error', reject);
    socket.on('data', (data: Buffer) => {
      report.bytes += data.length;
      if (missing < 0) {
        head = Buffer.concat([head, data]);
        const end = head.indexOf(END_OF_HEAD);
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        const length = /content-length: (\d+)/i.exec(text)?.[1];
        if (length === undefined) return reject(new Error(`No length: ${text.slice(0, 200)}`));
        if (!text.startsWith('HTTP/1.1 200')) report.failures += 1;
        missing = Number(length) - (head.length - end - END_OF_HEAD.length);
      } else missing -= data.length;
      if (missing > 0) return;
      report.answers += 1;
      head = Buffer.alloc(0);
      missing = -1;
      if (performance.now() < endsAt) return void socket.write(request);
      socket.destroy();
      resolve(report);
    });
  });
}

async function carryOut(order: LoadOrder): Promise<LoadReport> {
  const endsAt = performance.now() + order.seconds * 1_000;
  const all = await Promise.all(
    Array.from({ length: order.connections }, (_each, index) => keepAsking(order, index, endsAt)),
  );
  const sum = (of: (report: LoadReport) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    answers: sum(({ answers }) => answers),
    failures: sum(({ failures }) => failures),
    bytes: sum(({ bytes }) => bytes),
  };
}

answerOrders(carryOut);
