import { NotificationsChangedDocument, type NotificationsChangedSubscription } from '#web/gql/graphql.ts';
import { createContext } from 'svelte';
import type { PageLine } from '#web/live/page-line.ts';

/** What the person on this page has not read, as far as it was told live. */
export class News {
  /** Null until something was heard: the page's own number holds. */
  unread: number | null = $state(null);
  /** Id of the newest notification. */
  latestId: string | null = $state(null);

  /** Listens until the returned function is called, for another person or none. */
  follow(line: PageLine): () => void {
    const operation = {
      query: NotificationsChangedDocument.toString(),
      operationName: 'NotificationsChanged',
      variables: {},
    };
    const stop = line.follow(operation, {
      next: (data) => {
        const { unread, latest } = (data as NotificationsChangedSubscription).notificationsChanged;
        this.unread = unread;
        this.latestId = latest?.id ?? null;
      },
    });
    return () => {
      stop();
      this.unread = null;
      this.latestId = null;
    };
  }
}

/** `useNews()` gives a component what is new for the person on this page; the root layout sets it. */
export const [useNews, setNews] = createContext<News>();
