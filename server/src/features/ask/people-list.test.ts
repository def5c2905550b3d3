import { describe, expect, test } from 'vitest';
import { looksLikePeople } from './people-list.ts';

const nine = (one: (index: number) => string) =>
  Array.from({ length: 9 }, (_, index) => one(index)).join('\n');

describe('a list of people is', () => {
  test.each([
    ['e-mail addresses', nine((n) => `Member ${n} m${n}@home.example`)],
    ['addresses in a row', nine((n) => `M${n}@home.example`).replaceAll('\n', '; ')],
    ['numbers of the United States', nine((n) => `Ana ${n}: (312) 555-010${n}`)],
    ['numbers with dots', nine((n) => `312.555.010${n} Ana`)],
    ['numbers with a country', nine((n) => `+1 312 555 010${n}`)],
    ['numbers of Spain', nine((n) => `Luis 61${n} 34 56 78`)],
    ['numbers of France', nine((n) => `01.23.45.67.8${n}`)],
    ['numbers of Mexico', nine((n) => `55 1234 567${n}`)],
    ['numbers without anything between', nine((n) => `312555010${n}`)],
    ['numbers beside dates', nine((n) => `2026-11-2${n} (312) 555-010${n}`)],
  ])('%s', (_what, text) => expect(looksLikePeople(text)).toBe(true));
});

describe('no list of people are', () => {
  test.each([
    ['days', nine((n) => `2026-11-1${n} 18:00-20:00 we met`)],
    ['days of Europe', nine((n) => `1${n}.11.2026 18:00 – 20:30`)],
    ['days of America', nine((n) => `11/1${n}/2026 06:00-14:00`)],
    ['moments without anything between', nine((n) => `2026111${n} 0600, 2026111${n}1800`)],
    ['sums', nine((n) => `$1,250,00${n}.00 and 1 250 00${n} 000 € and 2.500.00${n},00`)],
    ['numbers of cases', nine((n) => `Case 29-CA-30593${n}, docket no. 1:26-cv-0456${n}-ABC`)],
    ['numbers of cases in digits alone', nine((n) => `Case 12345678${n}\nexpediente núm. 98765432${n}`)],
    ['links to events', nine((n) => `https://tickets.example/e/walk-out-12345678901${n}`)],
    ['links without a scheme', nine((n) => `tickets.example/e/walk-out-12345678901${n}`)],
    ['numbers of meetings', nine((n) => `Zoom meeting ID: 812 3456 789${n}`)],
    ['accounts of the open networks', nine((n) => `@local${n}@social.example`)],
    ['one number many times', nine(() => 'Call (312) 555-0101')],
    ['five people', nine((n) => `m${n % 5}@home.example (312) 555-010${n % 5}`)],
  ])('%s', (_what, text) => expect(looksLikePeople(text)).toBe(false));
});
