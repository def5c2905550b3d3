import { afterEach, expect, test, vi } from 'vitest';
import { Moments } from './moments.svelte.ts';
import { browserZone, isTimeZone, usableZone } from './time-zone.ts';

afterEach(() => vi.unstubAllGlobals());

/** A device whose setting is `zone`. */
function deviceIn(zone: string | undefined) {
  const { DateTimeFormat } = Intl;
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (...args) {
    const format = new DateTimeFormat(...args);
    if (args[1]?.timeZone) return format;
    return Object.assign(format, {
      resolvedOptions: () => ({ ...DateTimeFormat.prototype.resolvedOptions.call(format), timeZone: zone }),
    });
  });
}
afterEach(() => vi.restoreAllMocks());

test.each(['Etc/Unknown', 'Nowhere/Here', '+02:00', 'GMT+2', 'CST', '', undefined])(
  'a device in %j has no zone of its own',
  (zone) => {
    expect(isTimeZone(zone)).toBe(false);
    deviceIn(zone);
    expect(browserZone()).toBeNull();
  },
);

test.each(['Europe/Madrid', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'])(
  'a device in %s has one',
  (zone) => {
    deviceIn(zone);
    expect(browserZone()).toBe(zone);
  },
);

test('moments fall back to the campaign’s zone, then to UTC, and say so', () => {
  const at = '2026-03-02T12:00:00Z';
  expect(usableZone('Etc/Unknown', 'Europe/Madrid')).toBe('Europe/Madrid');
  expect(new Moments('en', 'Etc/Unknown').in('America/Chicago').time(at)).toBe('06:00 CST');
  expect(new Moments('en', '+02:00').in('America/Chicago').time(at)).toBe('06:00 CST');
  // A zone that only a newer server knows: the page that names no zones names this one.
  expect(new Moments('en', null).in('Mars/Olympus', false).time(at)).toBe('12:00 UTC');
  expect(new Moments('en', 'Europe/Madrid').in('Mars/Olympus').time(at)).toBe('13:00');
  const moments = new Moments('en', null);
  moments.setReaderZone('Etc/Unknown');
  expect(moments.in('America/Chicago').time(at)).toBe('06:00 CST');
});
