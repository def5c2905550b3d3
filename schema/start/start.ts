// Ten minutes with TypeScript: node start.ts (Node 24), without a package. STRIKEBOARD is the address of the board,
// STRIKEBOARD_TOKEN a token of yours, if you have one.
const board = process.env.STRIKEBOARD ?? 'http://localhost:4000';
const token = process.env.STRIKEBOARD_TOKEN;

function send(query: string, accept: string): Promise<Response> {
  return fetch(`${board}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
}

async function ask(query: string): Promise<unknown> {
  const { data, errors } = (await (await send(query, 'application/json')).json()) as Record<string, unknown>;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** One message after the other, as the server sends them. */
async function* follow(subscription: string): AsyncGenerator<unknown> {
  const { body } = await send(subscription, 'text/event-stream');
  let rest = '';
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    const events = (rest + part).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = event
        .split('\n')
        .find((line) => line.startsWith('data: '))
        ?.slice(6);
      if (event.includes('event: next') && data) yield JSON.parse(data);
    }
  }
}

console.log(JSON.stringify(await ask('{ openCards(first: 3) { edges { node { title hours } } } }')));
if (token) console.log(JSON.stringify(await ask('{ viewer { person { handle } } }')));
for await (const message of follow('subscription { openCardsChanged { kind revision opened { title } } }'))
  console.log(JSON.stringify(message));
