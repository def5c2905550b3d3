// A receiver of webhooks as a process of its own: verifies by `standardwebhooks`, keeps what it took in a file, and takes
// nothing twice by its id. Started with a port, a file, and the secret in its environment.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const [port, file] = process.argv.slice(2);
const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
const known = new Set(lines.map((line) => JSON.parse(line).id));
const signer = new Webhook(process.env.SECRET);

createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const id = request.headers['webhook-id'];
  try {
    signer.verify(body, request.headers);
  } catch (error) {
    response.writeHead(401).end(String(error));
    return;
  }
  // Written before it is answered: who dies in between hears it again.
  const isAgain = known.has(id);
  if (!isAgain) {
    known.add(id);
    appendFileSync(file, `${JSON.stringify({ id, message: JSON.parse(body) })}\n`);
  }
  response.writeHead(isAgain ? 200 : 204).end();
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
