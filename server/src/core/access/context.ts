import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Balance } from '../../platform/budget/budgets.ts';
import type { Em } from '../../platform/db/orm.ts';
import { type Reader, readerOf, type Viewer } from './viewer.ts';
import type { Services } from '../../platform/services.ts';
import { Loaders } from './loaders.ts';
import type { NodeName } from '../../platform/graphql/global-id.ts';
import type { Node } from '../../platform/graphql/node.type.ts';
import type { TokenPass } from './token-scope.ts';

/** What one operation carries through its resolvers. */
export interface Context {
  /** They know the token by which a tool acts, so that whatever is done with them says so. */
  services: Services;
  /** A fresh unit of work. */
  em: Em;
  /** Batched reads, for this operation only. */
  loaders: Loaders;
  /** The signed-in person; null when signed out, and in the live stream, which reads for a class of viewers. */
  viewer: Viewer | null;
  reader: Reader;
  /** The HTTP exchange; null on the WebSocket. Only joining and leaving need it, for the cookie. */
  http: { request: IncomingMessage; response: ServerResponse } | null;
  requestId: string;
  /** What came that could not be reckoned before: the cards of a snapshot. */
  counted: { cards: number };
  /** How the purse stood from which this operation was paid; nothing in a stream. */
  balance?: Balance;
}

/** The context of one operation. Without a reader, the viewer reads as the person they are. */
export function createContext(
  services: Services,
  given: {
    viewer: Viewer | null;
    reader?: Reader;
    http?: Context['http'];
    requestId: string;
  },
): Context {
  const { viewer, reader = readerOf(viewer), http = null, requestId } = given;
  const { token } = viewer ?? {};
  let em: Em | undefined;
  let loaders: Loaders | undefined;
  // Made when first asked for: those who begin a stream, by the thousand, need neither.
  const context: Context = {
    services: token ? { ...services, tool: token } : services,
    ...{ viewer, reader, http, requestId, counted: { cards: 0 } },
    get em() {
      return (em ??= services.orm.em.fork());
    },
    get loaders() {
      return (loaders ??= new Loaders({
        get em() {
          return context.em;
        },
        reader,
        viewerId: viewer?.personId ?? null,
      }));
    },
  };
  return context;
}

declare module '../../platform/services.ts' {
  interface Services {
    /** The token by which a tool acts for its person; none where somebody acts by themselves, or a clock does. */
    tool?: TokenPass;
  }
}
declare module '../../platform/feature.ts' {
  interface Feature {
    /** How `node(id)` finds its objects: each by its own rule; null for what is not there or may not be read. */
    readonly nodes?: Partial<Record<NodeName, (context: Context, uuid: string) => Promise<Node | null>>>;
    /** The same for what a row and a number name together. */
    readonly parts?: Partial<
      Record<NodeName, (context: Context, uuid: string, part: number) => Promise<Node | null>>
    >;
  }
}
