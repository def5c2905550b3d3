import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader, type Loaders, type Reading } from '../../core/access/loaders.ts';
import { readerOf, refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { fromGlobalId, type NodeName } from '../../platform/graphql/global-id.ts';
import { notFound, type Refusal, suspended } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, type Notice } from '../notification/notify.ts';

/** What somebody may do with the questions about one thing. */
export interface RightsOn {
  /** Why they may not ask or vote; null for who may. */
  askRefusal: Refusal | null;
  /** Shows, hides, merges and answers. */
  moderates: boolean;
  /** Whether a question is to be read at once, or waits for who moderates. */
  shownAtOnce: boolean;
  /** Where they are to be read; begins with a slash. */
  path: string;
}

/** What a change did to which questions. */
export interface QuestionsChanged {
  what: 'ASKED' | 'VOTED' | 'SHOWN' | 'HIDDEN' | 'MERGED' | 'ANSWERED';
  /** Row ids; none where everything was so before. */
  questions: readonly string[];
  /** Those of them that everybody could read before, and now only those who are asked can. */
  hidden?: readonly string[];
}

/**
 * A noun about whose things one may ask. Who may what is decided by `rights`, of many at once, by whoever reads: what is
 * missing in its answer may not be read. It is asked again within each change. Questions go with their thing by a trigger
 * on its table, as that of `opening.entity.ts`.
 */
export interface AskedAbout {
  /** Where its rows are: a change of questions locks the one they are about. */
  table: string;
  rights(reading: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, RightsOn>>;
  /**
   * Runs a change of the questions about one thing in a transaction of the noun, with that thing locked; a noun with a
   * log appends there what `work` answers. Without it, a plain transaction.
   */
  change?(
    services: Services,
    id: string,
    viewer: Viewer | null,
    work: (em: Em) => Promise<QuestionsChanged>,
  ): Promise<void>;
  /** Row ids of the people who are told that a question waits, in the transaction of `em`. */
  told?(em: Em, id: string): Promise<string[]>;
}

/** One thing about which one asks. */
export interface Subject {
  kind: string;
  /** Row id. */
  id: string;
  about: AskedAbout;
}

/** The thing of a global id. Refuses what one does not ask about, as not found. */
export function subjectOf(services: Services, globalId: string): Subject {
  const parts = fromGlobalId(globalId);
  const subject = parts && subjectAt(services, parts.name, parts.uuid);
  if (!subject) throw notFound('page');
  return subject;
}

/** The same by noun and row; null for a noun about which one does not ask. */
export function subjectAt({ askedAbout }: Services, kind: string, id: string): Subject | null {
  const about = askedAbout.get(kind);
  return about ? { kind, id, about } : null;
}

/** What whoever reads may do there, of many things in one query each noun; null where it may not be read. */
export const rightsLoader = defineLoader<Subject, RightsOn | null, string>(
  (reading) =>
    new DataLoader(
      async (subjects) => {
        const found = new Map<string, RightsOn>();
        for (const [about, alike] of Map.groupBy(subjects, (subject) => subject.about)) {
          const rights = await about.rights(
            reading,
            alike.map(({ id }) => id),
          );
          for (const [id, each] of rights) found.set(`${alike[0]!.kind} ${id}`, each);
        }
        return subjects.map((subject) => found.get(keyOf(subject)) ?? null);
      },
      { cacheKeyFn: keyOf },
    ),
);
const keyOf = ({ kind, id }: Subject) => `${kind} ${id}`;

export const rightsOn = (loaders: Loaders, subject: Subject) => loaders.of(rightsLoader).load(subject);

/** What a change works with: rights as they are within it. */
export interface InHand {
  em: Em;
  viewer: Viewer | null;
  rights: RightsOn;
}

/**
 * The one way to change questions: in the transaction of what they are about, which is locked, with the rights of that
 * moment. Whoever is told is told if it commits. Refuses who may not read it, and who is on hold.
 */
export async function changeQuestions<T>(
  services: Services,
  { about, id }: Subject,
  viewer: Viewer | null,
  work: (at: InHand) => Promise<QuestionsChanged & { result: T; notices?: readonly Notice[] }>,
): Promise<T> {
  const change = about.change ?? inPlainTransaction(about.table);
  let done: { result: T; notices?: readonly Notice[] } | undefined;
  await change(services, id, viewer, async (em) => {
    const actor = viewer && (await refreshViewer(em, viewer));
    const reading = { em, reader: readerOf(actor), viewerId: actor?.personId ?? null };
    const rights = (await about.rights(reading, [id])).get(id);
    if (!rights) throw notFound('page');
    if (actor?.standing === 'SUSPENDED') throw suspended();
    const { what, questions, hidden = [], ...rest } = await work({ em, viewer: actor, rights });
    done = rest;
    return { what, questions, hidden };
  });
  hintNotices(services, done?.notices ?? []);
  return done!.result;
}

const inPlainTransaction =
  (table: string): NonNullable<AskedAbout['change']> =>
  async ({ orm }, id, _viewer, work) => {
    await orm.em.fork().transactional(async (em) => {
      await sql`select from ${sql.table(table)} where id = ${id} for no key update`.execute(em.getKysely());
      await work(em);
    });
  };

declare module '../../platform/feature.ts' {
  interface Feature {
    /** The things of its own about which people may ask, by the noun of their global ids. */
    readonly asksAbout?: Partial<Record<NodeName, AskedAbout>>;
  }
}
declare module '../../platform/services.ts' {
  interface Services {
    /** By noun: about what people may ask. */
    askedAbout: ReadonlyMap<string, AskedAbout>;
  }
}
