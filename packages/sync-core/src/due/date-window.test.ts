import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDateBoundary, nextMidnight, startOfDay } from './date-window.js';

const HOUR_MS = 60 * 60 * 1000;
const at = (iso: string) => Date.parse(iso);
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

/** Zones on both sides of UTC, with half hours, without clock changes, and with changes at midnight itself. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

function localDay(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(time));
}

describe('startOfDay', () => {
  it.each([
    ['UTC', '2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['Europe/Berlin', '2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['America/New_York', '2026-07-04', '2026-07-04T04:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-04', '2026-07-03T18:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
  ])('is midnight in %s on %s', (zone, day, expected) => {
    expect(iso(startOfDay(day, zone))).toBe(expected);
  });

  it('counts the days of 23 and 25 hours around clock changes right', () => {
    const length = (day: string, zone: string) =>
      ((startOfDay(day, zone, 1) ?? 0) - (startOfDay(day, zone) ?? 0)) / HOUR_MS;
    expect(length('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(length('2026-10-25', 'Europe/Berlin')).toBe(25);
    expect(length('2026-03-08', 'America/New_York')).toBe(23);
    expect(length('2026-11-01', 'America/New_York')).toBe(25);
    expect(length('2026-11-23', 'Europe/Berlin')).toBe(24);
  });

  it('begins a day whose midnight the clocks skip at its first moment, not in the day before', () => {
    expect(iso(startOfDay('2026-09-06', 'America/Santiago'))).toBe('2026-09-06T04:00:00.000Z');
    expect(iso(startOfDay('2026-03-08', 'America/Havana'))).toBe('2026-03-08T05:00:00.000Z');
    expect(iso(startOfDay('2026-04-24', 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z');
  });

  it('adds days in the calendar, over the end of a month and of a year', () => {
    expect(iso(startOfDay('2026-02-28', 'UTC', 1))).toBe('2026-03-01T00:00:00.000Z');
    expect(iso(startOfDay('2026-12-31', 'Europe/Berlin', 1))).toBe('2026-12-31T23:00:00.000Z');
  });

  it('ignores a time behind the date', () => {
    expect(startOfDay('2026-11-23 15:30:00', 'Europe/Berlin')).toBe(
      startOfDay('2026-11-23', 'Europe/Berlin'),
    );
  });

  it.each(['', 'tomorrow', '23.11.2026', '2026-1-1'])('is nothing for %j, which is no date', (text) => {
    expect(startOfDay(text, 'UTC')).toBeNull();
  });

  it.each(['Middle/Earth', '', 'Europe/Berlin; drop'])(
    'counts in UTC where nobody knows the zone %j',
    (zone) => {
      expect(iso(startOfDay('2026-07-04', zone))).toBe('2026-07-04T00:00:00.000Z');
    },
  );

  it('is the first moment of its day, for any day in any zone', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const start = startOfDay(day, zone) ?? Number.NaN;
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(start - 1, zone) < day).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('nextMidnight', () => {
  it('is the end of the present day where the store is, not where the server is', () => {
    expect(iso(nextMidnight('Europe/Berlin', at('2026-11-23T22:59:59Z')))).toBe('2026-11-23T23:00:00.000Z');
    expect(iso(nextMidnight('Europe/Berlin', at('2026-11-23T23:00:00Z')))).toBe('2026-11-24T23:00:00.000Z');
    expect(iso(nextMidnight('Pacific/Pago_Pago', at('2026-11-23T12:00:00Z')))).toBe(
      '2026-11-24T11:00:00.000Z',
    );
  });

  it('is always ahead, and never more than 25 hours', () => {
    const moments = fc.integer({ min: at('2020-01-01'), max: at('2029-12-31') });
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, zone) => {
        const ahead = nextMidnight(zone, now) - now;
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual(25 * HOUR_MS);
      }),
    );
  });
});

describe('nextDateBoundary', () => {
  const zone = 'Europe/Berlin';

  it('opens a window with its first day and closes it when its last day has ended', () => {
    const boundary = (now: string) => iso(nextDateBoundary(['2026-11-25'], ['2026-11-30'], zone, at(now)));
    expect(boundary('2026-11-23T12:00:00Z')).toBe('2026-11-24T23:00:00.000Z');
    expect(boundary('2026-11-26T12:00:00Z')).toBe('2026-11-30T23:00:00.000Z');
    expect(boundary('2026-12-02T12:00:00Z')).toBeNull();
  });

  it('is strictly ahead: at a boundary the next one counts', () => {
    const opening = at('2026-11-24T23:00:00Z');
    expect(nextDateBoundary(['2026-11-25'], [], zone, opening - 1)).toBe(opening);
    expect(nextDateBoundary(['2026-11-25'], [], zone, opening)).toBeNull();
  });

  it('takes the earliest of several windows', () => {
    const now = at('2026-11-23T12:00:00Z');
    const next = nextDateBoundary(['2026-12-24', undefined], [undefined, '2026-11-23'], zone, now);
    expect(iso(next)).toBe('2026-11-23T23:00:00.000Z');
  });

  it('has no boundary without dates, and none in a date that is none', () => {
    expect(nextDateBoundary([undefined], [undefined], zone, 0)).toBeNull();
    expect(nextDateBoundary([], [], zone, 0)).toBeNull();
    expect(nextDateBoundary(['soon', ''], ['0000-00-00'], zone, at('2026-11-23'))).toBeNull();
  });
});
