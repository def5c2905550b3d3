import { createApi } from '#web/api/api.ts';
import { type CalendarKind, CalendarOfDocument, CalendarPageDocument } from '#web/gql/graphql.ts';
import { fromZonedInput, toZonedInput } from '#web/time/zoned-input.ts';
import { isTimeZone } from '#web/time/time-zone.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { type CalendarView, type Day, daysOf, isDay, plusDays } from './days.ts';
import { calendarKinds } from './kinds.ts';

const views: readonly string[] = ['month', 'week', 'list'] satisfies CalendarView[];

export const load: PageServerLoad = async ({ fetch, locals, parent, url }) => {
  const chosen = url.searchParams;
  const api = createApi(fetch);
  const { timeZone: known, viewer } = await parent();
  // On a first visit nobody knows the reader's zone yet: the page says in which it writes.
  const timeZone = isTimeZone(known) ? known : 'UTC';
  const today = toZonedInput(new Date().toISOString(), timeZone).slice(0, 10);
  const view = (views.find((each) => each === chosen.get('view')) ?? 'month') as CalendarView;
  const asked = chosen.get('on');
  const on = isDay(asked) ? asked : today;
  const days = daysOf(view, on, firstDayOf(locals.language));
  const kinds = chosen.getAll('kind').filter((kind): kind is CalendarKind => calendarKinds.includes(kind));
  const mine = viewer !== null && chosen.get('mine') === '1';
  const of = chosen.get('of');
  const owner =
    of === null ? null : ((await api.ask(CalendarOfDocument, { id: of }).catch(() => null))?.node ?? null);
  const isCampaign = owner?.__typename === 'Campaign';
  const isOrganization = owner?.__typename === 'Organization';

  const [{ calendar }, calendarWords] = await Promise.all([
    api.ask(CalendarPageDocument, {
      from: momentOf(days[0]!, timeZone),
      to: momentOf(plusDays(days.at(-1)!, 1), timeZone),
      kinds: kinds.length > 0 ? kinds : null,
      mine,
      campaignId: isCampaign ? owner.id : null,
      organizationId: isOrganization ? owner.id : null,
    }),
    loadMessages(locals.language, 'calendar'),
  ]);
  if (!calendar) error(503, 'Unavailable');
  return {
    calendarWords,
    calendar,
    view,
    on,
    today,
    days,
    kinds,
    mine,
    zone: timeZone,
    owner: isCampaign || isOrganization ? owner : null,
  };
};

/** The first moment of a day: not midnight where the clocks skip it. */
const momentOf = (day: Day, timeZone: string) =>
  fromZonedInput(`${day}T00:00`, timeZone) ?? `${day}T00:00:00.000Z`;

/** With which day a week begins where the language is spoken most. Engines name it by a method or a property. */
function firstDayOf(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
