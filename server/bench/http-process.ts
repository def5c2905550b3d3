import 'reflect-metadata';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import fastify from 'fastify';
import { createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import { createContext } from '../src/core/access/context.ts';
import { createSchema } from '../src/app/schema.ts';
import { createTestServices } from '../test/support/services.ts';
import { startApp } from '../test/support/start-app.ts';
import { answerOrders } from './answer-orders.ts';

// One server in a process of its own: ours, whole, or another over the same schema, resolvers and database.

export type HttpServerName = 'strikeboard' | 'mercurius' | 'yoga' | 'apollo';
type Order =
  { open: HttpServerName; databaseUrl: string; environment?: Record<string, string> } | { report: 'cpu' };

async function open(
  name: HttpServerName,
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<number> {
  if (name === 'strikeboard') return Number(new URL((await startApp(databaseUrl, environment)).url).port);
  const services = await createTestServices(databaseUrl);
  const schema = await createSchema();
  const context = () => createContext(services, { viewer: null, requestId: 'bench' });
  switch (name) {
    case 'mercurius': {
      const app = fastify();
      await app.register(mercurius, { schema, context, jit: 1 });
      await app.listen({ port: 0, host: '127.0.0.1' });
      return (app.server.address() as AddressInfo).port;
    }
    case 'yoga':
      return await listening(createYoga({ schema, context, logging: false }));
    case 'apollo': {
      const apollo = new ApolloServer({ schema });
      await apollo.start();
      return await listening((request, response) => {
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => {
          const headers = new HeaderMap([['content-type', 'application/json']]);
          const body: unknown = JSON.parse(Buffer.concat(parts).toString());
          void apollo
            .executeHTTPGraphQLRequest({
              httpGraphQLRequest: { method: 'POST', headers, search: '', body },
              context: async () => context(),
            })
            .then((answer) => {
              for (const [header, value] of answer.headers) response.setHeader(header, value);
              response.end(answer.body.kind === 'complete' ? answer.body.string : '');
            });
        });
      });
    }
  }
}

async function listening(handler: RequestListener): Promise<number> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function carryOut(order: Order): Promise<object> {
  if ('open' in order) return { port: await open(order.open, order.databaseUrl, order.environment) };
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1_000 };
}

answerOrders(carryOut);
