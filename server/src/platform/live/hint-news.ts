import type { PresenceNews } from './hints.ts';
import type { Hint } from './hints.ts';

/** What one replica tells the others. */
export type News = Hint | PresenceNews;

/** Equal for news of which the later makes the earlier superfluous. */
export function subjectOf(news: News): string {
  const [kind, subject] = Object.entries(news)[0] as [string, unknown];
  return `${kind} ${String(subject)}`;
}

/** The board, or other log, that news is about; null for what concerns every replica. */
export function logOf(news: News): string | null {
  if ('presence' in news) return news.presence;
  return 'revision' in news ? (Object.values(news)[0] as string) : null;
}

/** As few payloads as hold all the news, each below a limit in bytes. */
export function inPayloads(replica: string, list: readonly News[], limitBytes: number): string[] {
  const payloads: string[] = [];
  let parts: string[] = [];
  let bytes = 0;
  const seal = () => payloads.push(`{"from":"${replica}","news":[${parts.join(',')}]}`);
  for (const part of list.map((news) => JSON.stringify(news))) {
    if (parts.length > 0 && bytes + part.length > limitBytes - 100) {
      seal();
      parts = [];
      bytes = 0;
    }
    parts.push(part);
    bytes += part.length + 1;
  }
  if (parts.length > 0) seal();
  return payloads;
}

/** Whoever reaches the carrier may write there, so a payload of another shape is left aside. */
export function readPayload(payload: string): { from: string; news: News[] } | null {
  try {
    const batch = JSON.parse(payload) as { from?: unknown; news?: unknown };
    if (typeof batch.from !== 'string' || !Array.isArray(batch.news)) return null;
    return { from: batch.from, news: batch.news.filter(isNews) };
  } catch {
    return null;
  }
}

/** The field that comes first names the kind, and its value the subject. */
function isNews(value: unknown): value is News {
  if (typeof value !== 'object' || value === null) return false;
  const [first] = Object.values(value);
  if (typeof first !== 'string' && first !== true) return false;
  if ('revision' in value || 'board' in value)
    return typeof first === 'string' && 'revision' in value && Number.isInteger(value.revision);
  return !('presence' in value) || isPresence(value);
}

const isPresence = (value: object): boolean =>
  'presence' in value &&
  typeof value.presence === 'string' &&
  'sessions' in value &&
  Array.isArray(value.sessions) &&
  'others' in value &&
  typeof value.others === 'number' &&
  'people' in value &&
  Array.isArray(value.people);
