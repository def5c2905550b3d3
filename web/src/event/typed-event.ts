import type {
  EventAsReadInput,
  EventKind,
  EventPart,
  EventPrice,
  EventWrittenFragment,
  Sensitivity,
  Skill,
} from '#web/gql/graphql.ts';
import { meantWall } from './wall-fold.ts';

/** A session as it is typed. */
export interface TypedSession {
  id: string | null;
  title: string;
  presenter: string;
  skill: Skill | '';
  /** More skills than the form shows, and links, as they came. */
  skills: Skill[];
  materials: { label: string; url: string }[];
  material: string;
  startsWall: string | null;
  minutes: number;
}

/** An event as it is typed: what somebody changes as one is a field. */
export interface TypedEvent {
  title: string;
  kind: EventKind;
  timeZone: string;
  startsWall: string | null;
  endsWall: string | null;
  place: string;
  online: boolean;
  streamUrl: string;
  roomCapacity: string;
  onlineCapacity: string;
  story: string;
  chair: string;
  speakers: { name: string; role: string; line: string }[];
  parties: { part: EventPart; name: string; organizationId: string | null }[];
  sessions: TypedSession[];
  hashtag: string;
  languages: string[];
  accessibility: string;
  price: EventPrice;
  priceWords: string;
  sensitivity: Sensitivity;
}

export const blankEvent = (timeZone: string, language: string): TypedEvent => ({
  ...{
    title: '',
    kind: 'CONVERSATION',
    timeZone,
    startsWall: null,
    endsWall: null,
    place: '',
    online: false,
  },
  ...{ streamUrl: '', roomCapacity: '', onlineCapacity: '', story: '', chair: '', speakers: [], parties: [] },
  ...{ sessions: [], hashtag: '', languages: [language], accessibility: '', price: 'FREE', priceWords: '' },
  sensitivity: 'PUBLIC',
});

export const blankSession = (startsWall: string | null): TypedSession => ({
  ...{ id: null, title: '', presenter: '', skill: '', skills: [], materials: [], material: '' },
  ...{ startsWall, minutes: 45 },
});

/** What is saved, as the form shows it. */
export function toTyped(event: EventWrittenFragment): TypedEvent {
  const { sessions, parties, streamUrl, roomCapacity, onlineCapacity } = event;
  return {
    ...{ title: event.title, kind: event.kind, timeZone: event.timeZone },
    ...{ startsWall: event.startsWall, endsWall: event.endsWall, place: event.place, online: event.online },
    ...{
      streamUrl: streamUrl ?? '',
      roomCapacity: digits(roomCapacity),
      onlineCapacity: digits(onlineCapacity),
    },
    ...{ story: event.story, chair: event.chair, hashtag: event.hashtag, languages: event.languages },
    ...{ accessibility: event.accessibility, price: event.price, priceWords: event.priceWords },
    sensitivity: event.sensitivity,
    speakers: event.speakers.map(({ name, role, line }) => ({ name, role, line })),
    parties: parties.map(({ part, name, organization }) => ({
      ...{ part, name },
      organizationId: organization?.id ?? null,
    })),
    sessions: sessions.map(({ id, title, presenter, skills, materials, startsWall, minutes }) => ({
      ...{ id, title, presenter, skill: skills[0] ?? '', skills, startsWall, minutes },
      materials: materials.map(({ label, url }) => ({ label, url })),
      material: materials[0]?.url ?? '',
    })),
  };
}

/** What was typed, as the server takes it; of fields that are not there, nothing. Clocks hang in `timeZone`. */
export function toInput(typed: Partial<TypedEvent>, timeZone: string): EventAsReadInput {
  const { sessions, speakers, parties, roomCapacity, onlineCapacity, streamUrl, ...more } = typed;
  const { startsWall, endsWall, ...plain } = more;
  return {
    ...plain,
    ...(startsWall && { startsWall: meantWall(startsWall, timeZone) }),
    ...(endsWall && { endsWall: meantWall(endsWall, timeZone) }),
    ...(streamUrl !== undefined && { streamUrl: streamUrl.trim() || null }),
    ...(roomCapacity !== undefined && { roomCapacity: number(roomCapacity) }),
    ...(onlineCapacity !== undefined && { onlineCapacity: number(onlineCapacity) }),
    ...(speakers && { speakers: speakers.filter(({ name }) => name.trim()) }),
    ...(parties && { parties: parties.filter(({ name }) => name.trim()) }),
    ...(sessions && {
      sessions: sessions.filter(({ title }) => title.trim()).map((each) => toSession(each, timeZone)),
    }),
  };
}

function toSession(session: TypedSession, timeZone: string) {
  const { id, title, presenter, skill, skills, material, materials, startsWall, minutes } = session;
  const [first, ...others] = materials;
  const url = material.trim();
  return {
    ...{ id, title, presenter, startsWall: meantWall(startsWall ?? '', timeZone), minutes },
    skills: skill === (skills[0] ?? '') ? skills : skill ? [skill, ...skills.slice(1)] : skills.slice(1),
    materials: url === (first?.url ?? '') ? materials : url ? [{ label: '', url }, ...others] : others,
  };
}

const digits = (value: number | null | undefined) => (value == null ? '' : String(value));
const number = (text: string) => (text.trim() === '' ? null : Number(text));
