import { Agent, request } from 'node:http';

/** Asks one server over kept connections, as a browser does. */
export class Asker {
  readonly #url: URL;
  readonly #agent: Agent;
  readonly #address: string | undefined;

  /** `address` is whom a proxy would name, for a server that believes one. */
  constructor(url: string, connections: number, address?: string) {
    this.#address = address;
    this.#url = new URL('/graphql', url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The data of an operation. Refuses an answer with errors of the operation itself. */
  async ask<Data>(token: string, query: string, variables: object): Promise<Data> {
    const { data, errors } = JSON.parse(await this.#post(token, JSON.stringify({ query, variables }))) as {
      data?: Data;
      errors?: object[];
    };
    if (!data || errors) throw new Error(`The server refused: ${JSON.stringify(errors)}`);
    return data;
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(token: string, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const post = request(this.#url, {
        agent: this.#agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: `strikeboard=${token}`,
          ...(this.#address !== undefined && { 'x-forwarded-for': this.#address }),
        },
      });
      post.once('error', reject);
      post.once('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.once('end', () => resolve(text));
        response.once('error', reject);
      });
      post.end(body);
    });
  }
}

interface Payload {
  boardRevision: number | null;
  errors: { code: string }[];
}

/** Runs one of the mutations that want a card, as the pages send it. Refuses a refusal. */
export async function moveCard(
  asker: Asker,
  token: string,
  { query, mutation, card }: { query: string; mutation: string; card: string },
): Promise<void> {
  const data = await asker.ask<Record<string, Payload>>(token, query, { input: { cardId: card } });
  const errors = data[mutation]?.errors ?? [{ code: 'NO_PAYLOAD' }];
  if (errors.length > 0) throw new Error(`${mutation} was refused: ${errors[0]?.code}`);
}
